#include "ScheduledConvolution.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

#include "qopt/Dialect/Interfaces/ScheduledOpInterface.cpp.inc"

#define GET_OP_CLASSES
#include "qopt/Dialect/QInt/QIntScheduledOps.cpp.inc"

LogicalResult qint::verifyStatic(Operation *op) {
  for (Type type : op->getOperandTypes())
    if (auto memref = dyn_cast<MemRefType>(type); memref && !memref.hasStaticShape())
      return op->emitOpError() << "buffer " << type << " must have a static shape";
  return success();
}

//===----------------------------------------------------------------------===//
// Matrix product, pool and reduction
//===----------------------------------------------------------------------===//

static LogicalResult verifyScratch(ScheduledBatchMatmulOp op, bool areBytes) {
  // (C5)
  if (areBytes != static_cast<bool>(op.getScratch()))
    return op.emitOpError() << (areBytes ? "a product of bytes needs a scratch buffer"
                                         : "only products of bytes have a scratch buffer");
  if (!areBytes)
    return success();
  ArrayRef<int64_t> lhs = op.getLhs().getType().getShape();
  int64_t needed =
      ScheduledBatchMatmulOp::getScratchBytes(lhs[1], lhs[2], op.getTile().getColumns());
  if (int64_t size = op.getScratch().getType().getDimSize(0); size < needed)
    return op.emitOpError() << "scratch has " << size << " bytes but needs " << needed;
  if (!op.getScratch().getType().getLayout().isIdentity())
    return op.emitOpError() << "scratch must be contiguous";
  return success();
}

LogicalResult ScheduledBatchMatmulOp::verify() {
  MemRefType lhs = getLhs().getType(), rhs = getRhs().getType(), output = getOutput().getType();
  // (C1)
  if (failed(verifyStatic(*this)) || failed(verifyRank(*this, "lhs", lhs, 3)) ||
      failed(verifyRank(*this, "rhs", rhs, 3)) ||
      failed(verifyShape(*this, "rhs", rhs.getShape(),
                         {lhs.getDimSize(0), lhs.getDimSize(2), rhs.getDimSize(2)})) ||
      failed(verifyShape(*this, "output", output.getShape(),
                         {lhs.getDimSize(0), lhs.getDimSize(1), rhs.getDimSize(2)})))
    return failure();
  // (C2)
  Type left = lhs.getElementType(), right = rhs.getElementType();
  if (left.isF32() != right.isF32())
    return emitOpError() << "has no kernel for " << left << " by " << right;
  bool narrow = left.isInteger(8) && right.isInteger(8);
  Type accumulator = left.isF32() ? left : IntegerType::get(getContext(), narrow ? 32 : 64);
  // (C3)
  std::optional<RescaleAttr> rescale = getRescale();
  if (rescale && left.isF32())
    return emitOpError() << "a product of f32 takes no rescale";
  if (!rescale && output.getElementType() != accumulator)
    return emitOpError() << "output holds " << output.getElementType()
                         << " but without rescale it must hold the accumulator's type "
                         << accumulator;
  // (C4)
  if (!left.isF32() && (failed(verifyZeroPoint(*this, "lhs_zero_point", left, getLhsZeroPoint())) ||
                        failed(verifyZeroPoint(*this, "rhs_zero_point", right, getRhsZeroPoint()))))
    return failure();
  if (!rescale)
    return verifyScratch(*this, narrow);
  if (rescale->size() != 1)
    return emitOpError() << "rescale has " << rescale->size() << " entries but must have 1";
  RescaleOutput stored{output.getElementType(), getOutputZeroPoint(), getClampMin(), getClampMax()};
  if (failed(verifyModeResult(*this, rescale->getMode(), accumulator, stored)) ||
      failed(verifyRescale(*this, *rescale, accumulator, stored)))
    return failure();
  return verifyScratch(*this, narrow);
}

int64_t ScheduledBatchMatmulOp::countMultiplyAdds() {
  return getOutput().getType().getNumElements() * getLhs().getType().getDimSize(2);
}

LogicalResult ScheduledPool2DOp::verify() {
  PoolGeometry geometry{getInput().getType(), getOutput().getType(), getKernel(), getStride(),
                        getPad()};
  bool isFloat = geometry.input.getElementType().isF32();
  bool isIntegerMean = getKind() == PoolKind::Average && !isFloat;
  // (C1), (C2)
  if (failed(verifyStatic(*this)) ||
      failed(verifyPool(*this, geometry, /*sums=*/isIntegerMean && !getRescale())))
    return failure();
  // (C3)
  if (!isIntegerMean && getRescale())
    return emitOpError() << (isFloat ? "a pool of f32" : "a maximum") << " takes no rescale";
  if (!isIntegerMean)
    return success();
  return verifyMean(
      *this, geometry, getRescale(), getInputZeroPoint(),
      {geometry.result.getElementType(), getOutputZeroPoint(), getClampMin(), getClampMax()});
}

LogicalResult ScheduledReduceOp::verify() {
  MemRefType input = getInput().getType(), output = getOutput().getType();
  // (C1)
  if (failed(verifyStatic(*this)))
    return failure();
  if (input.getRank() == 0)
    return emitOpError() << "input has no dimension to reduce";
  SmallVector<int64_t> expected(input.getShape());
  expected.back() = 1;
  if (failed(verifyShape(*this, "output", output.getShape(), expected)))
    return failure();
  // (C2)
  if (input.getElementType() != output.getElementType())
    return emitOpError() << "output holds " << output.getElementType() << " but the input "
                         << input.getElementType();
  if (getKind() == ReduceKind::Sum && input.getElementType().isInteger(8))
    return emitOpError() << "sums of i8 would wrap; sum i32 or f32";
  return success();
}

//===----------------------------------------------------------------------===//
// Profile
//===----------------------------------------------------------------------===//

LogicalResult ScheduledTickOp::verify() {
  MemRefType ticks = getTicks().getType();
  // (C1)
  if (failed(verifyStatic(*this)))
    return failure();
  if (!ticks.getLayout().isIdentity())
    return emitOpError() << "counters " << ticks << " must be contiguous";
  // (C2)
  if (getSlot() < 0 || getSlot() >= ticks.getDimSize(0))
    return emitOpError() << "slot " << getSlot() << " is no index of " << ticks.getDimSize(0)
                         << " counters";
  return success();
}
