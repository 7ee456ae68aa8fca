#include "GridGroups.h"
#include "WeightQuantizer.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/Remarks.h"
#include "qopt/FakeQuantize/Passes.h"
#include "qopt/Support/Constants.h"

#define DEBUG_TYPE "qopt-fake-quantize"

namespace qopt {
#define GEN_PASS_DEF_FAKEQUANTIZE
#include "qopt/FakeQuantize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// `qint.add` takes operands whose steps are less than this many output steps.
constexpr double maxAddFactor = 8.0;

struct FakeQuantize : public qopt::impl::FakeQuantizeBase<FakeQuantize> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func.isExternal())
      return;
    std::optional<GridKind> kind = parseGridKind(grid);
    if (failed(checkOptions(kind)))
      return signalPassFailure();

    GridGroups groups(func);
    groups.chooseGrids(activationBits, *kind);
    refineZeros(func, groups);
    widenSums(func, groups);
    collectMeans(func);
    replaceAnnotations(func, groups);
    quantizeWeights(func);
  }

private:
  LogicalResult checkOptions(std::optional<GridKind> kind) {
    if (!kind)
      return getOperation().emitError("unknown grid '")
             << grid << "'; expected affine, symmetric, full-range or power-of-two";
    if (activationBits != 8 && activationBits != 16)
      return getOperation().emitError("activation-bits must be 8 or 16, not ")
             << activationBits.getValue();
    if (weightBits != 4 && weightBits != 8)
      return getOperation().emitError("weight-bits must be 4 or 8, not ") << weightBits.getValue();
    bool hasObserver = false;
    getOperation().walk([&](calib::ObserveOp op) {
      if (!hasObserver)
        op.emitError("site '") << op.getSite()
                               << "' has no range; run the calibration before this pass";
      hasObserver = true;
    });
    return failure(hasObserver);
  }

  /// The scale of the grid that `value` is on; 0 where it is on none.
  static double getScale(Value value, GridGroups &groups) {
    FailureOr<SmallVector<float>> constant = readFloatConstant(value);
    if (succeeded(constant) && !constant->empty()) {
      auto [min, max] = std::minmax_element(constant->begin(), constant->end());
      return makeActivationGrid(value.getContext(), *min, *max, 8, GridKind::Affine)
          .type.getScale();
    }
    quant::UniformQuantizedType type = groups[value].grid;
    return type ? type.getScale() : 0.0;
  }

  /// The operands of `annotate`, if it is a sum of two stored values.
  static SmallVector<Value> getSummands(calib::AnnotateOp annotate) {
    auto isStored = [](Value value) {
      return value.getDefiningOp() && marksStored(value.getDefiningOp(), false);
    };
    if (annotate.getEpilogue() || annotate.getMeanOnly())
      return {};
    StoredCluster cluster = matchStoredCluster(annotate.getInput(), isStored, false);
    if (cluster.kind != StoredCluster::Kind::Op || !cluster.root.isPointwise() ||
        cluster.root.getPointwiseKind() == PointwiseKind::Multiply)
      return {};
    return cluster.reads;
  }

  /// What is always 0 (a branch that starts or ended as nothing) is exact on any
  /// grid: it takes the steps of the sums that read it, which would be widened to
  /// those of its own. Sums may be 0 themselves: the last ones decide first.
  void refineZeros(func::FuncOp func, GridGroups &groups) {
    SmallVector<calib::AnnotateOp> annotations;
    func.walk([&](calib::AnnotateOp annotate) { annotations.push_back(annotate); });
    for (calib::AnnotateOp annotate : llvm::reverse(annotations)) {
      quant::UniformQuantizedType sum = groups[annotate.getResult()].grid;
      for (Value summand : getSummands(annotate)) {
        GridGroups::Group &zero = groups[summand];
        if (sum && zero.grid && zero.hasRange && !zero.isImported && zero.min == 0.0 &&
            zero.max == 0.0 && zero.grid.getScale() > sum.getScale())
          zero.grid = withScale(zero.grid, sum.getScale());
      }
    }
  }

  /// Sums of two stored values need operands with steps below 8 result steps.
  void widenSums(func::FuncOp func, GridGroups &groups) {
    if (activationBits != 8)
      return;
    func.walk([&](calib::AnnotateOp annotate) {
      SmallVector<Value> summands = getSummands(annotate);
      if (summands.empty())
        return;
      GridGroups::Group &group = groups[annotate.getResult()];
      double largest = 0.0;
      for (Value read : summands)
        largest = std::max(largest, getScale(read, groups));
      if (group.isImported || !group.grid || largest < maxAddFactor * group.grid.getScale())
        return;
      // A little more than an eighth, so that the factor stays below 8 in f32.
      group.grid = widenGrid(group.grid, largest / maxAddFactor * (1.0 + 1e-6), group.min,
                             *parseGridKind(grid));
      remark::analysis(annotate.getLoc(), remark::RemarkOpts::name("widened").category(DEBUG_TYPE))
          << ("the grid of site '" + annotate.getSite() +
              "' was widened: an operand of the sum has steps 8 times as large")
                 .str();
    });
  }

  static quant::UniformQuantizedType withScale(quant::UniformQuantizedType grid, double scale) {
    return quant::UniformQuantizedType::get(grid.getFlags(), grid.getStorageType(),
                                            grid.getExpressedType(), scale, grid.getZeroPoint(),
                                            grid.getStorageTypeMin(), grid.getStorageTypeMax());
  }

  /// Remembers the channel means of what accumulators read.
  void collectMeans(func::FuncOp func) {
    means.clear();
    if (!biasCorrection)
      return;
    func.walk([&](QuantizableOpInterface op) {
      if (!op.isAccumulator())
        return;
      for (Value source : getDataSources(op))
        if (auto annotate = source.getDefiningOp<calib::AnnotateOp>();
            annotate && annotate.getMeans())
          means[op] = SmallVector<double>(*annotate.getMeans());
    });
  }

  void replaceAnnotations(func::FuncOp func, GridGroups &groups) {
    OpBuilder builder(func.getContext());
    SmallVector<calib::AnnotateOp> annotations;
    func.walk([&](calib::AnnotateOp op) { annotations.push_back(op); });
    // Grids first: a group is known by its values, which go away below.
    SmallVector<quant::UniformQuantizedType> grids;
    for (calib::AnnotateOp op : annotations)
      grids.push_back(op.getMeanOnly() ? nullptr : getGrid(op, groups));
    for (auto [op, type] : llvm::zip_equal(annotations, grids)) {
      Value replacement = op.getInput();
      if (type) {
        builder.setInsertionPoint(op);
        replacement =
            calib::FakeQuantOp::create(builder, op.getLoc(), op.getType(), op.getInput(), type);
      }
      op.getResult().replaceAllUsesWith(replacement);
      op.erase();
    }
  }

  quant::UniformQuantizedType getGrid(calib::AnnotateOp op, GridGroups &groups) {
    if (!op.getEpilogue())
      return groups[op.getResult()].grid;
    double min = op.getRange().getMinValue(), max = op.getRange().getMaxValue();
    // 16-bit programs store what 8-bit programs keep in the epilogue.
    if (activationBits == 16)
      return makeActivationGrid(op.getContext(), min, max, 16, *parseGridKind(grid)).type;
    return makeEpilogueGrid(op.getContext(), min, max).type;
  }

  /// The grid of `value`, past ops that share it.
  static quant::UniformQuantizedType findGrid(Value value, bool sixteenBitProgram) {
    Operation *op = value.getDefiningOp();
    if (!op)
      return {};
    if (auto fakeQuant = dyn_cast<calib::FakeQuantOp>(op);
        fakeQuant && marksStored(op, sixteenBitProgram))
      return dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid());
    auto quantizable = dyn_cast<QuantizableOpInterface>(op);
    if (!quantizable || quantizable.isPointwise() ||
        quantizable.getResultGrid(0) != ResultGrid::Shared)
      return {};
    for (Value source : getDataSources(quantizable))
      if (quant::UniformQuantizedType grid = findGrid(source, sixteenBitProgram))
        return grid;
    return {};
  }

  void quantizeWeights(func::FuncOp func) {
    bool sixteenBitProgram = isSixteenBitProgram(func);
    OpBuilder builder(func.getContext());
    SmallVector<QuantizableOpInterface> accumulators;
    func.walk([&](QuantizableOpInterface op) {
      if (op.isAccumulator())
        accumulators.push_back(op);
    });
    for (QuantizableOpInterface op : accumulators) {
      quant::UniformQuantizedType input = findGrid(getDataSources(op).front(), sixteenBitProgram);
      if (!input || hasWeightGrid(op))
        continue;
      WeightQuantizer(op, weightBits, static_cast<float>(input.getScale()), means[op]).run(builder);
    }
  }

  /// Imported weight grids and biases stay as they are.
  static bool hasWeightGrid(QuantizableOpInterface op) {
    for (OpOperand &operand : op->getOpOperands()) {
      if (op.getOperandRole(operand.getOperandNumber()) != OperandRole::Weight)
        continue;
      Value weights = operand.get();
      while (auto movement = weights.getDefiningOp<QuantizableOpInterface>())
        weights = movement->getOperand(0);
      return weights.getDefiningOp<calib::FakeQuantOp>() != nullptr;
    }
    return false;
  }

  llvm::DenseMap<Operation *, SmallVector<double>> means;
};

} // namespace
