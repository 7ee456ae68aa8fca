#include "qopt/Integerize/Passes.h"

#include "IntegerProgram.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/StringSwitch.h"

#define DEBUG_TYPE "qopt-integerize"

namespace qopt {
#define GEN_PASS_DEF_INTEGERIZE
#include "qopt/Integerize/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

std::optional<qint::RescaleMode> parseRescaleMode(StringRef name) {
  return llvm::StringSwitch<std::optional<qint::RescaleMode>>(name)
      .Case("fixed16", qint::RescaleMode::Fixed16)
      .Case("fixed32", qint::RescaleMode::Fixed32)
      .Case("fixed32-double-round", qint::RescaleMode::Fixed32DoubleRound)
      .Case("float32", qint::RescaleMode::Float32)
      .Default(std::nullopt);
}

struct Integerize : public qopt::impl::IntegerizeBase<Integerize> {
  using Base::Base;

  void runOnOperation() override {
    func::FuncOp func = getOperation();
    if (func.isExternal())
      return;
    std::optional<qint::RescaleMode> mode = parseRescaleMode(rescale);
    if (!mode) {
      func.emitError("unknown rescale mode '")
          << rescale << "'; expected fixed16, fixed32, fixed32-double-round or float32";
      return signalPassFailure();
    }
    if (failed(checkInput(func)))
      return signalPassFailure();

    IntegerProgram program(func, *mode);
    program.rewrite();
    if (failed(report(program.getIslands())))
      signalPassFailure();
  }

private:
  static LogicalResult checkInput(func::FuncOp func) {
    if (!llvm::hasSingleElement(func.getBody()))
      return func.emitError("has control flow; qopt quantizes functions of one block");
    WalkResult result = func.walk([](Operation *op) {
      if (!isa<calib::ObserveOp, calib::AnnotateOp>(op))
        return WalkResult::advance();
      op->emitError("has no grid yet; run qopt-fake-quantize before this pass");
      return WalkResult::interrupt();
    });
    return failure(result.wasInterrupted());
  }

  LogicalResult report(ArrayRef<IntegerProgram::Island> islands) {
    for (const IntegerProgram::Island &island : islands) {
      if (requireInteger)
        island.op->emitError("stays in float: ") << island.reason;
      else
        remark::missed(island.op->getLoc(), remark::RemarkOpts::name("float").category(DEBUG_TYPE))
            << ("'" + island.op->getName().getStringRef() + "' stays in float: " + island.reason)
                   .str();
    }
    return failure(requireInteger && !islands.empty());
  }
};

} // namespace
