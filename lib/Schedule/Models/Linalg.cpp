#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "Models/FloatConvolution.h"
#include "Models/Registration.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Transforms/RegionUtils.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

ArrayRef<int64_t> getShape(Value tensor) { return cast<ShapedType>(tensor.getType()).getShape(); }

/// A buffer with any contents: the op that reads it decides on one.
struct EmptyModel : SchedulableOpInterface::ExternalModel<EmptyModel, tensor::EmptyOp> {
  LogicalResult schedule(Operation *, OpBuilder &, BufferAssignment &) const { return success(); }
};

/// Kept back until it is read: a grouped convolution takes the bias itself.
struct BroadcastModel : SchedulableOpInterface::ExternalModel<BroadcastModel, linalg::BroadcastOp> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<linalg::BroadcastOp>(operation);
    Value result = op->getResult(0);
    auto rank = static_cast<unsigned>(getShape(result).size());
    SmallVector<AffineExpr> indices;
    for (unsigned dimension = 0; dimension < rank; ++dimension)
      if (!llvm::is_contained(op.getDimensions(), dimension))
        indices.push_back(builder.getAffineDimExpr(dimension));
    AffineMap map = AffineMap::get(rank, 0, indices, builder.getContext());
    buffers.pointwise(result, {PointwiseOperand(buffers.read(op.getInput()), map)},
                      [](OpBuilder &, Location, ValueRange scalars) { return scalars[0]; });
    return success();
  }
};

struct GroupedConv2DModel
    : SchedulableOpInterface::ExternalModel<GroupedConv2DModel, linalg::Conv2DNhwgcGfhwcOp> {
  /// The bias [G,F] that `initial` repeats, or an error.
  static FailureOr<SmallVector<float>> readBias(Operation *op, Value initial) {
    if (auto broadcast = initial.getDefiningOp<linalg::BroadcastOp>())
      if (broadcast.getDimensions() == ArrayRef<int64_t>{0, 1, 2})
        return readFloats(op, broadcast.getInput(), "bias");
    Attribute splat;
    if (auto fill = initial.getDefiningOp<linalg::FillOp>())
      matchPattern(fill.getInputs()[0], m_Constant(&splat));
    SplatElementsAttr elements;
    if (matchPattern(initial, m_Constant(&elements)))
      splat = elements.getSplatValue<Attribute>();
    if (auto value = dyn_cast_if_present<FloatAttr>(splat))
      return SmallVector<float>{value.getValue().convertToFloat()};
    return op->emitError("must start from a bias, given as linalg.broadcast of a constant [G,F] "
                         "along dimensions 0, 1 and 2, or from one constant");
  }

  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<linalg::Conv2DNhwgcGfhwcOp>(operation);
    Location loc = op.getLoc();
    FailureOr<SmallVector<float>> weights = readFloats(op, op.getInputs()[1], "filter");
    if (failed(weights))
      return failure();
    FailureOr<SmallVector<float>> bias = readBias(op, op.getOutputs()[0]);
    if (failed(bias))
      return failure();
    ArrayRef<int64_t> filter = getShape(op.getInputs()[1]);
    Convolution convolution(operation);
    convolution.input = getImage(builder, buffers, loc, buffers.read(op.getInputs()[0]));
    FloatOutput output = getFloatOutput(builder, buffers, op->getResult(0));
    ArrayRef<int64_t> shape = getShape(output.buffer);
    Value flat = createReshapedView(builder, loc, output.buffer,
                                    {shape[0], shape[1], shape[2], shape[3] * shape[4]});
    if (!flat)
      return op.emitError("has a result that is a part of its channels in a larger buffer");
    convolution.output = flat;
    if (output.residual)
      convolution.residual = getImage(builder, buffers, loc, output.residual);
    llvm::append_range(convolution.kernel, filter.slice(2, 2));
    llvm::append_range(convolution.stride, op.getStrides().getValues<int64_t>());
    llvm::append_range(convolution.dilation, op.getDilations().getValues<int64_t>());
    convolution.groups = filter[0];
    createFloatConv2D(builder, buffers, convolution, *weights, *bias, output);
    return success();
  }

  /// [B,H,W,G,C] as [B,H,W,G*C].
  static Value getImage(OpBuilder &builder, BufferAssignment &buffers, Location loc, Value input) {
    ArrayRef<int64_t> shape = getShape(input);
    SmallVector<int64_t> image = {shape[0], shape[1], shape[2], shape[3] * shape[4]};
    if (Value view = createReshapedView(builder, loc, input, image))
      return view;
    Value copy = buffers.temporary(loc, shape, getElementTypeOrSelf(input));
    createCopy(builder, loc, input, copy);
    return createReshapedView(builder, loc, copy, image);
  }
};

