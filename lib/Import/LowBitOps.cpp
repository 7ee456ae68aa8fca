#include "Expansion.h"
#include "Ops.h"
#include "TensorElements.h"

// ONNX Runtime's products of floats with weights of few bits, which become floats
// at import: the program's own quantization starts from their values.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// Integer weights of `bits` bits in rows of blocks, each with a scale and a zero
/// point of its own.
struct BlockedWeights {
  int64_t rows, columns, block, bits;

  int64_t blocks() const { return llvm::divideCeil(columns, block); }
};

FailureOr<BlockedWeights> readForm(NodeImporter &node) {
  FailureOr<int64_t> columns = node.getInteger("K", 0), rows = node.getInteger("N", 0);
  FailureOr<int64_t> bits = node.getInteger("bits", 4), block = node.getInteger("block_size", 0);
  FailureOr<int64_t> prepacked = node.getInteger("weight_prepacked", 0);
  if (failed(columns) || failed(rows) || failed(bits) || failed(block) || failed(prepacked))
    return failure();
  node.ignoreAttributes({"accuracy_level"});
  if (*columns < 1 || *rows < 1 || *columns > maxElements || *rows > maxElements ||
      (*bits != 2 && *bits != 4 && *bits != 8) || *block < 16 || *block > maxElements ||
      !llvm::isPowerOf2_64(*block) || *prepacked != 0)
    return node.error() << *rows << " x " << *columns << " weights of " << *bits
                        << " bits in blocks of " << *block << " are not supported";
  if (failed(node.checkConstantSize({*rows, *columns})))
    return failure();
  return BlockedWeights{*rows, *columns, *block, *bits};
}

/// Element `index` of integers of `bits` bits, the first in the lowest ones.
int64_t getPacked(ArrayRef<int64_t> bytes, int64_t index, int64_t bits) {
  int64_t perByte = 8 / bits;
  return bytes[index / perByte] >> (index % perByte * bits) & ((1 << bits) - 1);
}

LogicalResult checkConstant(NodeImporter &node, size_t index, int64_t count) {
  const ImportedValue &value = node.getInput(index);
  if (value.isConstant() && countElements(value.shape) == count)
    return success();
  return node.error() << "operand " << index << " has shape " << formatShape(value.shape)
                      << " or is computed by the model; a constant of " << count
                      << " elements expected";
}

/// A constant operand of `count` elements.
FailureOr<SmallVector<double>> readConstant(NodeImporter &node, size_t index, int64_t count) {
  if (failed(checkConstant(node, index, count)))
    return failure();
  return toDoubles(*node.getInput(index).constant);
}

/// The same, of bytes.
FailureOr<Shape> readBytes(NodeImporter &node, size_t index, int64_t count) {
  if (failed(checkConstant(node, index, count)))
    return failure();
  const ImportedValue &value = node.getInput(index);
  if (!value.getElementType().isInteger(8))
    return node.error() << "operand " << index << " has type " << value.describeType()
                        << "; bytes expected";
  return *toIntegers(*value.constant);
}

/// The zero point of each block: packed like the weights, each row from a byte of
/// its own, as floats, or the middle of the range.
FailureOr<SmallVector<double>> readZeroPoints(NodeImporter &node, const BlockedWeights &form) {
  int64_t count = form.rows * form.blocks();
  if (!node.hasInput(3))
    return SmallVector<double>(count, static_cast<double>(1 << (form.bits - 1)));
  if (node.getInput(3).isFloat())
    return readConstant(node, 3, count);
  int64_t rowBytes = llvm::divideCeil(form.blocks() * form.bits, 8);
  FailureOr<Shape> bytes = readBytes(node, 3, form.rows * rowBytes);
  if (failed(bytes))
    return failure();
  SmallVector<double> zeroPoints;
  for (int64_t row = 0; row < form.rows; ++row)
    for (int64_t b = 0; b < form.blocks(); ++b)
      zeroPoints.push_back(static_cast<double>(
          getPacked(ArrayRef(*bytes).slice(row * rowBytes, rowBytes), b, form.bits)));
  return zeroPoints;
}

/// The weights as floats, columns x rows.
FailureOr<ImportedValue> readWeights(NodeImporter &node, const BlockedWeights &form) {
  int64_t blocks = form.blocks(), blockBytes = form.block * form.bits / 8;
  FailureOr<Shape> bytes = readBytes(node, 1, form.rows * blocks * blockBytes);
  if (failed(bytes))
    return failure();
  FailureOr<SmallVector<double>> scales = readConstant(node, 2, form.rows * blocks);
  if (failed(scales))
    return failure();
  FailureOr<SmallVector<double>> zeroPoints = readZeroPoints(node, form);
  if (failed(zeroPoints))
    return failure();
  SmallVector<double> values(form.rows * form.columns);
  for (int64_t row = 0; row < form.rows; ++row)
    for (int64_t column = 0; column < form.columns; ++column) {
      int64_t at = row * blocks + column / form.block;
      int64_t q = getPacked(*bytes, at * form.block + column % form.block, form.bits);
      values[column * form.rows + row] =
          (static_cast<double>(q) - (*zeroPoints)[at]) * (*scales)[at];
    }
  ImportedValue weights = ImportedValue::ofConstant(
      fromDoubles(node.getBuilder().getF32Type(), {form.columns, form.rows}, values));
  weights.name = node.getInput(1).name;
  return weights;
}

