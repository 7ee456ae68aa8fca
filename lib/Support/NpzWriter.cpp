#include "NpyFormat.h"
#include "ZipError.h"

#include "qopt/Support/OutputFile.h"

#include "llvm/ADT/StringSet.h"

using namespace qopt;
using namespace llvm;

static Error checkEntries(StringRef path, ArrayRef<NpzEntry> entries) {
  StringSet<> names;
  for (const NpzEntry &entry : entries) {
    if (entry.name.empty())
      return createStringError(path + ": an array without a name cannot be written");
    auto fail = [&](const Twine &reason) {
      return createStringError(path + ": array '" + entry.name + "': " + reason);
    };
    if (!names.insert(entry.name).second)
      return fail("would be written twice");
    size_t expected = numElements(entry.shape) * npyTypeBytes(entry.type);
    if (entry.bytes.size() != expected)
      return fail("its shape asks for " + Twine(expected) + " bytes, there are " +
                  Twine(entry.bytes.size()));
  }
  return Error::success();
}

/// Adds a member; `header` must live until the archive is closed.
static bool addMember(zip_t *archive, const NpzEntry &entry, std::string &header) {
  header = printNpyHeader(entry.type, entry.shape);
  zip_buffer_fragment_t fragments[] = {
      {reinterpret_cast<zip_uint8_t *>(header.data()), header.size()},
      {reinterpret_cast<zip_uint8_t *>(const_cast<char *>(entry.bytes.data())),
       entry.bytes.size()}};
  zip_source_t *source =
      zip_source_buffer_fragment(archive, fragments, entry.bytes.empty() ? 1 : 2, 0);
  if (!source)
    return false;
  std::string fileName = (entry.name + ".npy").str();
  zip_int64_t index = zip_file_add(archive, fileName.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  // 1 January 1980, the earliest date of the format. Stored, because compressed
  // bytes depend on the version of zlib.
  constexpr zip_uint16_t time = 0, date = 1 << 5 | 1;
  return zip_file_set_dostime(archive, index, time, date, 0) == 0 &&
         zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0;
}

Error qopt::writeNpz(StringRef path, ArrayRef<NpzEntry> entries) {
  if (Error error = checkEntries(path, entries))
    return error;
  // libzip removes archives without members: the format's end record alone.
  if (entries.empty())
    return writeOutputFile(path, StringRef("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22));

  auto fail = [&](const Twine &reason) {
    return createStringError("cannot write '" + path + "': " + reason);
  };
  int code = 0;
  zip_t *archive = zip_open(path.str().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (!archive)
    return fail(zipErrorText(code));
  // libzip writes a temporary file on closing, and renames it.
  std::vector<std::string> headers(entries.size());
  bool written = true;
  for (auto [entry, header] : zip_equal(entries, headers))
    written = written && addMember(archive, entry, header);
  if (written && zip_close(archive) == 0)
    return Error::success();
  Error error = fail(zip_strerror(archive));
  zip_discard(archive);
  return error;
}
