#ifndef QOPT_LIB_TARGET_SUBTARGET_H
#define QOPT_LIB_TARGET_SUBTARGET_H

#include "qopt/Target/ISA.h"

namespace llvm {
class MCSubtargetInfo;
} // namespace llvm

namespace qopt {

/// LLVM's knowledge of a CPU; null, with `error` set, for an unknown triple.
std::unique_ptr<llvm::MCSubtargetInfo> createSubtarget(const CPUDescription &cpu,
                                                       std::string &error);

} // namespace qopt

#endif // QOPT_LIB_TARGET_SUBTARGET_H
