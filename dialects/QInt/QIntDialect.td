#ifndef QOPT_QINT_DIALECT
#define QOPT_QINT_DIALECT

include "mlir/IR/OpBase.td"

def QInt_Dialect : Dialect {
  let name = "qint";
  let cppNamespace = "::qopt::qint";
  let summary = "Integers with explicit rescale";
  let description = [{
    Integer programs at three levels, named so that the level is obvious:

    * tensor ops (`qint.conv2d`): what is computed, as a formula on integers;
    * scheduled ops (`qint.scheduled.conv2d`): the same on memrefs, with packed
      weights, register tile and epilogue decided, and tasks
      (`qint.task.parallel`) that split them among threads;
    * vector ops (`qint.vector.dot`): what instruction sets differ in, each
      with a lowering per instruction set and one in plain vector arithmetic.

    At the tensor level the element type says how bytes are read: `ui8`
    activations, `i8` weights (signed), `i16` activations of 16-bit programs,
    `i32` and `i64` accumulators. From the scheduled level on, bytes are
    signless and each op says which operand is unsigned.
  }];
  let useDefaultAttributePrinterParser = 1;
  let hasConstantMaterializer = 1;
  let dependentDialects = ["::mlir::arith::ArithDialect"];
  let extraClassDeclaration = [{
    void registerAttributes();
  }];
}

#endif // QOPT_QINT_DIALECT
