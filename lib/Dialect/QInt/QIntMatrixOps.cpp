#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/MatrixRegisters.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

static LogicalResult verifyRegister(Operation *op, StringRef name, int64_t number) {
  if (number >= 0 && number < kMatrixRegisters)
    return success();
  return op->emitOpError() << name << " " << number << " must lie in [0, " << kMatrixRegisters - 1
                           << "]";
}

static LogicalResult verifySize(Operation *op, StringRef name, int64_t size, int64_t limit) {
  if (size >= 1 && size <= limit)
    return success();
  return op->emitOpError() << name << " " << size << " must lie in [1, " << limit << "]";
}

LogicalResult VectorMatrixConfigureOp::verify() {
  // (C1)
  for (auto [name, sizes] : {std::pair("rows", getRows()), std::pair("row_bytes", getRowBytes())})
    if (static_cast<int64_t>(sizes.size()) != kMatrixRegisters)
      return emitOpError() << name << " must have " << kMatrixRegisters << " entries, not "
                           << sizes.size();
  for (auto [rows, bytes] : llvm::zip_equal(getRows(), getRowBytes())) {
    if (rows == 0 && bytes == 0)
      continue;
    if (rows < 1 || rows > kMatrixRows || bytes < 4 || bytes > kMatrixRowBytes || bytes % 4 != 0)
      return emitOpError() << "no register has " << rows << " rows of " << bytes << " bytes";
  }
  return success();
}

LogicalResult VectorMatrixLoadOp::verify() {
  // (C1)
  if (failed(verifyRegister(*this, "number", getNumber())))
    return failure();
  // (C2)
  if (failed(verifySize(*this, "rows", getRows(), kMatrixRows)) ||
      failed(verifySize(*this, "row_bytes", getRowBytes(), kMatrixRowBytes)))
    return failure();
  if (getRowBytes() % 4 != 0)
    return emitOpError() << "row_bytes " << getRowBytes() << " must be a multiple of 4";
  return success();
}

LogicalResult VectorMatrixDotOp::verify() {
  // (C1)
  if (failed(verifyRegister(*this, "accumulator", getAccumulator())) ||
      failed(verifyRegister(*this, "lhs", getLhs())) ||
      failed(verifyRegister(*this, "rhs", getRhs())))
    return failure();
  if (getAccumulator() == getLhs() || getAccumulator() == getRhs() || getLhs() == getRhs())
    return emitOpError("accumulator, lhs and rhs must be different registers");
  // (C2)
  return success(succeeded(verifySize(*this, "rows", getRows(), kMatrixRows)) &&
                 succeeded(verifySize(*this, "steps", getSteps(), kMatrixSteps)));
}

LogicalResult VectorMatrixStoreOp::verify() {
  // (C1)
  if (failed(verifyRegister(*this, "number", getNumber())))
    return failure();
  // (C2)
  return verifySize(*this, "rows", getRows(), kMatrixRows);
}
