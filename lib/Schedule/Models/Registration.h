#ifndef QOPT_LIB_SCHEDULE_MODELS_REGISTRATION_H
#define QOPT_LIB_SCHEDULE_MODELS_REGISTRATION_H

#include "mlir/IR/MLIRContext.h"

// Each file of this folder attaches the models of its ops.
namespace qopt::schedule {

void attachQIntConvolutionModels(mlir::MLIRContext &context);
void attachQIntDataModels(mlir::MLIRContext &context);
void attachQIntMatmulModels(mlir::MLIRContext &context);
void attachQIntPointwiseModels(mlir::MLIRContext &context);
void attachQIntPoolingModels(mlir::MLIRContext &context);

void attachPartitionConvolutionModels(mlir::MLIRContext &context);
void attachPartitionOpModels(mlir::MLIRContext &context);
void attachPartitionLinalgModels(mlir::MLIRContext &context);
void attachPartitionLoopModels(mlir::MLIRContext &context);

void attachTosaConvolutionModels(mlir::MLIRContext &context);
void attachTosaDataModels(mlir::MLIRContext &context);
void attachTosaMatmulModels(mlir::MLIRContext &context);
void attachTosaPointwiseModels(mlir::MLIRContext &context);
void attachTosaReductionModels(mlir::MLIRContext &context);
void attachTosaResizeModels(mlir::MLIRContext &context);

void attachLinalgModels(mlir::MLIRContext &context);
void attachTensorModels(mlir::MLIRContext &context);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_REGISTRATION_H
