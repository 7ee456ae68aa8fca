#include "NpyFormat.h"
#include "ZipError.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"

#include <cstring>

using namespace qopt;
using namespace llvm;

/// Where and how an array is stored, and how far it has been read.
struct NpzReader::Member {
  NpyHeader header;
  zip_uint64_t index;
  size_t dataOffset; ///< bytes before the data
  bool stored;       ///< not compressed

  zip_file_t *stream = nullptr;
  int64_t nextRow = 0; ///< row at which `stream` stands
  /// A column-major array once it has been read, in row-major order.
  std::vector<char> reordered;

  ~Member() { close(); }
  void close() {
    if (stream)
      zip_fclose(stream);
    stream = nullptr;
  }
  Error reopen(zip_t *archive);
  Error seek(zip_t *archive, int64_t row, size_t rowBytes);
  Error readRows(zip_t *archive, int64_t first, int64_t count, MutableArrayRef<char> out);
};

static zip_t *toZip(void *archive) { return static_cast<zip_t *>(archive); }

/// `path: array 'name': reason`.
static Error arrayError(StringRef path, StringRef name, const Twine &reason) {
  return createStringError(path + ": array '" + name + "': " + reason);
}
static Error arrayError(StringRef path, StringRef name, Error reason) {
  return arrayError(path, name, toString(std::move(reason)));
}

/// Fills `out` from `stream`.
static Error readExactly(zip_file_t *stream, MutableArrayRef<char> out) {
  while (!out.empty()) {
    zip_int64_t count = zip_fread(stream, out.data(), out.size());
    if (count < 0)
      return createStringError(Twine("damaged data: ") + zip_file_strerror(stream));
    if (count == 0)
      return createStringError("truncated data");
    out = out.drop_front(count);
  }
  return Error::success();
}

/// The checksum is compared when a read meets the end of the data.
static Error expectEnd(zip_file_t *stream) {
  char byte;
  zip_int64_t count = zip_fread(stream, &byte, 1);
  if (count < 0)
    return createStringError(Twine("damaged data: ") + zip_file_strerror(stream));
  return count == 0 ? Error::success() : createStringError("more data than its size says");
}

static Error skip(zip_file_t *stream, uint64_t bytes) {
  std::vector<char> buffer(std::min<uint64_t>(bytes, 1 << 16));
  while (bytes > 0) {
    size_t count = std::min<uint64_t>(bytes, buffer.size());
    if (Error error = readExactly(stream, MutableArrayRef<char>(buffer).take_front(count)))
      return error;
    bytes -= count;
  }
  return Error::success();
}

/// Opens the data at row 0.
Error NpzReader::Member::reopen(zip_t *archive) {
  close();
  stream = zip_fopen_index(archive, index, 0);
  if (!stream)
    return createStringError(zip_strerror(archive));
  nextRow = 0;
  return skip(stream, dataOffset);
}

Error NpzReader::Member::seek(zip_t *archive, int64_t row, size_t rowBytes) {
  if (stream && nextRow == row)
    return Error::success();
  if (stream && stored && zip_fseek(stream, dataOffset + row * rowBytes, SEEK_SET) == 0) {
    nextRow = row;
    return Error::success();
  }
  if (!stream || nextRow > row || stored) {
    if (Error error = reopen(archive))
      return error;
  }
  return skip(stream, (row - nextRow) * rowBytes);
}

/// Reads `count` rows as they are stored, `out.size() / count` bytes each.
Error NpzReader::Member::readRows(zip_t *archive, int64_t first, int64_t count,
                                  MutableArrayRef<char> out) {
  if (Error error = seek(archive, first, out.size() / count))
    return error;
  if (Error error = readExactly(stream, out))
    return error;
  nextRow = first + count;
  bool atEnd = nextRow == (header.shape.empty() ? 1 : header.shape.front());
  return atEnd ? expectEnd(stream) : Error::success();
}

NpzReader::NpzReader(StringRef path) : path(path) {}

NpzReader::~NpzReader() {
  members.clear(); // their streams, before the archive
  if (archive)
    zip_discard(toZip(archive));
}

Expected<std::unique_ptr<NpzReader>> NpzReader::open(StringRef path) {
  std::unique_ptr<NpzReader> reader(new NpzReader(path));
  sys::fs::file_status status;
  if (std::error_code code = sys::fs::status(path, status))
    return createStringError(code, path + ": " + code.message());
  if (status.type() == sys::fs::file_type::directory_file)
    return createStringError(path + ": is a directory, expected a .npz file");
  int code = 0;
  reader->archive = zip_open(reader->path.c_str(), ZIP_RDONLY, &code);
  if (!reader->archive)
    return createStringError(path + ": not a readable .npz file: " + zipErrorText(code) +
                             "; numpy.savez() writes one");
  if (Error error = reader->readDirectory())
    return std::move(error);
  return std::move(reader);
}

Error NpzReader::readDirectory() {
  zip_int64_t count = zip_get_num_entries(toZip(archive), 0);
  for (zip_int64_t index = 0; index < count; ++index) {
    const char *name = zip_get_name(toZip(archive), index, ZIP_FL_ENC_GUESS);
    if (!name)
      return createStringError(path + ": member " + Twine(index) +
                               " has no name: " + zip_strerror(toZip(archive)));
    StringRef fileName(name);
    if (!fileName.ends_with(".npy"))
      continue; // numpy.savez writes nothing else, other tools may
    if (Error error = readMemberHeader(index, fileName))
      return error;
  }
  return Error::success();
}

