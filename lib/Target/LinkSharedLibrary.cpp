#include "qopt/Target/CodeGen.h"

#include "lld/Common/Driver.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

LLD_HAS_DRIVER(elf)

using namespace llvm;

Error qopt::linkSharedLibrary(ArrayRef<char> object, StringRef outputPath) {
  // lld reads files: the object goes to a temporary one.
  int descriptor;
  SmallString<128> objectPath;
  if (std::error_code code = sys::fs::createTemporaryFile("qopt", "o", descriptor, objectPath))
    return createStringError(code, "cannot create a temporary object file: " + code.message());
  {
    raw_fd_ostream stream(descriptor, /*shouldClose=*/true);
    stream.write(object.data(), object.size());
    stream.close();
    if (std::error_code code = stream.error()) {
      stream.clear_error();
      sys::fs::remove(objectPath);
      return createStringError(code, "cannot write " + objectPath + ": " + code.message());
    }
  }
  std::string output = outputPath.str(), messages;
  const char *arguments[] = {"ld.lld",           "-shared", "--build-id=none", "-z", "noexecstack",
                             objectPath.c_str(), "-o",      output.c_str()};
  raw_string_ostream stream(messages);
  lld::Result result = lld::lldMain(arguments, stream, stream, {{lld::Gnu, &lld::elf::link}});
  sys::fs::remove(objectPath);
  if (result.retCode != 0)
    return createStringError(inconvertibleErrorCode(),
                             "cannot link " + output + ": " + StringRef(messages).rtrim().str());
  return Error::success();
}
