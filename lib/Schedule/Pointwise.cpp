// How BufferAssignment turns chains of pointwise ops into one linalg.generic.

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/IR/Matchers.h"
#include "qopt/Schedule/BufferAssignment.h"
#include "qopt/Schedule/MemRefViews.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace qopt;

/// `tensor` as a function of its operands, not emitted yet.
struct BufferAssignment::Pointwise {
  Value tensor;
  SmallVector<PointwiseOperand> operands;
  PointwiseBody body;
};

/// A `linalg.generic` in the making: the buffers that it reads, each with its
/// map from the loops, and how its body finds the scalars.
struct BufferAssignment::Generic {
  struct Input {
    Value memref;
    AffineMap map;
    bool isBoolean;
  };

  /// Number of the input that holds `memref` under `map`.
  unsigned add(Value memref, AffineMap map, bool isBoolean) {
    for (auto [index, input] : llvm::enumerate(inputs))
      if (input.memref == memref && input.map == map)
        return index;
    inputs.push_back({memref, map, isBoolean});
    return inputs.size() - 1;
  }

  SmallVector<Input> inputs;
  /// The expressions of the body, in program order; the last is the result.
  SmallVector<std::shared_ptr<Pointwise>> expressions;
  /// Tensors and memrefs that are read, and constants with one value.
  DenseMap<Value, unsigned> inputOf;
  DenseMap<Value, TypedAttr> splats;
};

static ArrayRef<int64_t> getShape(Value tensor) {
  return cast<ShapedType>(tensor.getType()).getShape();
}

static bool isBooleanTensor(Value value) {
  return isa<TensorType>(value.getType()) && getElementTypeOrSelf(value).isInteger(1);
}

/// Map from the indices of a tensor of shape `result` to those of one of shape
/// `operand` that is broadcast to it.
static AffineMap getBroadcastMap(MLIRContext *context, ArrayRef<int64_t> operand,
                                 ArrayRef<int64_t> result) {
  SmallVector<AffineExpr> indices;
  for (auto [dimension, size] : llvm::enumerate(operand)) {
    bool isBroadcast = size == 1 && result[dimension] != 1;
    indices.push_back(isBroadcast ? getAffineConstantExpr(0, context)
                                  : getAffineDimExpr(dimension, context));
  }
  return AffineMap::get(result.size(), 0, indices, context);
}

/// The one value of a constant tensor, with the type that bodies see.
static TypedAttr getSplat(Value tensor) {
  SplatElementsAttr splat;
  if (!matchPattern(tensor, m_Constant(&splat)))
    return {};
  Type type = splat.getElementType();
  if (isa<FloatType>(type))
    return splat.getSplatValue<FloatAttr>();
  APInt value = splat.getSplatValue<APInt>();
  if (type.isInteger(1))
    return IntegerAttr::get(type, value);
  Type stored = BufferAssignment::getStoredType(type);
  unsigned width = stored.getIntOrFloatBitWidth();
  return IntegerAttr::get(stored, type.isUnsignedInteger() ? value.zext(width) : value.sext(width));
}

void BufferAssignment::pointwise(Value tensor, ArrayRef<PointwiseOperand> operands,
                                 PointwiseBody body) {
  auto expression = std::make_shared<Pointwise>();
  expression->tensor = tensor;
  expression->operands.assign(operands.begin(), operands.end());
  expression->body = std::move(body);
  pending[tensor] = std::move(expression);
}

/// The most expressions that one body has. The time that LLVM takes for a block grows with
/// the square of its length; what is stored between two bodies of this size is nothing
/// beside their arithmetic.
static constexpr size_t maxExpressions = 256;

/// `root` and the pending expressions that serve it alone, from last to first: by then
/// all users of a value are known to be inside or not.
SmallVector<Value> BufferAssignment::findExpressions(Value root) const {
  SmallVector<Value> found;
  DenseSet<Operation *> members;
  auto isMember = [&](Operation *user) { return members.contains(user); };
  for (const auto &[tensor, expression] : llvm::reverse(pending)) {
    if (found.size() == maxExpressions)
      break;
    bool serves = getShape(tensor) == getShape(root) && llvm::all_of(tensor.getUsers(), isMember);
    if (tensor != root && (!serves || tensor.use_empty()))
      continue;
    members.insert(tensor.getDefiningOp());
    found.push_back(tensor);
  }
  return found;
}

size_t BufferAssignment::countPending(Value tensor) const {
  return pending.contains(tensor) ? findExpressions(tensor).size() : 0;
}

void BufferAssignment::gatherExpressions(Value root, Generic &generic) {
  SmallVector<Value> found = findExpressions(root);
  for (Value tensor : llvm::reverse(found)) {
    generic.expressions.push_back(pending.lookup(tensor));
    pending.erase(tensor);
  }
}

void BufferAssignment::gatherInputs(Value root, Generic &generic) {
  DenseSet<Value> inner;
  for (const std::shared_ptr<Pointwise> &expression : generic.expressions) {
    for (const PointwiseOperand &operand : expression->operands) {
      Value value = operand.value;
      if (inner.contains(value) || generic.inputOf.contains(value) ||
          generic.splats.contains(value))
        continue;
      if (operand.map)
        generic.inputOf[value] = generic.add(value, operand.map, /*isBoolean=*/false);
      else if (TypedAttr splat = getSplat(value))
        generic.splats[value] = splat;
      else
        generic.inputOf[value] = generic.add(
            read(value), getBroadcastMap(builder.getContext(), getShape(value), getShape(root)),
            isBooleanTensor(value));
    }
    inner.insert(expression->tensor);
  }
}

