#include "VectorPieces.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;

static int64_t countLanes(Value vector) {
  return cast<VectorType>(vector.getType()).getNumElements();
}

Value qopt::shuffleLanes(ImplicitLocOpBuilder &builder, Value lhs, Value rhs,
                         ArrayRef<int64_t> mask) {
  return vector::ShuffleOp::create(builder, lhs, rhs, mask);
}

Value qopt::takeLanes(ImplicitLocOpBuilder &builder, Value vector, int64_t offset, int64_t lanes) {
  int64_t available = countLanes(vector);
  if (offset == 0 && lanes == available)
    return vector;
  SmallVector<int64_t> mask;
  for (int64_t lane = offset; lane < offset + lanes; ++lane)
    mask.push_back(lane < available ? lane : vector::ShuffleOp::kPoisonIndex);
  return shuffleLanes(builder, vector, vector, mask);
}

Value qopt::joinLanes(ImplicitLocOpBuilder &builder, ArrayRef<Value> vectors, int64_t lanes) {
  SmallVector<Value> level(vectors);
  while (level.size() > 1) {
    SmallVector<Value> next;
    for (size_t i = 0; i + 1 < level.size(); i += 2) {
      int64_t size = countLanes(level[i]) + countLanes(level[i + 1]);
      next.push_back(
          shuffleLanes(builder, level[i], level[i + 1], llvm::to_vector(llvm::seq<int64_t>(size))));
    }
    if (level.size() % 2)
      next.push_back(level.back());
    level = std::move(next);
  }
  return takeLanes(builder, level.front(), 0, lanes);
}

Value qopt::callIntrinsic(ImplicitLocOpBuilder &builder, StringRef name, Type result,
                          ValueRange operands) {
  return LLVM::CallIntrinsicOp::create(builder, result, builder.getStringAttr(name), operands)
      .getResult(0);
}

Value qopt::bitcastLanes(ImplicitLocOpBuilder &builder, Value vector, Type elementType) {
  auto type = cast<VectorType>(vector.getType());
  if (type.getElementType() == elementType)
    return vector;
  int64_t lanes =
      type.getNumElements() * type.getElementTypeBitWidth() / elementType.getIntOrFloatBitWidth();
  return vector::BitCastOp::create(builder, VectorType::get(lanes, elementType), vector);
}

Value qopt::splatLanes(ImplicitLocOpBuilder &builder, Type type, int64_t value) {
  auto vector = cast<VectorType>(type);
  return arith::ConstantOp::create(
      builder, DenseElementsAttr::get(
                   vector, Attribute(builder.getIntegerAttr(vector.getElementType(), value))));
}