/// Constant operand `index` with one byte for each element of `bits` bits, where its last
/// dimension is packed.
FailureOr<ImportedValue> unpackLast(NodeImporter &node, size_t index, int64_t bits) {
  const ImportedValue &value = node.getInput(index);
  Shape shape = value.shape;
  if (!value.isConstant() || shape.empty())
    return node.error() << "operand " << index << " has shape " << formatShape(shape)
                        << " or is computed by the model; a constant expected";
  if (!value.getElementType().isUnsignedInteger(8) || bits == 8)
    return value;
  int64_t bytes = shape.back();
  shape.back() *= 8 / bits;
  if (failed(node.checkConstantSize(shape)))
    return failure();
  Shape packed = *toIntegers(*value.constant), unpacked;
  for (int64_t row = 0; row < static_cast<int64_t>(packed.size()); row += bytes)
    for (int64_t i = 0; i < shape.back(); ++i)
      unpacked.push_back(getPacked(ArrayRef(packed).slice(row, bytes), i, bits));
  return ImportedValue::ofConstant(fromIntegers(value.getElementType(), shape, unpacked));
}

/// A list of scales of weights belongs to their columns.
onnx::AttributeProto columns() { return makeAttribute("axis", int64_t(1)); }

} // namespace

LogicalResult qopt::onnx_import::importMatMulNBits(NodeImporter &node) {
  FailureOr<BlockedWeights> form = readForm(node);
  if (failed(form))
    return failure();
  if (node.hasInput(4))
    return node.error() << "blocks in another order (operand 4) are not supported";
  FailureOr<ImportedValue> weights = readWeights(node, *form);
  if (failed(weights))
    return failure();
  Expansion e(node);
  std::string product = e.add("MatMul", {e.operand(0), e.constant(std::move(*weights))});
  return e.finish(e.addOptional("Add", product, e.operand(5)));
}

/// A float operand times weights in bytes. ONNX Runtime rounds the operand to bytes
/// of the range that it happens to have; here it stays what it is.
LogicalResult qopt::onnx_import::importDynamicQuantizeMatMul(NodeImporter &node) {
  Expansion e(node);
  std::string weights =
      e.add("DequantizeLinear", {e.operand(1), e.operand(2), e.operand(3)}, columns());
  std::string product = e.add("MatMul", {e.operand(0), weights});
  return e.finish(e.addOptional("Add", product, e.operand(4)));
}

LogicalResult qopt::onnx_import::importMatMulIntegerToFloat(NodeImporter &node) {
  Expansion e(node);
  std::string lhs = e.add("DequantizeLinear", {e.operand(0), e.operand(2), e.operand(4)});
  std::string rhs =
      e.add("DequantizeLinear", {e.operand(1), e.operand(3), e.operand(5)}, columns());
  return e.finish(e.addOptional("Add", e.add("MatMul", {lhs, rhs}), e.operand(6)));
}

/// Rows of a table of few bits, with a scale for each block of a row.
LogicalResult qopt::onnx_import::importGatherBlockQuantized(NodeImporter &node) {
  FailureOr<int64_t> bits = node.getInteger("bits", 4), block = node.getInteger("block_size", 128);
  FailureOr<int64_t> gathered = node.getInteger("gather_axis", 0);
  FailureOr<int64_t> quantized = node.getInteger("quantize_axis", 1);
  if (failed(bits) || failed(block) || failed(gathered) || failed(quantized))
    return failure();
  if (*bits != 2 && *bits != 4 && *bits != 8)
    return node.error() << "attribute 'bits' is " << *bits << "; 2, 4 or 8 expected";
  FailureOr<ImportedValue> table = unpackLast(node, 0, *bits);
  if (failed(table))
    return failure();
  bool isByte = table->getElementType().isUnsignedInteger(8);
  Shape scales = node.getInput(2).shape;
  if (failed(node.checkConstantSize(scales)))
    return failure();
  Type type = table->getElementType();
  Expansion e(node);
  std::string zeroPoints;
  if (node.hasInput(3)) {
    FailureOr<ImportedValue> given = unpackLast(node, 3, *bits);
    if (failed(given))
      return failure();
    zeroPoints = e.constant(std::move(*given));
    // The last byte of a row may not be full.
    if (isByte && !scales.empty())
      zeroPoints = e.add(
          "Slice", {zeroPoints, e.integers({0}), e.integers({scales.back()}), e.integers({-1})});
  } else if (isByte) {
    Shape middle(*countElements(scales), int64_t(1) << (*bits - 1));
    zeroPoints = e.constant(ImportedValue::ofConstant(fromIntegers(type, scales, middle)));
  }
  std::string floats =
      e.add("DequantizeLinear", {e.constant(std::move(*table)), e.operand(2), zeroPoints},
            {makeAttribute("axis", *quantized), makeAttribute("block_size", *block)});
  return e.finish(e.add("Gather", {floats, e.operand(1)}, {makeAttribute("axis", *gathered)}));
}
