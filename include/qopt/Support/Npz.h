#ifndef QOPT_SUPPORT_NPZ_H
#define QOPT_SUPPORT_NPZ_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// NumPy's .npz files: a zip archive of .npy members, one array each. Format:
// NumPy Enhancement Proposal 1 and numpy.lib.format, versions 1.0 to 3.0.

namespace qopt {

/// Element types that are read and written. float16 is read, as Float32.
enum class NpyType {
  Bool,
  Int8,
  Int16,
  Int32,
  Int64,
  UInt8,
  UInt16,
  UInt32,
  UInt64,
  Float32,
  Float64
};

/// Bytes of one element.
size_t npyTypeBytes(NpyType type);

/// "bool", "int8", "uint8", "float32", …
llvm::StringRef npyTypeName(NpyType type);

/// Number of elements; the sizes of a read array never overflow.
int64_t numElements(llvm::ArrayRef<int64_t> shape);

/// What the header of an array says.
struct NpyInfo {
  std::string name;
  NpyType type;
  std::vector<int64_t> shape;

  /// Entries along the first axis; 1 for a scalar.
  int64_t rows() const { return shape.empty() ? 1 : shape.front(); }
  /// Bytes of one entry along the first axis.
  size_t rowBytes() const {
    llvm::ArrayRef<int64_t> sizes(shape);
    return numElements(sizes.drop_front(sizes.empty() ? 0 : 1)) * npyTypeBytes(type);
  }
};

/// An array in memory, row-major, little endian.
struct NpyArray {
  NpyType type;
  std::vector<int64_t> shape;
  std::vector<char> bytes;
};

/// Reads a .npz file array by array, or rows at a time: nothing but the rows that
/// are asked for is kept in memory (except for Fortran-ordered arrays, which are
/// kept once they have been read). Members stored or deflated.
///
/// Every error names the file, the array and the reason: no such file, not a zip
/// archive, truncated or damaged data, a malformed header, a size that does not
/// fit the header, big-endian data, objects and other types that are not read.
class NpzReader {
public:
  /// Opens a file and reads all headers.
  static llvm::Expected<std::unique_ptr<NpzReader>> open(llvm::StringRef path);
  ~NpzReader();

  /// The arrays in the order of the file.
  llvm::ArrayRef<NpyInfo> arrays() const { return infos; }

  /// Null if there is no such array.
  const NpyInfo *find(llvm::StringRef name) const;

  /// Fails if there is no such array.
  llvm::Expected<NpyArray> read(llvm::StringRef name);

  /// Reads entries [first, first + count) along the first axis into `out`, which
  /// has count * rowBytes() bytes. Ascending rows are read in one pass; going
  /// back starts the array again, where its data is compressed.
  llvm::Error readRows(llvm::StringRef name, int64_t first, int64_t count,
                       llvm::MutableArrayRef<char> out);

private:
  struct Member;

  NpzReader(llvm::StringRef path);
  llvm::Error readDirectory();
  llvm::Error readMemberHeader(int64_t index, llvm::StringRef fileName);
  llvm::Error readReordered(Member &member);

  std::string path;
  void *archive = nullptr; ///< zip_t
  std::vector<NpyInfo> infos;
  std::vector<std::unique_ptr<Member>> members; ///< beside `infos`
  llvm::StringMap<size_t> indices;
};

/// An array to write.
struct NpzEntry {
  llvm::StringRef name;
  NpyType type;
  llvm::ArrayRef<int64_t> shape;
  llvm::ArrayRef<char> bytes; ///< row-major, little endian
};

/// Writes a .npz file, whole or not at all. Equal arrays give equal bytes: the
/// members are stored, in the given order, with one fixed date. Fails for empty
/// or repeated names, for sizes that do not match, and where the file cannot be
/// written.
llvm::Error writeNpz(llvm::StringRef path, llvm::ArrayRef<NpzEntry> entries);

} // namespace qopt

#endif // QOPT_SUPPORT_NPZ_H