Error NpzReader::readMemberHeader(int64_t index, StringRef fileName) {
  StringRef name = fileName.drop_back(4);
  auto fail = [&](const Twine &reason) { return arrayError(path, name, reason); };
  zip_stat_t stat;
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
  if (zip_stat_index(toZip(archive), index, 0, &stat) || (stat.valid & needed) != needed)
    return fail("its size cannot be read");
  // Deflate gives at most 1032 bytes for one: a larger claim is a damaged size,
  // which must not decide how much memory to ask for.
  uint64_t fileSize = 0;
  if (std::error_code code = sys::fs::file_size(path, fileSize))
    return createStringError(code, path + ": " + code.message());
  if (stat.comp_size > fileSize || stat.size / 1032 > stat.comp_size)
    return fail("its size is not possible in a file of " + Twine(fileSize) + " bytes");

  auto member = std::make_unique<Member>();
  member->index = index;
  member->stored = stat.comp_method == ZIP_CM_STORE;
  member->stream = zip_fopen_index(toZip(archive), index, 0);
  if (!member->stream)
    return fail(zip_strerror(toZip(archive)));
  std::string bytes(std::min<uint64_t>(npyPreambleBytes, stat.size), '\0');
  if (Error error = readExactly(member->stream, MutableArrayRef<char>(bytes.data(), bytes.size())))
    return arrayError(path, name, std::move(error));
  Expected<NpyTextRange> range = findNpyText(bytes);
  if (!range)
    return arrayError(path, name, range.takeError());
  member->dataOffset = range->offset + range->length;
  if (member->dataOffset > stat.size || member->dataOffset < bytes.size())
    return fail("malformed .npy header: its length does not fit the file");
  size_t have = bytes.size();
  bytes.resize(member->dataOffset);
  if (Error error = readExactly(member->stream,
                                MutableArrayRef<char>(bytes.data(), bytes.size()).drop_front(have)))
    return arrayError(path, name, std::move(error));
  Expected<NpyHeader> header = parseNpyText(StringRef(bytes).drop_front(range->offset));
  if (!header)
    return arrayError(path, name, header.takeError());
  uint64_t dataBytes = uint64_t(numElements(header->shape)) * header->storedElementBytes();
  if (stat.size - member->dataOffset != dataBytes)
    return fail("its shape asks for " + Twine(dataBytes) + " bytes, the file has " +
                Twine(stat.size - member->dataOffset));

  member->header = std::move(*header);
  member->close(); // a file may hold more arrays than a process may open streams
  if (!indices.try_emplace(name, infos.size()).second)
    return fail("appears twice");
  infos.push_back({name.str(), member->header.type, member->header.shape});
  members.push_back(std::move(member));
  return Error::success();
}

const NpyInfo *NpzReader::find(StringRef name) const {
  auto found = indices.find(name);
  return found == indices.end() ? nullptr : &infos[found->second];
}

Expected<NpyArray> NpzReader::read(StringRef name) {
  const NpyInfo *info = find(name);
  if (!info)
    return createStringError(path + ": has no array '" + name + "'");
  NpyArray array{info->type, info->shape, {}};
  array.bytes.resize(info->rows() * info->rowBytes());
  if (Error error = readRows(name, 0, info->rows(), array.bytes))
    return std::move(error);
  return array;
}

Error NpzReader::readRows(StringRef name, int64_t first, int64_t count, MutableArrayRef<char> out) {
  const NpyInfo *info = find(name);
  if (!info)
    return createStringError(path + ": has no array '" + name + "'");
  Member &member = *members[indices.lookup(name)];
  const NpyHeader &header = member.header;
  size_t rowBytes = info->rowBytes();
  if (first < 0 || count < 0 || first > info->rows() || count > info->rows() - first ||
      out.size() != count * rowBytes)
    return arrayError(path, name,
                      "rows " + Twine(first) + " to " + Twine(first + count) +
                          " were asked for, it has " + Twine(info->rows()));
  if (out.empty())
    return Error::success();

  zip_t *zip = toZip(archive);
  Error error = Error::success();
  if (header.fortranOrder && header.shape.size() > 1) {
    error = readReordered(member);
    if (!error)
      std::memcpy(out.data(), member.reordered.data() + first * rowBytes, out.size());
  } else if (header.isFloat16) {
    std::vector<char> narrow(out.size() / 2);
    error = member.readRows(zip, first, count, narrow);
    widenFloat16(narrow, out);
  } else {
    error = member.readRows(zip, first, count, out);
  }
  if (!error)
    return Error::success();
  member.close(); // wherever it stands now
  return arrayError(path, name, std::move(error));
}

/// Rows of a column-major array are scattered over all of it: read it once.
Error NpzReader::readReordered(Member &member) {
  if (!member.reordered.empty())
    return Error::success();
  const NpyHeader &header = member.header;
  int64_t elements = numElements(header.shape);
  std::vector<char> stored(elements * header.storedElementBytes());
  if (Error error = member.readRows(toZip(archive), 0, header.shape.front(), stored))
    return error;
  member.close();
  std::vector<char> ordered(stored.size());
  reorderFortran(header.shape, header.storedElementBytes(), stored, ordered);
  if (header.isFloat16) {
    stored.resize(elements * npyTypeBytes(header.type));
    widenFloat16(ordered, stored);
    ordered.swap(stored);
  }
  member.reordered.swap(ordered);
  return Error::success();
}
