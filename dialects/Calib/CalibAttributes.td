#ifndef QOPT_CALIB_ATTRIBUTES
#define QOPT_CALIB_ATTRIBUTES

include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"
include "qopt/Dialect/Calib/CalibDialect.td"

def Calib_RangeAttr : AttrDef<Calib_Dialect, "Range"> {
  let mnemonic = "range";
  let summary = "the closed interval of real values that a grid is to cover";
  let description = [{
    Bounds are `f64`, finite, `min <= max`. The interval need not contain zero;
    the grid made from it always does.

    Example: `#calib.range<-0.5, 2.25>`
  }];
  let parameters = (ins "::mlir::FloatAttr":$min, "::mlir::FloatAttr":$max);
  let assemblyFormat = "`<` custom<Double>($min) `,` custom<Double>($max) `>`";
  let extraClassDeclaration = [{
    static RangeAttr get(::mlir::MLIRContext *context, double min, double max);
    double getMinValue() const { return getMin().getValueAsDouble(); }
    double getMaxValue() const { return getMax().getValueAsDouble(); }
  }];
  let genVerifyDecl = 1;
}

#endif // QOPT_CALIB_ATTRIBUTES
