#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/FixedPoint.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

#define GET_ATTRDEF_CLASSES
#include "qopt/Dialect/QInt/QIntAttributes.cpp.inc"

void QIntDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "qopt/Dialect/QInt/QIntAttributes.cpp.inc"
      >();
}

namespace {

/// Parses `[a, b, …]`.
template <typename T> ParseResult parseList(AsmParser &parser, SmallVectorImpl<T> &values) {
  return parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, [&] {
    if constexpr (std::is_same_v<T, float>) {
      double value;
      if (parser.parseFloat(value))
        return failure();
      values.push_back(static_cast<float>(value));
    } else {
      T value;
      if (parser.parseInteger(value))
        return failure();
      values.push_back(value);
    }
    return success();
  });
}

template <typename T> void printList(AsmPrinter &printer, StringRef name, ArrayRef<T> values) {
  printer << name << " = [";
  llvm::interleaveComma(values, printer.getStream(), [&](T value) {
    if constexpr (std::is_same_v<T, float>)
      printer.printFloat(APFloat(value));
    else
      printer << value;
  });
  printer << "]";
}

struct MultiplierBounds {
  int32_t min;
  int32_t max;
};

/// The interval that normalised multipliers of `mode` lie in. `fixed32` has
/// one for accumulators of i64 (15 bits) and one for i32; `first` tells which.
MultiplierBounds multiplierBounds(RescaleMode mode, int32_t first) {
  constexpr int32_t limit15 = 1 << 15;
  bool narrow = mode == RescaleMode::Fixed16 || (mode == RescaleMode::Fixed32 && first < limit15);
  if (narrow)
    return {limit15 / 2, limit15 - 1};
  return {1 << 30, std::numeric_limits<int32_t>::max()};
}

LogicalResult verifyScales(llvm::function_ref<InFlightDiagnostic()> emitError,
                           ArrayRef<int32_t> multipliers, ArrayRef<int32_t> shifts,
                           DenseF32ArrayAttr scales) {
  // (C1)
  if (!multipliers.empty() || !shifts.empty())
    return emitError() << "rescale float32 takes no multipliers and no shifts";
  if (!scales || scales.empty())
    return emitError() << "rescale float32 needs scales";
  // (C2)
  for (float scale : scales.asArrayRef())
    if (!(scale > 0) || !std::isfinite(scale))
      return emitError() << "scale " << scale << " is not positive and finite";
  return success();
}

} // namespace

Attribute RescaleAttr::parse(AsmParser &parser, Type) {
  SmallVector<int32_t> multipliers, shifts;
  SmallVector<float> scales;
  StringRef keyword;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseLess() || parser.parseKeyword(&keyword))
    return {};
  std::optional<RescaleMode> mode = symbolizeRescaleMode(keyword);
  if (!mode) {
    parser.emitError(loc) << "unknown rescale mode '" << keyword
                          << "'; expected fixed16, fixed32, fixed32_double_round or float32";
    return {};
  }
  if (*mode == RescaleMode::Float32) {
    if (parser.parseComma() || parser.parseKeyword("scales") || parser.parseEqual() ||
        parseList(parser, scales) || parser.parseGreater())
      return {};
  } else if (parser.parseComma() || parser.parseKeyword("multipliers") || parser.parseEqual() ||
             parseList(parser, multipliers) || parser.parseComma() ||
             parser.parseKeyword("shifts") || parser.parseEqual() || parseList(parser, shifts) ||
             parser.parseGreater()) {
    return {};
  }
  DenseF32ArrayAttr scalesAttr;
  if (*mode == RescaleMode::Float32)
    scalesAttr = DenseF32ArrayAttr::get(parser.getContext(), scales);
  return parser.getChecked<RescaleAttr>(loc, parser.getContext(), *mode, multipliers, shifts,
                                        scalesAttr);
}

void RescaleAttr::print(AsmPrinter &printer) const {
  printer << "<" << stringifyRescaleMode(getMode()) << ", ";
  if (getMode() == RescaleMode::Float32) {
    printList(printer, "scales", getScales().asArrayRef());
  } else {
    printList(printer, "multipliers", getMultipliers());
    printer << ", ";
    printList(printer, "shifts", getShifts());
  }
  printer << ">";
}

LogicalResult RescaleAttr::verify(llvm::function_ref<InFlightDiagnostic()> emitError,
                                  RescaleMode mode, ArrayRef<int32_t> multipliers,
                                  ArrayRef<int32_t> shifts, DenseF32ArrayAttr scales) {
  // (C1)
  if (mode == RescaleMode::Float32)
    return verifyScales(emitError, multipliers, shifts, scales);
  if (scales)
    return emitError() << "rescale " << stringifyRescaleMode(mode) << " takes no scales";
  if (multipliers.empty() || multipliers.size() != shifts.size())
    return emitError() << "rescale has " << multipliers.size() << " multipliers and "
                       << shifts.size() << " shifts; needs as many of both, at least one";
  // (C2)
  MultiplierBounds bounds = multiplierBounds(mode, multipliers.front());
  for (int32_t multiplier : multipliers)
    if (multiplier < bounds.min || multiplier > bounds.max)
      return emitError() << "multiplier " << multiplier << " of " << stringifyRescaleMode(mode)
                         << " must lie in [" << bounds.min << ", " << bounds.max << "]";
  bool fixed16 = mode == RescaleMode::Fixed16;
  int32_t minShift = fixed16 ? -15 : 2, maxShift = fixed16 ? 26 : 62;
  for (int32_t shift : shifts)
    if (shift < minShift || shift > maxShift)
      return emitError() << "shift " << shift << " of " << stringifyRescaleMode(mode)
                         << " must lie in [" << minShift << ", " << maxShift << "]";
  return success();
}

Attribute FunctionAttr::parse(AsmParser &parser, Type) {
  SmallVector<int16_t> base, slope;
  SMLoc loc = parser.getCurrentLocation();
  if (parser.parseLess() || parser.parseKeyword("base") || parser.parseEqual() ||
      parseList(parser, base) || parser.parseComma() || parser.parseKeyword("slope") ||
      parser.parseEqual() || parseList(parser, slope) || parser.parseGreater())
    return {};
  return parser.getChecked<FunctionAttr>(loc, parser.getContext(), base, slope);
}

void FunctionAttr::print(AsmPrinter &printer) const {
  printer << "<";
  printList(printer, "base", getBase());
  printer << ", ";
  printList(printer, "slope", getSlope());
  printer << ">";
}

LogicalResult FunctionAttr::verify(llvm::function_ref<InFlightDiagnostic()> emitError,
                                   ArrayRef<int16_t> base, ArrayRef<int16_t> slope) {
  // (C1)
  if (base.size() != kFunctionSegments || slope.size() != kFunctionSegments)
    return emitError() << "function has " << base.size() << " bases and " << slope.size()
                       << " slopes; needs " << kFunctionSegments << " of each";
  // (C2) Segments are linear, so the last point of each is its extreme.
  for (auto [index, segment] : llvm::enumerate(llvm::zip_equal(base, slope))) {
    int32_t end =
        std::get<0>(segment) + interpolate16(std::get<1>(segment), kFunctionSegmentSize - 1);
    if (end < -32768 || end > 32767)
      return emitError() << "segment " << index << " of the function ends at " << end
                         << ", which leaves 16 bits";
  }
  return success();
}

LogicalResult TileAttr::verify(llvm::function_ref<InFlightDiagnostic()> emitError, int64_t rows,
                               int64_t columns) {
  if (rows < 1 || columns < 1)
    return emitError() << "tile " << rows << " x " << columns << " is empty";
  return success();
}
