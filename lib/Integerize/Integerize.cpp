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

  /// Float ops are worth a remark where they cost time; where they only compute
  /// results they are there for accuracy.
  LogicalResult report(ArrayRef<IntegerProgram::Island> islands) {
    llvm::SmallPtrSet<Operation *, 16> edges;
    for (Operation &op : llvm::reverse(getOperation().front()))
      if (op.hasTrait<OpTrait::IsTerminator>() ||
          (!isa<qint::QIntDialect>(op.getDialect()) &&
           llvm::all_of(op.getUsers(), [&](Operation *user) { return edges.contains(user); })))
        edges.insert(&op);
    for (const IntegerProgram::Island &island : islands) {
      bool isEdge = !island.isRefused && edges.contains(island.op);
      bool hasForm = isa<QuantizableOpInterface>(island.op);
      StringRef reason = isEdge && hasForm ? "it only computes results" : StringRef(island.reason);
      Location loc = island.op->getLoc();
      std::string message =
          ("'" + island.op->getName().getStringRef() + "' stays in float: " + reason).str();
      if (requireInteger)
        island.op->emitError("stays in float: ") << reason;
      else if (isEdge)
        remark::analysis(loc, remark::RemarkOpts::name("float").category(DEBUG_TYPE)) << message;
      else
        remark::missed(loc, remark::RemarkOpts::name("float").category(DEBUG_TYPE)) << message;
    }
    return failure(requireInteger && !islands.empty());
  }
};

} // namespace
