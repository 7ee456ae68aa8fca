#include "qopt/Calibrate/Statistics.h"

#include "qopt/Dialect/Calib/Calib.h"
#include "llvm/ADT/StringSet.h"

#include <algorithm>

using namespace mlir;
using namespace qopt;

static Site describe(calib::ObserveOp op) {
  Site site;
  site.name = op.getSite().str();
  site.kind = op.getEpilogue()   ? SiteKind::Epilogue
              : op.getMeanOnly() ? SiteKind::MeanOnly
                                 : SiteKind::Stored;
  ArrayRef<int64_t> shape = cast<RankedTensorType>(op.getInput().getType()).getShape();
  site.numChannels = shape.empty() ? 1 : std::max<int64_t>(shape.back(), 1);
  return site;
}

std::vector<Site> qopt::collectSites(func::FuncOp function) {
  std::vector<Site> sites;
  function.walk([&](calib::ObserveOp op) { sites.push_back(describe(op)); });
  return sites;
}

FailureOr<func::FuncOp> qopt::findEntryFunction(ModuleOp module) {
  func::FuncOp entry;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (!function.isPublic() || function.isExternal())
      continue;
    if (entry)
      return emitError(function.getLoc())
             << "is a second public function beside '" << entry.getName()
             << "': make private all but the model's entry function";
    entry = function;
  }
  if (!entry)
    return emitError(module.getLoc())
           << "has no public function with a body: the model's entry function "
              "must be public";
  return entry;
}

FailureOr<CalibrationStatistics> CalibrationStatistics::create(func::FuncOp function) {
  llvm::StringSet<> names;
  WalkResult unique = function.walk([&](calib::ObserveOp op) {
    if (names.insert(op.getSite()).second)
      return WalkResult::advance();
    op.emitOpError() << "names site '" << op.getSite()
                     << "' a second time: give each calib.observe a name of its own";
    return WalkResult::interrupt();
  });
  if (unique.wasInterrupted())
    return failure();
  if (names.empty())
    return emitError(function.getLoc())
           << "has no calib.observe to calibrate: run "
              "'qopt --qopt-insert-observers' on the float model first";
  std::vector<SiteStatistics> sites;
  for (Site &site : collectSites(function))
    sites.emplace_back(std::move(site));
  return CalibrationStatistics(computeFingerprint(function), std::move(sites));
}

llvm::Error CalibrationStatistics::merge(const CalibrationStatistics &other) {
  if (fingerprint != other.fingerprint || sites.size() != other.sites.size())
    return llvm::createStringError("comes from another model: only statistics of one observed "
                                   "model can be merged");
  for (auto [site, otherSite] : llvm::zip_equal(sites, other.sites))
    if (!(site.getSite() == otherSite.getSite()))
      return llvm::createStringError("comes from another model: site '" + otherSite.getSite().name +
                                     "' stands where '" + site.getSite().name + "' should");
  // All or nothing: count first.
  for (auto [site, otherSite] : llvm::zip_equal(sites, other.sites))
    if (site.getNumValues() + otherSite.getNumValues() < site.getNumValues())
      return llvm::createStringError("has too many values at site '" + site.getSite().name +
                                     "': together more than 2^64 - 1");
  for (auto [site, otherSite] : llvm::zip_equal(sites, other.sites))
    (void)site.merge(otherSite);
  return llvm::Error::success();
}

const SiteStatistics *CalibrationStatistics::lookup(StringRef name) const {
  auto found =
      llvm::find_if(sites, [&](const SiteStatistics &site) { return site.getSite().name == name; });
  return found == sites.end() ? nullptr : &*found;
}

uint64_t CalibrationStatistics::getNumSamples() const {
  uint64_t most = 0;
  for (const SiteStatistics &site : sites)
    most = std::max(most, site.getNumSamples());
  return most;
}