/// Stride of each of `loops` loops in `memref`, indexed by `map`.
static SmallVector<int64_t> getLoopStrides(Value memref, AffineMap map) {
  StridedLayout layout = StridedLayout::of(cast<MemRefType>(memref.getType()));
  SmallVector<int64_t> strides(map.getNumDims(), 0);
  for (auto [index, stride] : llvm::zip_equal(map.getResults(), layout.strides))
    if (auto dimension = dyn_cast<AffineDimExpr>(index))
      strides[dimension.getPosition()] += stride;
  return strides;
}

/// `memref` without the loops that do not index it, and its map.
static std::pair<Value, AffineMap> createLoopOperand(OpBuilder &builder, Location loc, Value memref,
                                                     ArrayRef<int64_t> sizes,
                                                     ArrayRef<int64_t> strides) {
  StridedLayout layout = StridedLayout::of(cast<MemRefType>(memref.getType()));
  layout.sizes.clear();
  layout.strides.clear();
  SmallVector<AffineExpr> indices;
  for (size_t loop = 0; loop < sizes.size(); ++loop) {
    if (strides[loop] == 0)
      continue;
    layout.sizes.push_back(sizes[loop]);
    layout.strides.push_back(strides[loop]);
    indices.push_back(builder.getAffineDimExpr(loop));
  }
  return {createView(builder, loc, memref, layout),
          AffineMap::get(sizes.size(), 0, indices, builder.getContext())};
}

/// Emits the `linalg.generic` that computes each element of `output` from those
/// of `inputs` under `maps`, in as few loops as the strides allow.
static void createGeneric(OpBuilder &builder, Location loc, ArrayRef<Value> inputs,
                          ArrayRef<AffineMap> maps, Value output, const PointwiseBody &body) {
  StridedLayout outputLayout = StridedLayout::of(cast<MemRefType>(output.getType()));
  StridedLoops loops{outputLayout.sizes, {}};
  for (auto [input, map] : llvm::zip_equal(inputs, maps))
    loops.strides.push_back(getLoopStrides(input, map));
  loops.strides.push_back(outputLayout.strides);
  loops.collapse();

  SmallVector<Value> memrefs(inputs);
  memrefs.push_back(output);
  SmallVector<AffineMap> loopMaps;
  for (auto [memref, strides] : llvm::zip_equal(memrefs, loops.strides)) {
    AffineMap map;
    std::tie(memref, map) = createLoopOperand(builder, loc, memref, loops.sizes, strides);
    loopMaps.push_back(map);
  }
  SmallVector<utils::IteratorType> iterators(loops.sizes.size(), utils::IteratorType::parallel);
  linalg::GenericOp::create(builder, loc, ValueRange(memrefs).drop_back(),
                            ValueRange(memrefs).take_back(), loopMaps, iterators,
                            [&](OpBuilder &nested, Location, ValueRange arguments) {
                              Value result = body(nested, loc, arguments.drop_back());
                              linalg::YieldOp::create(nested, loc, result);
                            });
}

void BufferAssignment::generic(Location loc, ArrayRef<Value> inputs, Value output,
                               const PointwiseBody &body) {
  SmallVector<AffineMap> maps;
  for (Value input : inputs)
    maps.push_back(getBroadcastMap(builder.getContext(), getShape(input), getShape(output)));
  createGeneric(builder, loc, inputs, maps, output, body);
}

void BufferAssignment::emitPointwise(Value tensor) {
  Generic generic;
  gatherExpressions(tensor, generic);
  gatherInputs(tensor, generic);
  SmallVector<Value> inputs;
  SmallVector<AffineMap> maps;
  for (const Generic::Input &input : generic.inputs) {
    inputs.push_back(input.memref);
    maps.push_back(input.map);
  }

  auto body = [&](OpBuilder &nested, Location loc, ValueRange arguments) -> Value {
    DenseMap<Value, Value> computed;
    auto scalarOf = [&](Value operand) -> Value {
      if (Value scalar = computed.lookup(operand))
        return scalar;
      Value scalar;
      if (TypedAttr splat = generic.splats.lookup(operand)) {
        scalar = arith::ConstantOp::create(nested, loc, splat);
      } else {
        unsigned index = generic.inputOf.lookup(operand);
        scalar = arguments[index];
        if (generic.inputs[index].isBoolean)
          scalar = arith::TruncIOp::create(nested, loc, nested.getI1Type(), scalar);
      }
      return computed[operand] = scalar;
    };
    Value last;
    for (const std::shared_ptr<Pointwise> &expression : generic.expressions) {
      SmallVector<Value> scalars;
      for (const PointwiseOperand &operand : expression->operands)
        scalars.push_back(scalarOf(operand.value));
      last = expression->body(nested, expression->tensor.getLoc(), scalars);
      computed[expression->tensor] = last;
    }
    if (isBooleanTensor(tensor))
      last = arith::ExtUIOp::create(nested, loc, nested.getI8Type(), last);
    return last;
  };
  createGeneric(builder, tensor.getLoc(), inputs, maps, write(tensor), body);
}
