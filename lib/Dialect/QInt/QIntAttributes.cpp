#include "qopt/Dialect/QInt/QInt.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
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
template <typename T>
ParseResult parseList(AsmParser &parser, SmallVectorImpl<T> &values) {
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

template <typename T>
void printList(AsmPrinter &printer, StringRef name, ArrayRef<T> values) {
  printer << name << " = [";
  llvm::interleaveComma(values, printer.getStream(), [&](T value) {
    if constexpr (std::is_same_v<T, float>)
      printer.printFloat(APFloat(value));
    else
      printer << value;
  });
  printer << "]";
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
             parser.parseKeyword("shifts") || parser.parseEqual() ||
             parseList(parser, shifts) || parser.parseGreater()) {
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
  return success();
}

LogicalResult TileAttr::verify(llvm::function_ref<InFlightDiagnostic()> emitError, int64_t rows,
                               int64_t columns) {
  return success();
}
