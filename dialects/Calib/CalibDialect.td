#ifndef QOPT_CALIB_DIALECT
#define QOPT_CALIB_DIALECT

include "mlir/IR/OpBase.td"

def Calib_Dialect : Dialect {
  let name = "calib";
  let cppNamespace = "::qopt::calib";
  let summary = "Real values, and what is known of their range";
  let description = [{
    The dialect of phases 1 to 3. A float program first marks the values whose
    range matters (`calib.observe`), then states what running it on data found
    (`calib.annotate`), then snaps those values to grids (`calib.fake_quant`)
    while every operation still computes in float. No op of the dialect changes
    a type, so a program can be evaluated in float at each of these phases.
  }];
  let useDefaultAttributePrinterParser = 1;
  let dependentDialects = ["::mlir::quant::QuantDialect"];
}

#endif // QOPT_CALIB_DIALECT
