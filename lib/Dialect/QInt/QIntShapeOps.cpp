// Verifiers and folders of the tensor ops that move elements but do not compute.

#include "Verification.h"

#include "mlir/Dialect/Utils/IndexingUtils.h"
#include "mlir/IR/DialectResourceBlobManager.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

static LogicalResult verifySameElementType(Operation *op, ShapedType input, ShapedType result) {
  if (input.getElementType() == result.getElementType())
    return success();
  return op->emitOpError() << "result holds " << result.getElementType() << " but the input "
                           << input.getElementType();
}

/// `lhs[i] + rhs[i]` for every i.
static SmallVector<int64_t> sum(ArrayRef<int64_t> lhs, ArrayRef<int64_t> rhs) {
  return llvm::map_to_vector(llvm::zip_equal(lhs, rhs),
                             [](auto pair) { return std::get<0>(pair) + std::get<1>(pair); });
}

static bool allZero(ArrayRef<int64_t> values) {
  return llvm::all_of(values, [](int64_t value) { return value == 0; });
}

//===----------------------------------------------------------------------===//
// Concat
//===----------------------------------------------------------------------===//

LogicalResult ConcatOp::verify() {
  auto result = cast<ShapedType>(getResult().getType());
  // (C1)
  if (getInputs().empty())
    return emitOpError() << "needs at least one input";
  if (failed(verifyInterval(*this, "axis", getAxis(), 0, result.getRank() - 1)))
    return failure();
  int64_t size = 0;
  for (Value input : getInputs()) {
    auto type = cast<ShapedType>(input.getType());
    // (C2)
    if (failed(verifySameElementType(*this, type, result)) ||
        failed(verifyRank(*this, "input", type, result.getRank())))
      return failure();
    SmallVector<int64_t> expected(result.getShape());
    expected[getAxis()] = type.getDimSize(getAxis());
    if (failed(verifyShape(*this, "input", type.getShape(), expected)))
      return failure();
    size += type.getDimSize(getAxis());
  }
  // (C1)
  if (size != result.getDimSize(getAxis()))
    return emitOpError() << "sizes along dimension " << getAxis() << " add up to " << size
                         << " but the result has " << result.getDimSize(getAxis());
  return success();
}

OpFoldResult ConcatOp::fold(FoldAdaptor) {
  if (getInputs().size() == 1)
    return getInputs().front();
  return {};
}

//===----------------------------------------------------------------------===//
// Pad and slice
//===----------------------------------------------------------------------===//

LogicalResult PadOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto result = cast<ShapedType>(getResult().getType());
  // (C1)
  size_t rank = input.getRank();
  if (failed(verifySameElementType(*this, input, result)) ||
      failed(verifyEntries(*this, "low", getLow(), rank, 0)) ||
      failed(verifyEntries(*this, "high", getHigh(), rank, 0)) ||
      failed(verifyShape(*this, "result", result.getShape(),
                         sum(sum(input.getShape(), getLow()), getHigh()))))
    return failure();
  // (C2)
  return verifyZeroPoint(*this, "value", input.getElementType(), getValue());
}

OpFoldResult PadOp::fold(FoldAdaptor) {
  if (allZero(getLow()) && allZero(getHigh()))
    return getInput();
  // Two frames of one value are one frame.
  auto inner = getInput().getDefiningOp<PadOp>();
  if (!inner || inner.getValue() != getValue())
    return {};
  setLow(sum(inner.getLow(), getLow()));
  setHigh(sum(inner.getHigh(), getHigh()));
  getInputMutable().assign(inner.getInput());
  return getResult();
}

LogicalResult SliceOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto result = cast<ShapedType>(getResult().getType());
  // (C1)
  if (failed(verifySameElementType(*this, input, result)) ||
      failed(verifyRank(*this, "result", result, input.getRank())) ||
      failed(verifyEntries(*this, "start", getStart(), input.getRank(), 0)))
    return failure();
  for (int64_t i = 0; i < input.getRank(); ++i)
    if (getStart()[i] + result.getDimSize(i) > input.getDimSize(i))
      return emitOpError() << "box [" << getStart()[i] << ", "
                           << getStart()[i] + result.getDimSize(i) << ") leaves dimension " << i
                           << " of the input, which has " << input.getDimSize(i) << " elements";
  return success();
}

OpFoldResult SliceOp::fold(FoldAdaptor) {
  if (getInput().getType() == getResult().getType())
    return getInput();
  auto inner = getInput().getDefiningOp<SliceOp>();
  if (!inner)
    return {};
  setStart(sum(inner.getStart(), getStart()));
  getInputMutable().assign(inner.getInput());
  return getResult();
}

//===----------------------------------------------------------------------===//
// Reshape and transpose
//===----------------------------------------------------------------------===//

LogicalResult ReshapeOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto result = cast<ShapedType>(getResult().getType());
  // (C1)
  if (failed(verifySameElementType(*this, input, result)))
    return failure();
  if (input.getNumElements() != result.getNumElements())
    return emitOpError() << "input has " << input.getNumElements() << " elements but the result "
                         << result.getNumElements();
  return success();
}

OpFoldResult ReshapeOp::fold(FoldAdaptor adaptor) {
  if (getInput().getType() == getResult().getType())
    return getInput();
  auto type = cast<ShapedType>(getResult().getType());
  if (auto constant = dyn_cast_if_present<DenseElementsAttr>(adaptor.getInput()))
    return constant.reshape(type);
  if (auto constant = dyn_cast_if_present<DenseResourceElementsAttr>(adaptor.getInput()))
    return DenseResourceElementsAttr::get(type, constant.getRawHandle());
  auto inner = getInput().getDefiningOp<ReshapeOp>();
  if (!inner)
    return {};
  getInputMutable().assign(inner.getInput());
  return getResult();
}

LogicalResult TransposeOp::verify() {
  auto input = cast<ShapedType>(getInput().getType());
  auto result = cast<ShapedType>(getResult().getType());
  // (C1)
  ArrayRef<int64_t> permutation = getPermutation();
  if (failed(verifySameElementType(*this, input, result)) ||
      failed(verifyEntries(*this, "permutation", permutation, input.getRank(), 0)))
    return failure();
  if (!isPermutationVector(permutation))
    return emitOpError() << "[" << permutation << "] is not a permutation";
  return verifyShape(*this, "result", result.getShape(),
                     applyPermutation(input.getShape(), permutation));
}

OpFoldResult TransposeOp::fold(FoldAdaptor) {
  if (isIdentityPermutation(getPermutation()))
    return getInput();
  // Dimension i of the outer result is dimension inner[outer[i]] of the input.
  auto inner = getInput().getDefiningOp<TransposeOp>();
  if (!inner)
    return {};
  setPermutation(applyPermutation(inner.getPermutation(), getPermutation()));
  getInputMutable().assign(inner.getInput());
  return getResult();
}
