#include "qopt/Schedule/BufferAssignment.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/Matchers.h"
#include "qopt/Schedule/MemRefViews.h"

using namespace mlir;
using namespace qopt;

/// A buffer that holds a tensor with `fill` around it.
struct BufferAssignment::Halo {
  SmallVector<int64_t> low, high;
  TypedAttr fill;
  Value whole;

  /// True where the halo that `placement` asks for is part of this one.
  bool covers(const OperandPlacement &placement) const {
    if (placement.fill != fill)
      return false;
    for (size_t i = 0; i < low.size(); ++i)
      if (placement.low[i] > low[i] || placement.high[i] > high[i])
        return false;
    return true;
  }
};

static OperandPlacement getPlacement(OpOperand &use) {
  if (auto schedulable = dyn_cast<SchedulableOpInterface>(use.getOwner()))
    return schedulable.getOperandPlacement(use.getOperandNumber());
  return {};
}

/// The uses of `tensor` in program order, which decides between equal ones.
static SmallVector<OpOperand *> getUsesInOrder(Value tensor) {
  SmallVector<OpOperand *> uses;
  for (OpOperand &use : tensor.getUses())
    uses.push_back(&use);
  llvm::sort(uses, [](OpOperand *a, OpOperand *b) {
    if (a->getOwner() == b->getOwner())
      return a->getOperandNumber() < b->getOperandNumber();
    return a->getOwner()->isBeforeInBlock(b->getOwner());
  });
  return uses;
}

static bool hasHalo(const OperandPlacement &placement) {
  auto isPositive = [](int64_t size) { return size > 0; };
  return placement.kind == OperandPlacement::Kind::Halo &&
         (llvm::any_of(placement.low, isPositive) || llvm::any_of(placement.high, isPositive));
}

BufferAssignment::BufferAssignment(OpBuilder &builder, func::FuncOp function,
                                   ConstantPool &constants, qint::TargetAttr target)
    : builder(builder), function(function), constants(constants), target(target) {
  Block &block = function.getBody().front();
  auto addArgument = [&](Type type, Location loc) -> Value {
    auto tensor = cast<RankedTensorType>(type);
    // The strides of 2x0 would be 0 and 1, which no bare pointer can have.
    bool isEmpty = tensor.getNumElements() == 0;
    return block.addArgument(MemRefType::get(isEmpty ? ArrayRef<int64_t>(0) : tensor.getShape(),
                                             getStoredType(tensor.getElementType())),
                             loc);
  };
  for (BlockArgument argument : llvm::to_vector(block.getArguments()))
    buffers[argument] = addArgument(argument.getType(), argument.getLoc());
  for (Type type : function.getFunctionType().getResults())
    outputs.push_back(addArgument(type, function.getLoc()));
}

BufferAssignment::~BufferAssignment() = default;

Type BufferAssignment::getStoredType(Type elementType) {
  if (auto integer = dyn_cast<IntegerType>(elementType))
    return IntegerType::get(elementType.getContext(), std::max(8u, integer.getWidth()));
  return elementType;
}

Value BufferAssignment::read(Value tensor) {
  if (pending.contains(tensor))
    emitPointwise(tensor);
  if (Value buffer = buffers.lookup(tensor))
    return buffer;
  ElementsAttr elements;
  if (matchPattern(tensor, m_Constant(&elements)))
    return buffers[tensor] = constants.get(builder, tensor.getLoc(), "constant", elements);
  // A tensor nobody writes (`tensor.empty`): any contents will do.
  return write(tensor);
}

Value BufferAssignment::readPlaced(OpOperand &operand) {
  Value tensor = operand.get();
  OperandPlacement placement = getPlacement(operand);
  Value plain = read(tensor);
  Location loc = operand.getOwner()->getLoc();
  auto boxOf = [&](const Halo &halo) {
    SmallVector<int64_t> offsets, sizes;
    ArrayRef<int64_t> shape = cast<MemRefType>(plain.getType()).getShape();
    for (size_t i = 0; i < shape.size(); ++i) {
      offsets.push_back(halo.low[i] - placement.low[i]);
      sizes.push_back(shape[i] + placement.low[i] + placement.high[i]);
    }
    return createBox(builder, loc, halo.whole, offsets, sizes);
  };
  if (placement.kind != OperandPlacement::Kind::Halo)
    return plain;
  bool inArena = getViewedMemory(plain).getDefiningOp<memref::AllocOp>() != nullptr;
  if (!hasHalo(placement) && (inArena || !placement.readsBehind))
    return plain;
  for (const Halo &halo : halos[tensor])
    if (halo.covers(placement))
      return boxOf(halo);
  const Halo &halo = addHalo(loc, tensor, placement);
  createCopy(
      builder, loc, plain,
      createBox(builder, loc, halo.whole, halo.low, cast<MemRefType>(plain.getType()).getShape()));
  return boxOf(halo);
}

Value BufferAssignment::write(Value tensor) {
  if (Value buffer = buffers.lookup(tensor))
    return buffer;
  // Placing may recurse into the results of users, so the map may grow.
  Value buffer = place(tensor);
  buffers[tensor] = buffer;
  return buffer;
}

