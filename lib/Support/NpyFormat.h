#ifndef QOPT_LIB_SUPPORT_NPYFORMAT_H
#define QOPT_LIB_SUPPORT_NPYFORMAT_H

#include "qopt/Support/Npz.h"

namespace qopt {

/// The header of a .npy file in front of its data.
struct NpyHeader {
  NpyType type = NpyType::Float32;
  bool isFloat16 = false; ///< stored as float16, `type` is Float32
  bool fortranOrder = false;
  std::vector<int64_t> shape;

  size_t storedElementBytes() const { return isFloat16 ? 2 : npyTypeBytes(type); }
};

/// Bytes before the header's text: magic string, version and the text's length.
/// Version 1 has two bytes less than the others.
constexpr size_t npyPreambleBytes = 12;

/// The place and length of the header's text, from the first `npyPreambleBytes`
/// bytes (or fewer, at the end of a short file). Errors are reasons only; the
/// caller adds file and array.
struct NpyTextRange {
  size_t offset;
  size_t length;
};
llvm::Expected<NpyTextRange> findNpyText(llvm::StringRef preamble);

/// Parses the text, a Python dictionary with the keys 'descr', 'fortran_order'
/// and 'shape'.
llvm::Expected<NpyHeader> parseNpyText(llvm::StringRef text);

/// The bytes of a version 1.0 file up to its data, a multiple of 64.
std::string printNpyHeader(NpyType type, llvm::ArrayRef<int64_t> shape);

/// Copies column-major `in` to row-major `out`.
void reorderFortran(llvm::ArrayRef<int64_t> shape, size_t elementBytes, llvm::ArrayRef<char> in,
                    llvm::MutableArrayRef<char> out);

/// float16 to float32, exactly.
void widenFloat16(llvm::ArrayRef<char> in, llvm::MutableArrayRef<char> out);

} // namespace qopt

#endif // QOPT_LIB_SUPPORT_NPYFORMAT_H
