#include "PrecisionCosts.h"
#include "StoragePlan.h"
#include "mlir/IR/Remarks.h"
#include "qopt/Observe/Passes.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-keep-float"

namespace qopt {
#define GEN_PASS_DEF_KEEPFLOAT
#include "qopt/Observe/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// How much longer than float an int8 layer has to be predicted to take: what
/// predictions may be wrong by.
constexpr double kMargin = 1.1;

int64_t countElements(Value value) { return cast<ShapedType>(value.getType()).getNumElements(); }

OpOperand *findWeights(QuantizableOpInterface op) {
  for (OpOperand &operand : op->getOpOperands())
    if (op.getOperandRole(operand.getOperandNumber()) == OperandRole::Weight)
      return &operand;
  return nullptr;
}

/// The shape of the accumulator `op`, by the interface alone.
LayerShape getShape(QuantizableOpInterface op, Value weights) {
  WeightLayout layout = op.getWeightLayout();
  LayerShape shape;
  shape.inputElements = countElements(getDataSources(op).front());
  shape.positions = countElements(op->getResult(0)) / layout.outputChannels;
  shape.depth = countElements(weights) / layout.outputChannels;
  // Dimensions along which both channels grow belong to the group.
  ArrayRef<int64_t> sizes = cast<ShapedType>(weights.getType()).getShape();
  bool sumsChannels = false;
  for (auto [size, in, out] : llvm::zip_equal(sizes, layout.inputStrides, layout.outputStrides)) {
    if (in != 0 && out != 0)
      shape.groups *= size;
    sumsChannels |= in != 0 && out == 0 && size > 1;
  }
  shape.isDepthwise = shape.groups > 1 && !sumsChannels;
  shape.outputs = layout.outputChannels / shape.groups;
  return shape;
}

/// True if nothing that has an integer form computes `value`.
bool comesAsFloat(Value value) {
  while (auto op = value.getDefiningOp<QuantizableOpInterface>()) {
    if (op.getDataMovement() == DataMovement::None)
      return false;
    value = op->getOperand(0);
  }
  return true;
}

struct KeepFloat : public qopt::impl::KeepFloatBase<KeepFloat> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func.isExternal() || !llvm::hasSingleElement(func.getBody()))
      return;
    llvm::Expected<CPUDescription> description = resolveCPU(triple, cpu, features);
    if (!description) {
      func.emitError() << llvm::toString(description.takeError());
      return signalPassFailure();
    }
    isa = &selectISA(*description);
    StoragePlan plan(func);
    plan.compute(/*integerEdges=*/false);
    llvm::DenseMap<Operation *, const StoredCluster *> clusters;
    for (auto &[value, cluster] : plan.getClusters())
      if (cluster.kind == StoredCluster::Kind::Accumulator)
        clusters[cluster.root] = &cluster;
    SmallVector<Operation *> accumulators = llvm::to_vector(plan.getAccumulators());
    for (Operation *op : accumulators)
      decide(cast<QuantizableOpInterface>(op), clusters.lookup(op));
  }

private:
  /// Marks `op` where int8 loses. `cluster` is null where the result is read in
  /// float, from the accumulator.
  void decide(QuantizableOpInterface op, const StoredCluster *cluster) {
    OpOperand *weights = findWeights(op);
    // Who chose the grids of weights also chose that they are used.
    if (!weights || weights->get().getDefiningOp<calib::FakeQuantOp>())
      return;
    LayerShape shape = getShape(op, weights->get());
    shape.isStored = cluster != nullptr;
    if (cluster && cluster->chain) {
      shape.chainedOps = static_cast<int64_t>(cluster->chain->getOps().size());
      shape.hasFunction = cluster->hasFunction();
    }
    double integer = predictIntegerCycles(*isa, shape);
    double real = predictFloatCycles(*isa, shape);
    // Who is on the wrong side of an edge pays for the way across.
    if (comesAsFloat(getDataSources(op).front()))
      integer += predictQuantizeCycles(*isa, shape.inputElements);
    else
      real += predictDequantizeCycles(*isa, shape.inputElements);
    if (cluster)
      real += predictQuantizeCycles(*isa, shape.outputElements());
    else
      integer += predictDequantizeCycles(*isa, shape.outputElements());
    std::string comparison =
        llvm::formatv("about {0} cycles in int8, {1} in float on {2}",
                      static_cast<int64_t>(integer), static_cast<int64_t>(real), isa->name);
    bool loses = integer > real * kMargin;
    remark::analysis(op.getLoc(), remark::RemarkOpts::name("precision").category(DEBUG_TYPE))
        << comparison;
    if (loses)
      op->setAttr(kKeptInFloatAttrName,
                  StringAttr::get(&getContext(), "it is faster there: " + comparison));
  }

  const ISA *isa = nullptr;
};

} // namespace
