#include "qopt/Calibrate/ApplyCalibration.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/Remarks.h"
#include "mlir/IR/Threading.h"
#include "qopt/Calibrate/Passes.h"
#include "qopt/Calibrate/StatisticsFile.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "llvm/Support/Format.h"

#define DEBUG_TYPE "qopt-apply-calibration"

namespace qopt {
#define GEN_PASS_DEF_APPLYCALIBRATION
#include "qopt/Calibrate/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

llvm::Error qopt::checkRangeOptions(const RangeOptions &options) {
  if (options.bits != 8 && options.bits != 16)
    return llvm::createStringError("activations have 8 or 16 bits, not " +
                                   llvm::Twine(options.bits));
  if (!(options.percentile > 0 && options.percentile <= 100))
    return llvm::createStringError("the percentile must be above 0 and at most 100");
  return llvm::Error::success();
}

/// Finds the statistics of each site, in program order.
static FailureOr<SmallVector<const SiteStatistics *>>
findStatistics(func::FuncOp function, MutableArrayRef<calib::ObserveOp> sites,
               const CalibrationStatistics &statistics) {
  SmallVector<const SiteStatistics *> found;
  for (calib::ObserveOp op : sites) {
    const SiteStatistics *site = statistics.lookup(op.getSite());
    if (!site)
      return op.emitOpError() << "has no statistics for site '" << op.getSite()
                              << "': they come from another model; calibrate this one";
    found.push_back(site);
  }
  if (statistics.getFingerprint() != computeFingerprint(function))
    return emitError(function.getLoc())
           << "differs from the model that the statistics come from, though "
              "its sites have the same names: calibrate this one";
  for (auto [op, site] : llvm::zip_equal(sites, found))
    if (site->getNumValues() == 0)
      return op.emitOpError() << "has statistics without a single sample for site '" << op.getSite()
                              << "': calibrate with data";
  return found;
}

static std::string describe(const SiteStatistics &site, const RealRange &range) {
  std::string text;
  llvm::raw_string_ostream(text) << "site '" << site.getSite().name
                                 << llvm::format("' gets range [%g, %g] of values in [%g, %g]",
                                                 range.min, range.max,
                                                 static_cast<double>(site.getMin()),
                                                 static_cast<double>(site.getMax()));
  return text;
}

/// True if some channel reaches twice as far as all but one in 32, or four times as far
/// as half of the channels.
static bool hasOutliers(const SiteStatistics &site) {
  ArrayRef<float> minima = site.getChannelMinima(), maxima = site.getChannelMaxima();
  if (site.getSite().kind != SiteKind::Stored ||
      static_cast<int64_t>(minima.size()) < kChannelsPerOutlier)
    return false;
  SmallVector<float> reach;
  for (auto [min, max] : llvm::zip_equal(minima, maxima))
    reach.push_back(std::max(-min, max));
  llvm::sort(reach);
  return reach.back() > 2 * reach[reach.size() - 1 - reach.size() / kChannelsPerOutlier] ||
         reach.back() > 4 * reach[reach.size() / 2];
}

/// A grid for one value cuts all beyond it off: data that was forgotten, or a state that
/// is always given as it starts.
static void warnOfConstantInput(calib::ObserveOp op, const SiteStatistics &site) {
  if (site.getSite().kind != SiteKind::Stored || !isa<BlockArgument>(op.getInput()) ||
      site.getMin() != site.getMax())
    return;
  std::string value;
  llvm::raw_string_ostream(value) << llvm::format("%g", static_cast<double>(site.getMin()));
  op.emitWarning() << "input '" << op.getSite() << "' is " << value
                   << " in all samples, so that values beyond it will be cut off: calibrate with "
                      "values like those that the model will run on";
}

static void annotate(calib::ObserveOp op, const SiteStatistics &site, const RealRange &range) {
  OpBuilder builder(op);
  // Bias correction reads the means of what an accumulator's operands hold;
  // values of an epilogue never are one.
  DenseF64ArrayAttr means;
  if (!op.getEpilogue())
    means = builder.getDenseF64ArrayAttr(site.getChannelMeans());
  auto annotated =
      calib::AnnotateOp::create(builder, op.getLoc(), op.getType(), op.getInput(), op.getSiteAttr(),
                                calib::RangeAttr::get(op.getContext(), range.min, range.max), means,
                                op.getEpilogueAttr(), op.getMeanOnlyAttr());
  if (auto wholeRange = op->getAttr(kWholeRangeAttrName))
    annotated->setAttr(kWholeRangeAttrName, wholeRange);
  if (hasOutliers(site)) {
    SmallVector<float> ranges(site.getChannelMinima());
    llvm::append_range(ranges, site.getChannelMaxima());
    annotated->setAttr(kChannelRangesAttrName, builder.getDenseF32ArrayAttr(ranges));
  }
  remark::analysis(op.getLoc(), remark::RemarkOpts::name(op.getSite()).category(DEBUG_TYPE))
      << describe(site, range);
  op.replaceAllUsesWith(annotated.getResult());
  op.erase();
}

LogicalResult qopt::applyCalibration(func::FuncOp function, const CalibrationStatistics &statistics,
                                     const RangeOptions &options) {
  SmallVector<calib::ObserveOp> sites;
  function.walk([&](calib::ObserveOp op) { sites.push_back(op); });
  FailureOr<SmallVector<const SiteStatistics *>> found =
      findStatistics(function, sites, statistics);
  if (failed(found))
    return failure();

  // Searching a range takes milliseconds, and there may be hundreds of sites.
  std::vector<RealRange> ranges(sites.size());
  parallelFor(function.getContext(), 0, sites.size(), [&, &found = *found](size_t index) {
    RangeOptions own = options;
    if (sites[index]->hasAttr(kWholeRangeAttrName))
      own.method = RangeMethod::MinMax;
    ranges[index] = chooseRange(*found[index], own);
  });
  for (auto [op, site, range] : llvm::zip_equal(sites, *found, ranges)) {
    warnOfConstantInput(op, *site);
    annotate(op, *site, range);
  }
  return success();
}

namespace {

struct ApplyCalibration : qopt::impl::ApplyCalibrationBase<ApplyCalibration> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    calib::ObserveOp firstSite;
    module.walk([&](calib::ObserveOp op) {
      firstSite = op;
      return WalkResult::interrupt();
    });
    if (!firstSite)
      return;

    const RangeOptions options = {method, percentile, activationBits, grid};
    if (llvm::Error error = checkRangeOptions(options))
      return fail(firstSite, std::move(error));
    if (statistics.empty())
      return fail(firstSite, llvm::createStringError(
                                 "this site needs statistics: run 'qopt-calibrate --data=… "
                                 "--stats=FILE' on the module, and pass stats=FILE"));
    llvm::Expected<CalibrationStatistics> read = readStatisticsFile(statistics);
    if (!read)
      return fail(firstSite, llvm::createStringError("statistics file '" + statistics + "' " +
                                                     llvm::toString(read.takeError())));
    FailureOr<func::FuncOp> function = findEntryFunction(module);
    if (failed(function) || failed(applyCalibration(*function, *read, options)))
      signalPassFailure();
  }

  /// Reports at the op: a module has no line of its own.
  void fail(Operation *op, llvm::Error error) {
    emitError(op->getLoc()) << llvm::toString(std::move(error));
    signalPassFailure();
  }
};

} // namespace
