#include "Models/DataMovement.h"
#include "Models/Registration.h"
#include "Models/Tosa.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/Matchers.h"
#include "qopt/Schedule/MemRefViews.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

namespace {

ArrayRef<int64_t> getShape(Value tensor) { return cast<ShapedType>(tensor.getType()).getShape(); }

template <typename Op>
struct ReshapeModel : SchedulableOpInterface::ExternalModel<ReshapeModel<Op>, Op> {
  OperandPlacement getOperandPlacement(Operation *, unsigned index) const {
    return index == 0 ? OperandPlacement::view() : OperandPlacement();
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    scheduleReshape(builder, buffers, op->getOpOperand(0), op->getResult(0));
    return success();
  }
};

struct TransposeModel : SchedulableOpInterface::ExternalModel<TransposeModel, tosa::TransposeOp> {
  static SmallVector<int64_t> getPermutation(tosa::TransposeOp op) {
    return {op.getPerms().begin(), op.getPerms().end()};
  }
  OperandPlacement getOperandPlacement(Operation *op, unsigned) const {
    auto transpose = cast<tosa::TransposeOp>(op);
    if (isReshape(getShape(transpose.getInput1()), getPermutation(transpose)))
      return OperandPlacement::view();
    return {};
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto transpose = cast<tosa::TransposeOp>(op);
    SmallVector<int64_t> permutation = getPermutation(transpose);
    if (isReshape(getShape(transpose.getInput1()), permutation))
      scheduleReshape(builder, buffers, op->getOpOperand(0), op->getResult(0));
    else
      scheduleTranspose(builder, buffers, transpose.getInput1(), permutation,
                        transpose.getOutput());
    return success();
  }
};

struct SliceModel : SchedulableOpInterface::ExternalModel<SliceModel, tosa::SliceOp> {
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto slice = cast<tosa::SliceOp>(op);
    FailureOr<SmallVector<int64_t>> start = readShape(op, slice.getStart());
    if (failed(start))
      return failure();
    scheduleSlice(builder, buffers, slice.getInput1(), *start, slice.getOutput());
    return success();
  }
};

struct ConcatModel : SchedulableOpInterface::ExternalModel<ConcatModel, tosa::ConcatOp> {
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    auto concat = cast<tosa::ConcatOp>(op);
    return OperandPlacement::slice(
        getConcatOffsets(concat->getOperands(), index, concat.getAxis()));
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto concat = cast<tosa::ConcatOp>(op);
    for (OpOperand &input : op->getOpOperands())
      scheduleInsert(
          builder, buffers, input,
          getConcatOffsets(op->getOperands(), input.getOperandNumber(), concat.getAxis()),
          concat.getOutput());
    return success();
  }
};

struct PadModel : SchedulableOpInterface::ExternalModel<PadModel, tosa::PadOp> {
  /// Elements before and behind each dimension; none where they are unknown.
  static std::optional<std::pair<SmallVector<int64_t>, SmallVector<int64_t>>>
  getPadding(tosa::PadOp op) {
    FailureOr<SmallVector<int64_t>> padding = readIntegerConstant(op.getPadding());
    if (failed(padding) || llvm::any_of(*padding, [](int64_t size) { return size < 0; }))
      return std::nullopt;
    SmallVector<int64_t> low, high;
    for (auto [i, size] : llvm::enumerate(*padding))
      (i % 2 == 0 ? low : high).push_back(size);
    return std::make_pair(low, high);
  }
  OperandPlacement getOperandPlacement(Operation *op, unsigned index) const {
    auto padding = getPadding(cast<tosa::PadOp>(op));
    return index == 0 && padding ? OperandPlacement::slice(padding->first) : OperandPlacement();
  }
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto pad = cast<tosa::PadOp>(op);
    auto padding = getPadding(pad);
    if (!padding)
      return op->emitError("has padding that is variable or negative; cut with tosa.slice");
    DenseElementsAttr value;
    if (!matchPattern(pad.getPadConst(), m_Constant(&value)))
      return op->emitError("pads with a value that is not constant");
    auto [low, high] = *padding;
    scheduleInsert(builder, buffers, op->getOpOperand(0), low, pad.getOutput());
    Attribute element = *value.value_begin<Attribute>();
    auto fill = cast<TypedAttr>(element);
    if (auto integer = dyn_cast<IntegerAttr>(element)) {
      Type stored = BufferAssignment::getStoredType(integer.getType());
      fill = IntegerAttr::get(stored, integer.getValue().zext(stored.getIntOrFloatBitWidth()));
    }
    buffers.fillHalo(op->getLoc(), buffers.write(pad.getOutput()), low, high, fill);
    return success();
  }
};