/// Any structured op, in whatever loops it stands for: the same op on buffers.
template <typename Op>
struct StructuredModel : SchedulableOpInterface::ExternalModel<StructuredModel<Op>, Op> {
  LogicalResult schedule(Operation *operation, OpBuilder &builder,
                         BufferAssignment &buffers) const {
    auto op = cast<linalg::LinalgOp>(operation);
    SetVector<Value> captured;
    getUsedValuesDefinedAbove(operation->getRegions(), captured);
    auto isStored = [](Type type) {
      Type element = getElementTypeOrSelf(type);
      return BufferAssignment::getStoredType(element) == element;
    };
    SmallVector<Value> read(captured.getArrayRef());
    llvm::append_range(read, op->getOperands());
    for (Value value : read)
      if (isa<TensorType>(value.getType()) && !isStored(value.getType()))
        return op->emitError() << "works on " << getElementTypeOrSelf(value)
                               << "; linalg ops on buffers take signless integers of 8 bits or "
                               << "more, and floats";
    if (llvm::any_of(captured, [](Value value) { return isa<TensorType>(value.getType()); }))
      return op->emitError("reads a tensor inside of its body; make it an operand");

    IRMapping mapping;
    for (Value value : captured)
      mapConstant(builder, value, mapping);
    for (OpOperand *input : op.getDpsInputOperands()) {
      if (isa<TensorType>(input->get().getType()))
        mapping.map(input->get(), buffers.read(input->get()));
      else
        mapConstant(builder, input->get(), mapping);
    }
    SmallVector<Value> operands;
    for (OpOperand *input : op.getDpsInputOperands())
      operands.push_back(mapping.lookupOrDefault(input->get()));
    for (auto [initial, result] : llvm::zip_equal(op.getDpsInitsMutable(), op->getResults())) {
      Value output = buffers.write(result);
      if (op.payloadUsesValueFromOperand(&initial) &&
          !initial.get().template getDefiningOp<tensor::EmptyOp>())
        createCopy(builder, op.getLoc(), buffers.read(initial.get()), output);
      operands.push_back(output);
    }
    Operation *clone = mlir::clone(builder, operation, TypeRange(), operands);
    for (Value value : captured)
      replaceAllUsesInRegionWith(value, mapping.lookupOrDefault(value), clone->getRegion(0));
    return success();
  }

  /// Scalar constants are tensor-level ops, which go: they are made anew.
  static void mapConstant(OpBuilder &builder, Value value, IRMapping &mapping) {
    Operation *definition = value.getDefiningOp();
    if (definition && definition->hasTrait<OpTrait::ConstantLike>())
      mapping.map(value, builder.clone(*definition)->getResult(0));
  }
};

template <typename Op> void attachStructured(MLIRContext &context) {
  if constexpr (!std::is_same_v<Op, linalg::BroadcastOp> &&
                !std::is_same_v<Op, linalg::Conv2DNhwgcGfhwcOp>)
    Op::template attachInterface<StructuredModel<Op>>(context);
}

template <typename... Ops> void attachAllStructured(MLIRContext &context) {
  (attachStructured<Ops>(context), ...);
}

} // namespace

void schedule::attachTensorModels(MLIRContext &context) {
  tensor::EmptyOp::attachInterface<EmptyModel>(context);
}

void schedule::attachLinalgModels(MLIRContext &context) {
  linalg::BroadcastOp::attachInterface<BroadcastModel>(context);
  linalg::Conv2DNhwgcGfhwcOp::attachInterface<GroupedConv2DModel>(context);
  attachAllStructured<
#define GET_OP_LIST
#include "mlir/Dialect/Linalg/IR/LinalgStructuredOps.cpp.inc"
      >(context);
}
