#include "qopt/Dialect/Calib/Calib.h"

using namespace mlir;
using namespace qopt::calib;

/// `[1.5, 0.25]`, with as many digits as it takes to read the same numbers back
/// (the default format of arrays prints seven).
static ParseResult parseMeans(OpAsmParser &parser, DenseF64ArrayAttr &means) {
  SmallVector<double> values;
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square,
                                     [&] { return parser.parseFloat(values.emplace_back()); }))
    return failure();
  means = parser.getBuilder().getDenseF64ArrayAttr(values);
  return success();
}

static void printMeans(OpAsmPrinter &printer, Operation *, DenseF64ArrayAttr means) {
  printer << '[';
  llvm::interleaveComma(means.asArrayRef(), printer,
                        [&](double mean) { printer.printFloat(APFloat(mean)); });
  printer << ']';
}

#define GET_OP_CLASSES
#include "qopt/Dialect/Calib/CalibOps.cpp.inc"

/// Checks what `calib.observe` and `calib.annotate` share.
template <typename Op> static LogicalResult verifySite(Op op) {
  // (C1)
  if (op.getSite().empty())
    return op.emitOpError() << "site is empty; name the value it marks";
  // (C2)
  if (op.getEpilogue() && op.getMeanOnly())
    return op.emitOpError() << "epilogue and mean_only exclude each other";
  return success();
}

LogicalResult ObserveOp::verify() { return verifySite(*this); }

LogicalResult AnnotateOp::verify() {
  if (failed(verifySite(*this)))
    return failure();
  std::optional<ArrayRef<double>> means = getMeans();
  if (!means)
    return success();
  // (C3)
  auto input = cast<ShapedType>(getInput().getType());
  int64_t channels = input.getRank() == 0 ? 1 : input.getShape().back();
  if (static_cast<int64_t>(means->size()) != channels)
    return emitOpError() << "means has " << means->size() << " entries but the input has "
                         << channels << " channels";
  for (double mean : *means)
    if (!std::isfinite(mean))
      return emitOpError() << "means holds " << mean << ", which is not finite";
  return success();
}

LogicalResult FakeQuantOp::verify() {
  auto grid = cast<quant::QuantizedType>(getGrid());
  auto input = cast<ShapedType>(getInput().getType());
  // (C1)
  if (grid.getExpressedType() != input.getElementType())
    return emitOpError() << "grid expresses " << grid.getExpressedType() << " but input holds "
                         << input.getElementType();
  SmallVector<int64_t> zeroPoints;
  if (auto perAxis = dyn_cast<quant::UniformQuantizedPerAxisType>(grid)) {
    // (C2)
    int32_t axis = perAxis.getQuantizedDimension();
    if (axis < 0 || axis >= input.getRank())
      return emitOpError() << "grid is per slice of dimension " << axis << " but input has "
                           << input.getRank() << " dimensions";
    if (static_cast<int64_t>(perAxis.getScales().size()) != input.getDimSize(axis))
      return emitOpError() << "grid has " << perAxis.getScales().size() << " scales but dimension "
                           << axis << " has " << input.getDimSize(axis) << " slices";
    zeroPoints.assign(perAxis.getZeroPoints().begin(), perAxis.getZeroPoints().end());
  } else {
    zeroPoints.push_back(cast<quant::UniformQuantizedType>(grid).getZeroPoint());
  }
  // (C3)
  for (int64_t zeroPoint : zeroPoints)
    if (zeroPoint < grid.getStorageTypeMin() || zeroPoint > grid.getStorageTypeMax())
      return emitOpError() << "zero point " << zeroPoint << " lies outside the storage range ["
                           << grid.getStorageTypeMin() << ", " << grid.getStorageTypeMax() << "]";
  return success();
}
