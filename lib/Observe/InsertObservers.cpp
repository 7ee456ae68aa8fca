#include "StoragePlan.h"
#include "mlir/IR/Remarks.h"
#include "qopt/Calibrate/ApplyCalibration.h"
#include "qopt/Observe/Passes.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#define DEBUG_TYPE "qopt-insert-observers"

namespace qopt {
#define GEN_PASS_DEF_INSERTOBSERVERS
#include "qopt/Observe/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// The name that the source model gives an op; empty if there is none.
StringRef findName(Location loc) {
  if (auto name = dyn_cast<NameLoc>(loc))
    return name.getName();
  if (auto fused = dyn_cast<FusedLoc>(loc))
    for (Location part : fused.getLocations())
      if (StringRef name = findName(part); !name.empty())
        return name;
  return {};
}

/// Gives each observed value a name that no other site of the function has.
class SiteNames {
public:
  explicit SiteNames(func::FuncOp func) : func(func) {
    // Without source names an op is known by its number among those of its kind.
    llvm::StringMap<unsigned> counts;
    for (Operation &op : func.front())
      ordinals[&op] = counts[op.getName().getStringRef()]++;
    func.walk([&](Operation *op) {
      if (auto observe = dyn_cast<calib::ObserveOp>(op))
        taken.insert(observe.getSite());
      if (auto annotate = dyn_cast<calib::AnnotateOp>(op))
        taken.insert(annotate.getSite());
    });
  }

  std::string get(Value value) {
    std::string base = baseName(value), name = base;
    for (unsigned i = 2; !taken.insert(name).second; ++i)
      name = base + "#" + std::to_string(i);
    return name;
  }

private:
  std::string baseName(Value value) {
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      auto name = func.getArgAttrOfType<StringAttr>(argument.getArgNumber(), "qopt.name");
      return name ? name.str() : "argument:" + std::to_string(argument.getArgNumber());
    }
    Operation *op = value.getDefiningOp();
    if (StringRef name = findName(op->getLoc()); !name.empty())
      return name.str();
    return (op->getName().getStringRef() + ":" + Twine(ordinals.lookup(op))).str();
  }

  func::FuncOp func;
  llvm::DenseMap<Operation *, unsigned> ordinals;
  llvm::StringSet<> taken;
};

enum class Purpose { Stored, StoredFloat, Epilogue, MeanOnly };

struct InsertObservers : public qopt::impl::InsertObserversBase<InsertObservers> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func.isExternal())
      return;
    if (!llvm::hasSingleElement(func.getBody())) {
      func.emitError("has control flow; qopt quantizes functions of one block");
      return signalPassFailure();
    }
    StoragePlan plan(func);
    plan.compute(requireInteger);

    // Collected first: the plan speaks of values as they are now.
    llvm::MapVector<Value, Purpose> sites;
    for (Value value : plan.getStored())
      if (!isa_and_nonnull<calib::CalibDialect>(dialectOf(value)) && isObservable(value))
        sites.insert({value, isFromIsland(plan, value) ? Purpose::StoredFloat : Purpose::Stored});
    for (auto &[value, cluster] : plan.getClusters())
      collectEpilogue(cluster, sites);
    for (Operation *op : plan.getAccumulators())
      collectMeans(cast<QuantizableOpInterface>(op), plan, sites);

    insert(func, sites);
  }

private:
  static Dialect *dialectOf(Value value) {
    return value.getDefiningOp() ? value.getDefiningOp()->getDialect() : nullptr;
  }

  /// A value that a grid is put on by an op behind it has one already.
  static bool isObservable(Value value) {
    return !llvm::any_of(value.getUsers(), [&](Operation *user) {
      return isa<calib::CalibDialect>(user->getDialect()) && value.hasOneUse();
    });
  }

  /// True if ops without an integer form compute `value` (a layer norm).
  static bool isFromIsland(StoragePlan &plan, Value value) {
    while (auto op = value.getDefiningOp<QuantizableOpInterface>()) {
      if (op.getDataMovement() == DataMovement::None)
        break;
      value = op->getOperand(0);
    }
    // A stored value is no float: ask what it is computed from.
    Operation *op = value.getDefiningOp();
    return op && llvm::any_of(op->getOperands(), [&](Value operand) {
             return isa<ShapedType>(operand.getType()) && plan.isFloat(operand);
           });
  }

  /// 16-bit arithmetic in the epilogue needs ranges as well.
  static void collectEpilogue(const StoredCluster &cluster,
                              llvm::MapVector<Value, Purpose> &sites) {
    if (cluster.kind != StoredCluster::Kind::Accumulator)
      return;
    auto add = [&](Value value) {
      if (!isa_and_nonnull<calib::CalibDialect>(dialectOf(value)) && isObservable(value))
        sites.insert({value, Purpose::Epilogue});
    };
    if (cluster.hasFunction())
      add(cluster.source);
    if (cluster.branch)
      add(cluster.branch);
  }

  /// Bias correction wants the channel means of what an accumulator reads.
  static void collectMeans(QuantizableOpInterface op, const StoragePlan &plan,
                           llvm::MapVector<Value, Purpose> &sites) {
    for (OpOperand &operand : op->getOpOperands()) {
      OperandRole role = op.getOperandRole(operand.getOperandNumber());
      // Imported weight grids stay as they are, so do their biases.
      if (role == OperandRole::Weight && operand.get().getDefiningOp<calib::FakeQuantOp>())
        return;
    }
    for (Value source : getDataSources(op))
      if (!isConstantValue(source) && !plan.getStored().contains(source) &&
          !isa_and_nonnull<calib::CalibDialect>(dialectOf(source)))
        sites.insert({source, Purpose::MeanOnly});
  }

  void insert(func::FuncOp func, const llvm::MapVector<Value, Purpose> &sites) {
    // In program order, so that the names do not depend on how sites were found.
    SmallVector<std::pair<Value, Purpose>> ordered(sites.begin(), sites.end());
    llvm::sort(ordered, [](const auto &a, const auto &b) { return comesBefore(a.first, b.first); });
    SiteNames names(func);
    OpBuilder builder = OpBuilder::atBlockBegin(&func.front());
    for (auto [value, purpose] : ordered) {
      // Observers of arguments come first and in order: one behind the other.
      if (Operation *op = value.getDefiningOp())
        builder.setInsertionPointAfter(op);
      std::string name = names.get(value);
      auto observe = calib::ObserveOp::create(
          builder, value.getLoc(), value.getType(), value, builder.getStringAttr(name),
          purpose == Purpose::Epilogue, purpose == Purpose::MeanOnly);
      if (purpose == Purpose::StoredFloat)
        observe->setAttr(kWholeRangeAttrName, builder.getUnitAttr());
      value.replaceAllUsesExcept(observe.getResult(), observe);
    }
  }

  static bool comesBefore(Value a, Value b) {
    auto argumentA = dyn_cast<BlockArgument>(a), argumentB = dyn_cast<BlockArgument>(b);
    if (argumentA && argumentB)
      return argumentA.getArgNumber() < argumentB.getArgNumber();
    if (argumentA || argumentB)
      return static_cast<bool>(argumentA);
    return a.getDefiningOp() != b.getDefiningOp() &&
           a.getDefiningOp()->isBeforeInBlock(b.getDefiningOp());
  }
};

} // namespace
