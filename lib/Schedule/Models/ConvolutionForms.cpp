#include "Models/ConvolutionForms.h"

#include "mlir/IR/Remarks.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

/// A form, and its place among those of its kind.
struct Candidate {
  ConvolutionForm form;
  double cycles;
  size_t place;

  /// The best of each kind in front: who tries a few of a list tries all kinds.
  auto order() const { return std::make_tuple(place > 0, cycles, form.index(), place); }
};

} // namespace

template <typename Forms> static void append(std::vector<Candidate> &candidates, Forms forms) {
  for (auto [place, form] : llvm::enumerate(forms)) {
    double cycles = form.cycles;
    candidates.push_back({std::move(form), cycles, place});
  }
}

static llvm::SmallVector<WinogradChoice> listWinogradForms(const Convolution &convolution,
                                                           const ISA &isa) {
  auto isAll = [](ArrayRef<int64_t> values, int64_t wanted) {
    return llvm::all_of(values, [&](int64_t value) { return value == wanted; });
  };
  if (!isAll(convolution.kernel, 3) || !isAll(convolution.stride, 1) ||
      !isAll(convolution.dilation, 1) || convolution.groups != 1 ||
      !convolution.getInputType().getElementType().isInteger(8))
    return {};
  ArrayRef<int64_t> output = convolution.getOutputType().getShape();
  Value input = convolution.input;
  auto module = input.getParentRegion()->getParentOfType<ModuleOp>();
  return listWinograd(isa,
                      {output[0], output[1], output[2], convolution.getInputType().getDimSize(3),
                       output[3], getMemoryRate(module)});
}

/// Whether Winograd gives the sums of all channels; else, why it was not taken.
static bool checkWinograd(const Convolution &convolution, ArrayRef<WeightSums> sums,
                          bool isFastest) {
  const WeightSums *inexact =
      llvm::find_if(sums, [](const WeightSums &sum) { return !isWinogradExact(sum); });
  if (inexact == sums.end())
    return true;
  if (isFastest)
    remark::missed(convolution.loc, remark::RemarkOpts::name("winograd").category("qopt-schedule"))
        << llvm::formatv("conv2d 3x3 stays direct: in Winograd form the sums of output channel {0} "
                         "need not be exact, its positive weights add up to {1} and its negative "
                         "ones to {2}, less than {3} is wanted",
                         inexact - sums.begin(), inexact->positive, inexact->negative,
                         kWinogradWeightLimit)
               .str();
  return false;
}

/// `direct`: the cycles of the best other form.
static void report(const Convolution &convolution, const ConvolutionForm &form, double direct) {
  if (auto *tile = std::get_if<TileChoice>(&form)) {
    convolution.reportTile("conv2d", *tile);
  } else if (auto *matrix = std::get_if<MatrixTileChoice>(&form)) {
    convolution.reportTile("conv2d in matrix registers", *matrix);
  } else if (auto *chained = std::get_if<ChainChoice>(&form)) {
    convolution.reportTile(
        llvm::formatv("chained_conv2d of {0:F2} slots for four elements and {1:F2} in a chain",
                      chained->slotsPerQuad, chained->slotsPerChain)
            .str(),
        *chained);
  } else {
    auto &winograd = std::get<WinogradChoice>(form);
    remark::analysis(convolution.loc, remark::RemarkOpts::name("tile").category("qopt-schedule"))
        << llvm::formatv("conv2d 3x3 by Winograd: tile {0} x {1}, bands of {2} x {3} image tiles, "
                         "about {4} cycles, direct {5}",
                         winograd.rows, winograd.columns, winograd.bandRows, winograd.bandColumns,
                         static_cast<int64_t>(winograd.cycles), static_cast<int64_t>(direct))
               .str();
  }
}

ConvolutionForm schedule::chooseForm(const Convolution &convolution, const ISA &isa,
                                     ArrayRef<int8_t> weights, ArrayRef<WeightSums> sums) {
  std::vector<Candidate> candidates;
  TileProblem problem = convolution.getProblem(isa);
  append(candidates, convolution.filterTiles(listTiles(isa, problem)));
  append(candidates, listMatrixTiles(isa, problem, convolution.getPacking(1).stepsPerRun()));
  append(candidates, listChained(convolution, weights, isa));
  auto isFaster = [](const Candidate &lhs, const Candidate &rhs) {
    return lhs.cycles < rhs.cycles;
  };
  double direct = llvm::min_element(candidates, isFaster)->cycles;
  llvm::SmallVector<WinogradChoice> winograd = listWinogradForms(convolution, isa);
  if (!winograd.empty() && checkWinograd(convolution, sums, winograd.front().cycles < direct))
    append(candidates, std::move(winograd));
  llvm::sort(candidates,
             [](const Candidate &lhs, const Candidate &rhs) { return lhs.order() < rhs.order(); });
  ConvolutionForm form = std::move(takeRank(candidates, convolution.tileRank).form);
  report(convolution, form, direct);
  return form;
}
