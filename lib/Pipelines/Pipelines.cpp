#include "qopt/Pipelines/Pipelines.h"

#include "qopt/Calibrate/Passes.h"
#include "qopt/FakeQuantize/Passes.h"
#include "qopt/Integerize/Passes.h"
#include "qopt/LowerToLLVM/Passes.h"
#include "qopt/Observe/Passes.h"
#include "qopt/Pipelines/Passes.h"
#include "qopt/Schedule/Passes.h"
#include "qopt/Target/Passes.h"
#include "qopt/Vectorize/Passes.h"

#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/FuncToLLVM/ConvertFuncToLLVMPass.h"
#include "mlir/Conversion/IndexToLLVM/IndexToLLVM.h"
#include "mlir/Conversion/MemRefToLLVM/MemRefToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;
using namespace qopt;

static void addCheck(OpPassManager &pm, Phase phase) {
  VerifyPhaseOptions options;
  options.state = stringifyPhase(phase).str();
  pm.addPass(createVerifyPhase(options));
}

static void addObserve(OpPassManager &pm, const PipelineOptions &options) {
  // First, so that what is folded is neither observed nor rounded.
  pm.addPass(createFoldAffine());
  pm.addPass(createTrimKernels());
  // On bytes alone are softmax and product integer ops of their own.
  if (!options.requireInteger && options.activationBits == 8)
    pm.addNestedPass<func::FuncOp>(createDelayNormalization());
  // The choice depends on the target; without one there is none.
  bool hasTarget = !options.cpu.empty() || !options.triple.empty() || !options.features.empty();
  if (hasTarget && !options.requireInteger) {
    KeepFloatOptions keepFloat;
    keepFloat.triple = options.triple;
    keepFloat.cpu = options.cpu;
    keepFloat.features = options.features;
    pm.addNestedPass<func::FuncOp>(createKeepFloat(keepFloat));
  }
  InsertObserversOptions observers;
  observers.requireInteger = options.requireInteger;
  pm.addNestedPass<func::FuncOp>(createInsertObservers(observers));
}

static void addCalibrate(OpPassManager &pm, const PipelineOptions &options) {
  ApplyCalibrationOptions calibration;
  calibration.statistics = options.statistics;
  calibration.method = options.method;
  calibration.percentile = options.percentile;
  calibration.grid = options.grid;
  calibration.activationBits = options.activationBits;
  pm.addPass(createApplyCalibration(calibration));
}

static void addFakeQuantize(OpPassManager &pm, const PipelineOptions &options) {
  // Words resolve what outliers leave to the others; other grids have one end.
  if (options.activationBits == 8 && options.grid == GridPolicy::Affine)
    pm.addNestedPass<func::FuncOp>(createSplitOutliers());
  // Of what single channels did not decide.
  if (options.activationBits == 8)
    pm.addNestedPass<func::FuncOp>(createBalanceChannels());
  FakeQuantizeOptions fakeQuantize;
  fakeQuantize.grid = stringifyGridPolicy(options.grid).str();
  fakeQuantize.activationBits = options.activationBits;
  fakeQuantize.weightBits = options.weightBits;
  fakeQuantize.biasCorrection = options.biasCorrection;
  pm.addNestedPass<func::FuncOp>(createFakeQuantize(fakeQuantize));
  // Grids shared along a chain are snapped to once.
  pm.addPass(createSimplifyFakeQuant());
}

static void addIntegerize(OpPassManager &pm, const PipelineOptions &options) {
  IntegerizeOptions integerize;
  integerize.rescale = options.rescale;
  integerize.requireInteger = options.requireInteger;
  pm.addNestedPass<func::FuncOp>(createIntegerize(integerize));
  // Reshapes and transposes that met now cancel.
  pm.addPass(createCanonicalizerPass());
  pm.addPass(createCSEPass());
}

static void addSchedule(OpPassManager &pm, const PipelineOptions &options) {
  SetTargetOptions target;
  target.triple = options.triple;
  target.cpu = options.cpu;
  target.features = options.features;
  target.emulate = options.emulate;
  pm.addPass(createSetTarget(target));
  pm.addNestedPass<func::FuncOp>(createNestConcats());
  pm.addPass(createSchedule());
  FuseLoopsOptions loops;
  loops.bandBytes = options.bandBytes;
  pm.addNestedPass<func::FuncOp>(createFuseLoops(loops));
  // Before the arena: the tasks of one layer are alive together.
  PartitionOptions partition;
  partition.threads = options.threads;
  partition.forkJoinCycles = options.forkJoinCycles;
  pm.addNestedPass<func::FuncOp>(createPartition(partition));
  pm.addNestedPass<func::FuncOp>(createPlanArena());
  // When it is known what a layer is.
  if (options.profile)
    pm.addPass(createProfileLayers());
  // Last: functions take buffers wherever they lie.
  pm.addPass(createOutlineLayers());
}

