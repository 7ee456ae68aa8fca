#include "qopt/Pipelines/PhaseContract.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/Transforms/DialectConversion.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Target/ISA.h"

#include "llvm/ADT/StringMap.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Longest row of a vector, in registers of the target. Kernels widen a row of
/// bytes to i32 or f32 and LLVM splits it; beyond this it only spills.
constexpr int64_t maxRegistersPerRow = 16;

bool isInsideLinalg(Operation *op) { return op->getParentOfType<linalg::LinalgOp>() != nullptr; }

/// The level of a qint op, as its name says.
enum class Level { Tensor, Scheduled, Task, Vector };

Level levelOf(Operation *op) {
  StringRef name = op->getName().stripDialect();
  if (name.starts_with("scheduled."))
    return Level::Scheduled;
  if (name.starts_with("task."))
    return Level::Task;
  return name.starts_with("vector.") ? Level::Vector : Level::Tensor;
}

/// The ops that `phase` allows.
class ContractTarget : public ConversionTarget {
public:
  ContractTarget(MLIRContext &context, Phase phase) : ConversionTarget(context) {
    addLegalOp<ModuleOp>();
    if (phase == Phase::LLVM) {
      addLegalDialect<LLVM::LLVMDialect>();
      return;
    }
    addLegalDialect<func::FuncDialect>();
    if (phase <= Phase::Integer)
      allowTensorOps(phase);
    else if (phase == Phase::Scheduled)
      allowScheduledOps();
    else
      allowVectorOps();
  }

private:
  /// Phase 0 and what later phases add to it.
  void allowTensorOps(Phase phase) {
    addLegalDialect<tosa::TosaDialect, linalg::LinalgDialect, tensor::TensorDialect>();
    addLegalOp<arith::ConstantOp>();
    // Scalar arithmetic belongs to the body of a linalg op.
    addDynamicallyLegalDialect<arith::ArithDialect, math::MathDialect>(isInsideLinalg);
    // Grids that the model itself brings stand from the import on.
    if (phase <= Phase::FakeQuantized)
      addLegalOp<calib::FakeQuantOp>();
    if (phase == Phase::Observed)
      addLegalOp<calib::ObserveOp>();
    if (phase == Phase::Calibrated)
      addLegalOp<calib::AnnotateOp>();
    if (phase == Phase::Integer)
      addDynamicallyLegalDialect<qint::QIntDialect>(
          [](Operation *op) { return levelOf(op) == Level::Tensor; });
  }

  void allowScheduledOps() {
    addLegalDialect<arith::ArithDialect, linalg::LinalgDialect, memref::MemRefDialect,
                    scf::SCFDialect>();
    addDynamicallyLegalDialect<math::MathDialect>(isInsideLinalg);
    addDynamicallyLegalDialect<qint::QIntDialect>([](Operation *op) {
      Level level = levelOf(op);
      return level == Level::Scheduled || level == Level::Task ||
             (level == Level::Vector && isInsideLinalg(op));
    });
  }

  void allowVectorOps() {
    addLegalDialect<arith::ArithDialect, memref::MemRefDialect, scf::SCFDialect,
                    vector::VectorDialect>();
    addDynamicallyLegalDialect<LLVM::LLVMDialect>([](Operation *op) {
      StringRef name = op->getName().stripDialect();
      return name == "call_intrinsic" || name.starts_with("intr.");
    });
    addDynamicallyLegalDialect<qint::QIntDialect>(
        [](Operation *op) { return levelOf(op) == Level::Vector || levelOf(op) == Level::Task; });
  }
};

/// Walks one module against one contract.
class ContractVerifier {
public:
  ContractVerifier(ModuleOp module, Phase phase)
      : phase(phase), target(*module.getContext(), phase),
        vectorBits(getTarget(module).isa->vectorBits) {}

  LogicalResult verify(Operation *op) {
    if (!target.isLegal(op))
      return reportIllegal(op);
    if (failed(verifyTypes(op)) || failed(verifySite(op)))
      return failure();
    return phase == Phase::Integer ? verifyIsland(op) : success();
  }

private:
  LogicalResult reportIllegal(Operation *op);
  LogicalResult verifyTypes(Operation *op);
  LogicalResult verifyType(Operation *op, Type type);
  LogicalResult verifyTensor(Operation *op, TensorType type);
  LogicalResult verifySite(Operation *op);
  LogicalResult verifyIsland(Operation *op);

  Phase phase;
  ContractTarget target;
  int64_t vectorBits;
  /// Where each site of a function was seen first.
  llvm::DenseMap<Operation *, llvm::StringMap<Operation *>> sites;
};

LogicalResult ContractVerifier::reportIllegal(Operation *op) {
  InFlightDiagnostic diagnostic = op->emitError()
                                  << "'" << op->getName() << "' must not appear in state '"
                                  << stringifyPhase(phase) << "'; ";
  if (isa<arith::ArithDialect, math::MathDialect>(op->getDialect()) && phase <= Phase::Integer)
    return diagnostic << "arithmetic on tensors is tosa, on scalars the body of a linalg op";
  if (phase == Phase::Float)
    return diagnostic << "'qopt-translate --import-onnx' makes modules of this state";
  if (isa<calib::ObserveOp>(op) && phase > Phase::Observed)
    return diagnostic << "run the program on data first, with qopt-calibrate";
  return diagnostic << "'qopt --compile-to=" << stringifyPhase(phase)
                    << "' brings a module into this state";
}

