#include "qopt/Support/OutputFile.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace {
using Writer = function_ref<Error(raw_ostream &)>;
} // namespace

static Error cannotWrite(StringRef path, std::error_code code) {
  return createStringError(code, "cannot write '" + path + "': " + code.message());
}

/// Runs `write`, then reports what the stream could not do. The stream would
/// otherwise end the program when it is destroyed.
static Error writeTo(raw_fd_ostream &stream, StringRef path, Writer write) {
  Error error = write(stream);
  stream.flush();
  std::error_code code = stream.error();
  stream.clear_error();
  if (error || !code)
    return error;
  return cannotWrite(path, code);
}

/// For what cannot be replaced by renaming: devices, pipes.
static Error writeDirectly(StringRef path, Writer write) {
  std::error_code code;
  raw_fd_ostream stream(path, code, sys::fs::OF_None);
  if (code)
    return cannotWrite(path, code);
  return writeTo(stream, path, write);
}

Error qopt::writeOutputFile(StringRef path, Writer write, bool executable) {
  if (path == "-")
    return writeTo(outs(), "standard output", write);
  sys::fs::file_status status;
  if (!sys::fs::status(path, status) && status.type() != sys::fs::file_type::regular_file) {
    if (status.type() == sys::fs::file_type::directory_file)
      return cannotWrite(path, std::make_error_code(std::errc::is_a_directory));
    return writeDirectly(path, write);
  }

  unsigned mode = sys::fs::all_read | sys::fs::all_write;
  if (executable)
    mode |= sys::fs::all_exe;
  Expected<sys::fs::TempFile> file = sys::fs::TempFile::create(path + ".tmp-%%%%%%%%", mode);
  if (!file)
    return cannotWrite(path, errorToErrorCode(file.takeError()));
  Error error = [&] {
    raw_fd_ostream stream(file->FD, /*shouldClose=*/false);
    return writeTo(stream, path, write);
  }();
  if (error) {
    consumeError(file->discard());
    return error;
  }
  if (Error failure = file->keep(path))
    return cannotWrite(path, errorToErrorCode(std::move(failure)));
  return Error::success();
}

Error qopt::writeOutputFile(StringRef path, StringRef contents, bool executable) {
  return writeOutputFile(
      path,
      [&](raw_ostream &stream) {
        stream << contents;
        return Error::success();
      },
      executable);
}

Error qopt::checkOutputPath(StringRef path) {
  if (path == "-")
    return Error::success();
  SmallString<256> folder(path);
  if (std::error_code code = sys::fs::make_absolute(folder))
    return cannotWrite(path, code);
  sys::path::remove_filename(folder);
  if (std::error_code code = sys::fs::access(folder, sys::fs::AccessMode::Write))
    return cannotWrite(path, code);
  return Error::success();
}
