#include "Models/Registration.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Models.h"

using namespace mlir;
using namespace qopt::schedule;

void qopt::registerSchedulableOpModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, qint::QIntDialect *) {
    attachQIntConvolutionModels(*context);
    attachQIntDataModels(*context);
    attachQIntMatmulModels(*context);
    attachQIntPointwiseModels(*context);
    attachQIntPoolingModels(*context);
    attachPartitionConvolutionModels(*context);
    attachPartitionOpModels(*context);
  });
  registry.addExtension(+[](MLIRContext *context, tosa::TosaDialect *) {
    attachTosaConvolutionModels(*context);
    attachTosaDataModels(*context);
    attachTosaMatmulModels(*context);
    attachTosaPointwiseModels(*context);
    attachTosaReductionModels(*context);
    attachTosaResizeModels(*context);
  });
  registry.addExtension(+[](MLIRContext *context, linalg::LinalgDialect *) {
    attachLinalgModels(*context);
    attachPartitionLinalgModels(*context);
  });
  registry.addExtension(
      +[](MLIRContext *context, scf::SCFDialect *) { attachPartitionLoopModels(*context); });
  registry.addExtension(
      +[](MLIRContext *context, tensor::TensorDialect *) { attachTensorModels(*context); });
}
