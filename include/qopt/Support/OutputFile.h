#ifndef QOPT_SUPPORT_OUTPUTFILE_H
#define QOPT_SUPPORT_OUTPUTFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace qopt {

/// Writes a file whole or not at all: `write` fills a temporary file in the same
/// folder, which then takes the place of `path`. "-" stands for standard output;
/// devices and pipes are written directly. An executable file gets the execute
/// permissions that the user's mask leaves.
///
/// Fails, with the path in the message, where the file cannot be created, written
/// (a full disk, say) or renamed, and where `write` fails; the file that was there
/// before is then still there.
llvm::Error writeOutputFile(llvm::StringRef path,
                            llvm::function_ref<llvm::Error(llvm::raw_ostream &)> write,
                            bool executable = false);

/// The same for contents at hand.
llvm::Error writeOutputFile(llvm::StringRef path, llvm::StringRef contents,
                            bool executable = false);

/// Fails where a file could not be written to `path`, as far as can be told
/// without writing it: to be asked before long work.
llvm::Error checkOutputPath(llvm::StringRef path);

} // namespace qopt

#endif // QOPT_SUPPORT_OUTPUTFILE_H
