#include "qopt/Pipelines/Phases.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace qopt;

static constexpr llvm::StringLiteral stateNames[] = {
#define QOPT_PHASE(enumerator, state, folder, description) state,
#include "qopt/Pipelines/Phases.def"
};

llvm::StringRef qopt::stringifyPhase(Phase phase) {
  return stateNames[static_cast<size_t>(phase)];
}

std::optional<Phase> qopt::symbolizePhase(llvm::StringRef state) {
  const auto *found = llvm::find(stateNames, state);
  if (found == std::end(stateNames))
    return std::nullopt;
  return static_cast<Phase>(found - std::begin(stateNames));
}

std::string qopt::listPhases() { return llvm::join(std::begin(stateNames), std::end(stateNames), ", "); }