LogicalResult ContractVerifier::verifyTypes(Operation *op) {
  auto verifyAll = [&](TypeRange types) {
    return success(llvm::all_of(types, [&](Type type) { return succeeded(verifyType(op, type)); }));
  };
  if (failed(verifyAll(op->getResultTypes())))
    return failure();
  // A function's arguments are its block's, unless it is only declared.
  if (auto function = dyn_cast<func::FuncOp>(op))
    return verifyAll(function.getFunctionType().getInputs());
  for (Region &region : op->getRegions())
    for (Block &block : region)
      if (failed(verifyAll(block.getArgumentTypes())))
        return failure();
  return success();
}

LogicalResult ContractVerifier::verifyType(Operation *op, Type type) {
  if (auto tensor = dyn_cast<TensorType>(type))
    return verifyTensor(op, tensor);
  if (auto memref = dyn_cast<MemRefType>(type)) {
    if (phase <= Phase::Integer)
      return op->emitError() << "memref " << type << " in state '" << stringifyPhase(phase)
                             << "'; values are tensors up to phase 'integer'";
    if (phase == Phase::Scheduled && !memref.hasStaticShape())
      return op->emitError() << "memref " << type << " must have a static shape";
  }
  auto vector = dyn_cast<VectorType>(type);
  if (!vector || phase != Phase::Vectorized)
    return success();
  if (vector.isScalable())
    return op->emitError() << "scalable vector " << type << " has no lowering";
  int64_t rowBits = vector.getRank() == 0 ? 0 : vector.getShape().back();
  rowBits *= vector.getElementType().isIndex() ? 64 : vector.getElementTypeBitWidth();
  if (rowBits > maxRegistersPerRow * vectorBits)
    return op->emitError() << "vector " << type << " has rows of " << rowBits
                           << " bits; the target has registers of " << vectorBits
                           << " bits, of which a row may fill " << maxRegistersPerRow;
  return success();
}

LogicalResult ContractVerifier::verifyTensor(Operation *op, TensorType type) {
  if (phase >= Phase::Scheduled)
    return op->emitError() << "tensor " << type << " in state '" << stringifyPhase(phase)
                           << "'; 'qopt --compile-to=scheduled' turns tensors into memrefs";
  if (!type.hasRank() || !type.hasStaticShape())
    return op->emitError() << "tensor " << type
                           << " must have a static shape; state the input shapes at import "
                              "(--input-shape)";
  Type element = type.getElementType();
  if (!element.isF32() && !isa<IntegerType, IndexType>(element))
    return op->emitError() << "tensor " << type << " must hold f32, integers or indices";
  return success();
}

LogicalResult ContractVerifier::verifySite(Operation *op) {
  StringRef site;
  if (auto observe = dyn_cast<calib::ObserveOp>(op))
    site = observe.getSite();
  else if (auto annotate = dyn_cast<calib::AnnotateOp>(op))
    site = annotate.getSite();
  else
    return success();
  Operation *function = op->getParentOfType<func::FuncOp>();
  auto [entry, isNew] = sites[function].try_emplace(site, op);
  if (isNew)
    return success();
  InFlightDiagnostic diagnostic = op->emitError() << "site \"" << site << "\" appears twice; "
                                                  << "statistics of the two would mix";
  diagnostic.attachNote(entry->second->getLoc()) << "first here";
  return diagnostic;
}

/// Ops of phase 0 see stored integers only as the real values they stand for.
LogicalResult ContractVerifier::verifyIsland(Operation *op) {
  bool isStoredOp = isa<qint::QIntDialect>(op->getDialect());
  if (isa<func::FuncDialect>(op->getDialect()) || isInsideLinalg(op))
    return success();
  for (Value operand : op->getOperands()) {
    Operation *producer = operand.getDefiningOp();
    if (!producer || producer->hasTrait<OpTrait::ConstantLike>())
      continue;
    bool fromStoredOp = isa<qint::QIntDialect>(producer->getDialect());
    if (!isStoredOp && fromStoredOp && !isa<qint::DequantizeOp>(producer))
      return op->emitError() << "'" << op->getName() << "' reads the stored integers of '"
                             << producer->getName() << "'; put a qint.dequantize between them";
    if (isStoredOp && !fromStoredOp && !isa<qint::QuantizeOp>(op))
      return op->emitError() << "'" << op->getName() << "' reads the result of '"
                             << producer->getName() << "'; put a qint.quantize between them";
  }
  return success();
}

} // namespace

LogicalResult qopt::verifyPhase(ModuleOp module, Phase phase) {
  ContractVerifier verifier(module, phase);
  // A walk with isLegal: a conversion without patterns would fold illegal ops
  // away and succeed.
  WalkResult result = module->walk<WalkOrder::PreOrder>([&](Operation *op) {
    return failed(verifier.verify(op)) ? WalkResult::interrupt() : WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}
