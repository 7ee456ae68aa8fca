#include "qopt/InitAll.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/DialectRegistry.h"
#include "qopt/Calibrate/Passes.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/ExternalModels/Quantizable.h"
#include "qopt/FakeQuantize/Passes.h"
#include "qopt/Integerize/Passes.h"
#include "qopt/LowerToLLVM/Passes.h"
#include "qopt/Observe/Passes.h"
#include "qopt/Pipelines/Passes.h"
#include "qopt/Pipelines/Pipelines.h"
#include "qopt/Schedule/Models.h"
#include "qopt/Schedule/Passes.h"
#include "qopt/Target/Passes.h"
#include "qopt/Vectorize/Passes.h"

using namespace mlir;

void qopt::registerAllDialects(DialectRegistry &registry) {
  registry.insert<calib::CalibDialect, qint::QIntDialect>();
  registry.insert<arith::ArithDialect, func::FuncDialect, linalg::LinalgDialect, LLVM::LLVMDialect,
                  math::MathDialect, memref::MemRefDialect, quant::QuantDialect, scf::SCFDialect,
                  tensor::TensorDialect, tosa::TosaDialect, vector::VectorDialect>();
  registerQuantizableModels(registry);
  registerSchedulableOpModels(registry);
}

void qopt::registerAllPasses() {
  registerObservePasses();
  registerCalibratePasses();
  registerFakeQuantizePasses();
  registerIntegerizePasses();
  registerPipelinesPasses();
  registerTargetPasses();
  registerSchedulePasses();
  registerVectorizePasses();
  registerLowerToLLVMPasses();
  registerPipelines();
}
