#ifndef QOPT_TOOLS_COMMON_MODELOPTIONS_H
#define QOPT_TOOLS_COMMON_MODELOPTIONS_H

#include "qopt/Driver/Compile.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Error.h"

namespace qopt::tools {

/// Flags of the tools that compile models. Construct before parsing the
/// command line; `get` afterwards.
class ModelOptions {
public:
  ModelOptions();
  ~ModelOptions();

  /// The flags as options; fails on a malformed `--input-shape`.
  llvm::Expected<std::unique_ptr<CompileOptions>> get() const;

private:
  struct Flags;
  std::unique_ptr<Flags> flags;
};

/// Prints `tool: error: message` and returns 1.
int fail(llvm::StringRef tool, const llvm::Twine &message);
int fail(llvm::StringRef tool, llvm::Error error);

/// `--version`: qopt's own and LLVM's.
void printVersion(llvm::raw_ostream &os);

} // namespace qopt::tools

#endif // QOPT_TOOLS_COMMON_MODELOPTIONS_H