static void addVectorize(OpPassManager &pm) {
  pm.addPass(createVectorize());
  // Functions are layers, at which threads work side by side from here on.
  OpPassManager &functions = pm.nest<func::FuncOp>();
  functions.addPass(createExpandMath());
  functions.addPass(createCanonicalizerPass());
  functions.addPass(createCSEPass());
}

static void addLowerToLLVM(OpPassManager &pm) {
  // While shapes are still there.
  pm.addPass(createDescribeInterface());
  pm.addPass(createLowerVectorOps());
  OpPassManager &functions = pm.nest<func::FuncOp>();
  functions.addPass(createSCFToControlFlowPass());
  // Views and strides become index arithmetic that the later passes know.
  functions.addPass(memref::createExpandStridedMetadataPass());
  functions.addPass(createConvertVectorToLLVMPass());
  functions.addPass(createConvertIndexToLLVMPass());
  functions.addPass(createArithToLLVMConversionPass());
  pm.addPass(createFinalizeMemRefToLLVMConversionPass());
  // Static shapes: a buffer is its pointer.
  ConvertFuncToLLVMPassOptions calls;
  calls.useBarePtrCallConv = true;
  pm.addPass(createConvertFuncToLLVMPass(calls));
  pm.addPass(createConvertControlFlowToLLVMPass());
  pm.addPass(createReconcileUnrealizedCastsPass());
  // Functions and addresses are LLVM's now.
  pm.addPass(createLowerTasks());
  OpPassManager &lowered = pm.nest<LLVM::LLVMFuncOp>();
  lowered.addPass(createCanonicalizerPass());
  lowered.addPass(createCSEPass());
  // Translation takes time and memory for each row of a nested array.
  pm.addPass(createFlattenConstants());
  pm.addPass(createEmitEntryPoint());
}

void qopt::addPhase(OpPassManager &pm, Phase phase, const PipelineOptions &options) {
  switch (phase) {
  case Phase::Float:
    break;
  case Phase::Observed:
    addObserve(pm, options);
    break;
  case Phase::Calibrated:
    addCalibrate(pm, options);
    break;
  case Phase::FakeQuantized:
    addFakeQuantize(pm, options);
    break;
  case Phase::Integer:
    addIntegerize(pm, options);
    break;
  case Phase::Scheduled:
    addSchedule(pm, options);
    break;
  case Phase::Vectorized:
    addVectorize(pm);
    break;
  case Phase::LLVM:
    addLowerToLLVM(pm);
    break;
  }
  addCheck(pm, phase);
}

void qopt::addPhases(OpPassManager &pm, Phase from, Phase to, const PipelineOptions &options) {
  addCheck(pm, from);
  for (int phase = static_cast<int>(from) + 1; phase <= static_cast<int>(to); ++phase)
    addPhase(pm, static_cast<Phase>(phase), options);
}

void qopt::addFloatPhases(OpPassManager &pm, Phase to, const PipelineOptions &options) {
  addCheck(pm, Phase::Float);
  for (int phase = static_cast<int>(Phase::Scheduled); phase <= static_cast<int>(to); ++phase)
    addPhase(pm, static_cast<Phase>(phase), options);
}

void qopt::registerPipelines() {
  PassPipelineRegistration<PipelineOptions>(
      "qopt-quantize", "From 'float' to 'integer', with the statistics of a calibration run",
      [](OpPassManager &pm, const PipelineOptions &options) {
        addCheck(pm, Phase::Float);
        addPhase(pm, Phase::Observed, options);
        // Programs whose values all have grids already need no statistics.
        if (!options.statistics.empty())
          addPhase(pm, Phase::Calibrated, options);
        addPhase(pm, Phase::FakeQuantized, options);
        addPhase(pm, Phase::Integer, options);
      });
  PassPipelineRegistration<PipelineOptions>("qopt-lower",
                                            "From 'integer' (or 'float', unquantized) to 'llvm'",
                                            [](OpPassManager &pm, const PipelineOptions &options) {
                                              addPhase(pm, Phase::Scheduled, options);
                                              addPhase(pm, Phase::Vectorized, options);
                                              addPhase(pm, Phase::LLVM, options);
                                            });
}
