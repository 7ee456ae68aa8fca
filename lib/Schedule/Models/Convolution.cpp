#include "Models/Convolution.h"

#include "mlir/IR/Remarks.h"
#include "qopt/Schedule/MemRefViews.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

const ISA &schedule::getISA(const BufferAssignment &buffers) {
  const ISA *isa = lookupISA(buffers.getTarget().getIsa());
  return isa ? *isa : *lookupISA("generic");
}

OperandPlacement schedule::getImageHalo(ArrayRef<int64_t> pad, TypedAttr fill) {
  return OperandPlacement::halo({0, pad[0], pad[2], 0}, {0, pad[1], pad[3], 0}, fill);
}

TileElement Convolution::getElement() const {
  Type type = getInputType().getElementType();
  if (type.isF32())
    return TileElement::Float32;
  if (!type.isInteger(8))
    return TileElement::Int16;
  return wordWeights ? TileElement::Int8ByWord : TileElement::Int8;
}

void Convolution::flatten(OpBuilder &builder) {
  auto isOne = [](int64_t size) { return size == 1; };
  if (!llvm::all_of(kernel, isOne) || !llvm::all_of(stride, isOne))
    return;
  ArrayRef<int64_t> shape = getOutputType().getShape();
  int64_t positions = shape[0] * shape[1] * shape[2];
  SmallVector<Value *> images = {&input, &output};
  if (residual)
    images.push_back(&residual);
  // All or none: a view that is not used would be left over.
  auto getFlatShape = [&](Value image) {
    return SmallVector<int64_t>{1, 1, positions, cast<MemRefType>(image.getType()).getDimSize(3)};
  };
  for (Value *image : images)
    if (!StridedLayout::of(cast<MemRefType>(image->getType())).reshape(getFlatShape(*image)))
      return;
  for (Value *image : images)
    *image = createReshapedView(builder, loc, *image, getFlatShape(*image));
}

ConvolutionPacking Convolution::getPacking(int64_t columns) const {
  ConvolutionPacking packing;
  packing.groups = groups;
  packing.outputs = getOutputType().getDimSize(3) / groups;
  packing.channels = getInputType().getDimSize(3) / groups;
  packing.kernelHeight = kernel[0];
  packing.kernelWidth = kernel[1];
  StridedLayout layout = StridedLayout::of(getInputType());
  packing.wholeRows = groups == 1 && dilation[1] == 1 && layout.strides[2] == packing.channels;
  packing.columns = columns;
  TileElement element = getElement();
  packing.stepElements = element == TileElement::Int8         ? 4
                         : element == TileElement::Int8ByWord ? 2
                                                              : 1;
  return packing;
}

qint::TileAttr Convolution::reportTile(StringRef kind, const TileChoice &choice) const {
  auto tile = qint::TileAttr::get(output.getContext(), choice.rows, choice.columns);
  remark::analysis(loc, remark::RemarkOpts::name("tile").category("qopt-schedule"))
      << llvm::formatv("{0} {1}x{2}: tile {3} x {4}, about {5} cycles", kind, kernel[0], kernel[1],
                       choice.rows, choice.columns, static_cast<int64_t>(choice.cycles))
             .str();
  return tile;
}

TileProblem Convolution::getProblem(const ISA &isa) const {
  ArrayRef<int64_t> output = getOutputType().getShape();
  ConvolutionPacking packing = getPacking(isa.lanes(accumulatorBits));
  return {output[0] * groups, output[2],
          packing.outputs,    packing.runs() * packing.stepsPerRun(),
          getElement(),       accumulatorBits,
          /*lines=*/output[1]};
}

qint::TileAttr Convolution::chooseTile(const ISA &isa) const {
  return reportTile("conv2d", qopt::chooseTile(isa, getProblem(isa)));
}

std::optional<WinogradChoice> Convolution::chooseWinograd(const ISA &isa,
                                                          ArrayRef<WeightSums> sums) const {
  auto isAll = [](ArrayRef<int64_t> values, int64_t wanted) {
    return llvm::all_of(values, [&](int64_t value) { return value == wanted; });
  };
  if (!isAll(kernel, 3) || !isAll(stride, 1) || !isAll(dilation, 1) || groups != 1 ||
      !getInputType().getElementType().isInteger(8))
    return std::nullopt;
  ArrayRef<int64_t> output = getOutputType().getShape();
  WinogradProblem problem{output[0], output[1], output[2], getInputType().getDimSize(3), output[3]};
  std::optional<WinogradChoice> choice = qopt::chooseWinograd(isa, problem);
  double direct = qopt::chooseTile(isa, getProblem(isa)).cycles;
  if (!choice || choice->cycles >= direct)
    return std::nullopt;
  const WeightSums *inexact =
      llvm::find_if(sums, [](const WeightSums &sum) { return !isWinogradExact(sum); });
  if (inexact != sums.end()) {
    remark::missed(loc, remark::RemarkOpts::name("winograd").category("qopt-schedule"))
        << llvm::formatv("conv2d 3x3 stays direct: in Winograd form the sums of output channel {0} "
                         "need not be exact, its positive weights add up to {1} and its negative "
                         "ones to {2}, less than {3} is wanted",
                         inexact - sums.begin(), inexact->positive, inexact->negative,
                         kWinogradWeightLimit)
               .str();
    return std::nullopt;
  }
  remark::analysis(loc, remark::RemarkOpts::name("tile").category("qopt-schedule"))
      << llvm::formatv("conv2d 3x3 by Winograd: tile {0} x {1}, bands of {2} x {3} image tiles, "
                       "about {4} cycles, direct {5}",
                       choice->rows, choice->columns, choice->bandRows, choice->bandColumns,
                       static_cast<int64_t>(choice->cycles), static_cast<int64_t>(direct))
             .str();
  return choice;
}

qint::TileAttr Convolution::chooseDepthwiseTile(const ISA &isa) const {
  ArrayRef<int64_t> output = getOutputType().getShape();
  TileProblem problem{output[0] * output[1], output[2],    output[3],
                      kernel[0] * kernel[1], getElement(), accumulatorBits};
  return reportTile("depthwise_conv2d", qopt::chooseDepthwiseTile(isa, problem));
}
