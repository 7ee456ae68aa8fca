#ifndef QOPT_PIPELINES_PHASES_H
#define QOPT_PIPELINES_PHASES_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace qopt {

/// The state that a module is in; see Phases.def.
enum class Phase {
#define QOPT_PHASE(enumerator, state, folder, description) enumerator,
#include "qopt/Pipelines/Phases.def"
};

/// The state's name, such as "fake-quantized".
llvm::StringRef stringifyPhase(Phase phase);

/// The phase of that name, or nothing.
std::optional<Phase> symbolizePhase(llvm::StringRef state);

/// All state names, in order, separated by ", ": for messages.
std::string listPhases();

} // namespace qopt

#endif // QOPT_PIPELINES_PHASES_H
