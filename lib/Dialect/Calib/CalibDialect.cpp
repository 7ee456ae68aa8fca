#include "qopt/Dialect/Calib/Calib.h"

#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace qopt::calib;

/// A bound of a range: a double, without the type that all bounds have.
static ParseResult parseDouble(AsmParser &parser, FloatAttr &value) {
  return parser.parseAttribute(value, Float64Type::get(parser.getContext()));
}

static void printDouble(AsmPrinter &printer, FloatAttr value) {
  printer.printAttributeWithoutType(value);
}

#include "qopt/Dialect/Calib/CalibDialect.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "qopt/Dialect/Calib/CalibAttributes.cpp.inc"

void CalibDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "qopt/Dialect/Calib/CalibAttributes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "qopt/Dialect/Calib/CalibOps.cpp.inc"
      >();
}

RangeAttr RangeAttr::get(MLIRContext *context, double min, double max) {
  Type f64 = Float64Type::get(context);
  return get(context, FloatAttr::get(f64, min), FloatAttr::get(f64, max));
}

LogicalResult RangeAttr::verify(llvm::function_ref<InFlightDiagnostic()> emitError, FloatAttr min,
                                FloatAttr max) {
  if (!min.getType().isF64() || !max.getType().isF64())
    return emitError() << "range bounds must be f64";
  if (!min.getValue().isFinite() || !max.getValue().isFinite())
    return emitError() << "range bounds must be finite";
  if (min.getValueAsDouble() > max.getValueAsDouble())
    return emitError() << "range is empty: " << min.getValueAsDouble() << " > "
                       << max.getValueAsDouble();
  return success();
}