/// A copy whose source index is an affine function of the target's.
void createGather(OpBuilder &builder, Location loc, Value source, AffineMap map, Value target) {
  auto rank = cast<MemRefType>(target.getType()).getRank();
  SmallVector<utils::IteratorType> iterators(rank, utils::IteratorType::parallel);
  linalg::GenericOp::create(builder, loc, ValueRange(source), ValueRange(target),
                            ArrayRef<AffineMap>{map, builder.getMultiDimIdentityMap(rank)},
                            iterators, [](OpBuilder &nested, Location loc, ValueRange arguments) {
                              linalg::YieldOp::create(nested, loc, arguments[0]);
                            });
}

struct ReverseModel : SchedulableOpInterface::ExternalModel<ReverseModel, tosa::ReverseOp> {
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto reverse = cast<tosa::ReverseOp>(op);
    ArrayRef<int64_t> shape = getShape(reverse.getOutput());
    SmallVector<AffineExpr> indices;
    for (auto [dimension, size] : llvm::enumerate(shape)) {
      AffineExpr index = builder.getAffineDimExpr(dimension);
      indices.push_back(dimension == reverse.getAxis() ? (size - 1) - index : index);
    }
    createGather(builder, op->getLoc(), buffers.read(reverse.getInput1()),
                 AffineMap::get(shape.size(), 0, indices, builder.getContext()),
                 buffers.write(reverse.getOutput()));
    return success();
  }
};

struct TileModel : SchedulableOpInterface::ExternalModel<TileModel, tosa::TileOp> {
  /// Reads the input again and again: each dimension of the target is split
  /// into one that repeats and the input's.
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto tile = cast<tosa::TileOp>(op);
    ArrayRef<int64_t> input = getShape(tile.getInput1()), output = getShape(tile.getOutput());
    SmallVector<int64_t> split, repeated;
    for (auto [from, to] : llvm::zip_equal(input, output)) {
      split.append({to / from, from});
      repeated.append({1, from});
    }
    Location loc = op->getLoc();
    Value source = createReshapedView(builder, loc, buffers.read(tile.getInput1()), repeated);
    Value target = createReshapedView(builder, loc, buffers.write(tile.getOutput()), split);
    buffers.generic(loc, {source}, target,
                    [](OpBuilder &, Location, ValueRange scalars) { return scalars[0]; });
    return success();
  }
};

/// output[n, w, c] = values[n, min(max(indices[n, w], 0), rows - 1), c]
struct GatherModel : SchedulableOpInterface::ExternalModel<GatherModel, tosa::GatherOp> {
  LogicalResult schedule(Operation *op, OpBuilder &builder, BufferAssignment &buffers) const {
    auto gather = cast<tosa::GatherOp>(op);
    Location loc = op->getLoc();
    Value values = buffers.read(gather.getValues()), indices = buffers.read(gather.getIndices());
    Value output = buffers.write(gather.getOutput());
    int64_t rows = getShape(gather.getValues())[1];
    MLIRContext *context = builder.getContext();
    AffineExpr n = builder.getAffineDimExpr(0), w = builder.getAffineDimExpr(1);
    SmallVector<AffineMap> maps = {AffineMap::get(3, 0, {n, w}, context),
                                   builder.getMultiDimIdentityMap(3)};
    SmallVector<utils::IteratorType> iterators(3, utils::IteratorType::parallel);
    linalg::GenericOp::create(
        builder, loc, ValueRange(indices), ValueRange(output), maps, iterators,
        [&](OpBuilder &nested, Location, ValueRange arguments) {
          ImplicitLocOpBuilder b(loc, nested);
          Type type = arguments[0].getType();
          Value low = arith::ConstantOp::create(b, b.getIntegerAttr(type, 0));
          Value high = arith::ConstantOp::create(b, b.getIntegerAttr(type, rows - 1));
          Value row = arith::MaxSIOp::create(b, arguments[0], low);
          row = arith::MinSIOp::create(b, row, high);
          row = arith::IndexCastOp::create(b, b.getIndexType(), row);
          Value batch = linalg::IndexOp::create(b, 0), channel = linalg::IndexOp::create(b, 2);
          Value element = memref::LoadOp::create(b, values, ValueRange{batch, row, channel});
          linalg::YieldOp::create(b, element);
        });
    return success();
  }
};

} // namespace

void schedule::attachTosaDataModels(MLIRContext &context) {
  tosa::ReshapeOp::attachInterface<ReshapeModel<tosa::ReshapeOp>>(context);
  tosa::IdentityOp::attachInterface<ReshapeModel<tosa::IdentityOp>>(context);
  tosa::TransposeOp::attachInterface<TransposeModel>(context);
  tosa::SliceOp::attachInterface<SliceModel>(context);
  tosa::ConcatOp::attachInterface<ConcatModel>(context);
  tosa::PadOp::attachInterface<PadModel>(context);
  tosa::ReverseOp::attachInterface<ReverseModel>(context);
  tosa::TileOp::attachInterface<TileModel>(context);
  tosa::GatherOp::attachInterface<GatherModel>(context);
}