void BufferAssignment::alias(Value tensor, Value view) {
  assert(!buffers.lookup(tensor) && "tensor has a buffer of its own");
  buffers[tensor] = view;
}

Value BufferAssignment::temporary(Location loc, ArrayRef<int64_t> shape, Type elementType) {
  return memref::AllocOp::create(builder, loc, MemRefType::get(shape, elementType));
}

Value BufferAssignment::place(Value tensor) {
  if (Value buffer = placeInOutput(tensor))
    return buffer;
  if (Value buffer = placeInHalo(tensor))
    return buffer;
  if (Value buffer = placeInResult(tensor))
    return buffer;
  auto type = cast<RankedTensorType>(tensor.getType());
  return temporary(tensor.getLoc(), type.getShape(), getStoredType(type.getElementType()));
}

Value BufferAssignment::placeInOutput(Value tensor) {
  if (llvm::any_of(tensor.getUses(), [](OpOperand &use) { return getPlacement(use).readsBehind; }))
    return {};
  for (OpOperand *use : getUsesInOrder(tensor)) {
    if (!isa<func::ReturnOp>(use->getOwner()))
      continue;
    writtenOutputs.insert(use);
    return outputs[use->getOperandNumber()];
  }
  return {};
}

Value BufferAssignment::placeInHalo(Value tensor) {
  // One halo serves all users that want the same value around the tensor.
  OperandPlacement common;
  for (OpOperand *use : getUsesInOrder(tensor)) {
    OperandPlacement placement = getPlacement(*use);
    if (!hasHalo(placement))
      continue;
    if (common.kind != OperandPlacement::Kind::Halo) {
      common = placement;
      continue;
    }
    if (common.fill != placement.fill)
      continue;
    for (size_t i = 0; i < common.low.size(); ++i) {
      common.low[i] = std::max(common.low[i], placement.low[i]);
      common.high[i] = std::max(common.high[i], placement.high[i]);
    }
  }
  if (common.kind != OperandPlacement::Kind::Halo)
    return {};
  const Halo &halo = addHalo(tensor.getLoc(), tensor, common);
  return createBox(builder, tensor.getLoc(), halo.whole, halo.low,
                   cast<RankedTensorType>(tensor.getType()).getShape());
}

Value BufferAssignment::placeInResult(Value tensor) {
  ArrayRef<int64_t> shape = cast<RankedTensorType>(tensor.getType()).getShape();
  Location loc = tensor.getLoc();
  for (OpOperand *use : getUsesInOrder(tensor)) {
    OperandPlacement placement = getPlacement(*use);
    Value buffer;
    if (placement.kind == OperandPlacement::Kind::Slice)
      buffer = createBox(builder, loc, write(use->getOwner()->getResult(0)), placement.low, shape);
    else if (placement.kind == OperandPlacement::Kind::View)
      buffer = createReshapedView(builder, loc, write(use->getOwner()->getResult(0)), shape);
    // Kernels write rows without gaps; a column of the result has them.
    if (!buffer || !hasDenseRows(cast<MemRefType>(buffer.getType())))
      continue;
    inPlace.insert(use);
    return buffer;
  }
  return {};
}

const BufferAssignment::Halo &BufferAssignment::addHalo(Location loc, Value tensor,
                                                        const OperandPlacement &placement) {
  auto type = cast<RankedTensorType>(tensor.getType());
  SmallVector<int64_t> sizes(type.getShape());
  for (size_t i = 0; i < sizes.size(); ++i)
    sizes[i] += placement.low[i] + placement.high[i];
  Halo halo{placement.low, placement.high, placement.fill,
            temporary(loc, sizes, getStoredType(type.getElementType()))};
  fillHalo(loc, halo.whole, halo.low, halo.high, halo.fill);
  halos[tensor].push_back(std::move(halo));
  return halos[tensor].back();
}

void BufferAssignment::fillHalo(Location loc, Value whole, ArrayRef<int64_t> low,
                                ArrayRef<int64_t> high, TypedAttr fill) {
  // The border is the disjoint union of two boxes per dimension: outside in
  // that dimension, inside in all earlier ones.
  SmallVector<int64_t> sizes(cast<MemRefType>(whole.getType()).getShape());
  SmallVector<int64_t> offsets(sizes.size(), 0);
  for (size_t i = 0; i < sizes.size(); ++i) {
    int64_t size = sizes[i];
    auto fillBox = [&](int64_t offset, int64_t count) {
      if (count == 0)
        return;
      offsets[i] = offset;
      sizes[i] = count;
      createFill(builder, loc, fill, createBox(builder, loc, whole, offsets, sizes));
    };
    fillBox(0, low[i]);
    fillBox(size - high[i], high[i]);
    offsets[i] = low[i];
    sizes[i] = size - low[i] - high[i];
  }
}

void BufferAssignment::finish(func::ReturnOp returnOp) {
  for (OpOperand &operand : returnOp->getOpOperands()) {
    if (cast<RankedTensorType>(operand.get().getType()).getNumElements() == 0)
      continue;
    Value buffer = read(operand.get());
    if (!writtenOutputs.contains(&operand))
      createCopy(builder, returnOp.getLoc(), buffer, outputs[operand.getOperandNumber()]);
  }
}
