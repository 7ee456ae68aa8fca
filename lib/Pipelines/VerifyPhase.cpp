#include "qopt/Pipelines/Passes.h"
#include "qopt/Pipelines/PhaseContract.h"

namespace qopt {
#define GEN_PASS_DEF_VERIFYPHASE
#include "qopt/Pipelines/Passes.h.inc"
} // namespace qopt

using namespace mlir;

namespace {

struct VerifyPhase : qopt::impl::VerifyPhaseBase<VerifyPhase> {
  using Base::Base;

  void runOnOperation() override {
    markAllAnalysesPreserved();
    std::optional<qopt::Phase> phase = qopt::symbolizePhase(state);
    if (!phase) {
      getOperation().emitError() << "unknown state '" << state << "'; expected one of "
                                 << qopt::listPhases();
      return signalPassFailure();
    }
    if (failed(qopt::verifyPhase(getOperation(), *phase)))
      signalPassFailure();
  }
};

} // namespace
