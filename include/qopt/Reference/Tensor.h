#ifndef QOPT_REFERENCE_TENSOR_H
#define QOPT_REFERENCE_TENSOR_H

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/ArrayRef.h"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <vector>

namespace qopt {

/// A dense tensor in host memory, row-major, elements as the machine stores
/// them: f32, i1 (one byte), i8/ui8, i16, i32, i64 (little endian).
class Tensor {
public:
  Tensor() = default;

  /// A tensor of zeros. `type` has a static shape.
  explicit Tensor(mlir::RankedTensorType type)
      : type(type), bytes(type.getNumElements() * elementBytes(type.getElementType())) {}

  mlir::RankedTensorType getType() const { return type; }
  llvm::ArrayRef<int64_t> getShape() const { return type.getShape(); }
  int64_t getNumElements() const { return type.getNumElements(); }
  size_t getSizeInBytes() const { return bytes.size(); }
  char *data() { return bytes.data(); }
  const char *data() const { return bytes.data(); }

  /// The elements as `T`, whose size must be that of the element type.
  template <typename T> llvm::MutableArrayRef<T> as() {
    assert(sizeof(T) == elementBytes(type.getElementType()));
    return {reinterpret_cast<T *>(bytes.data()), static_cast<size_t>(getNumElements())};
  }
  template <typename T> llvm::ArrayRef<T> as() const { return const_cast<Tensor *>(this)->as<T>(); }

  bool operator==(const Tensor &other) const { return type == other.type && bytes == other.bytes; }

  /// Bytes of one element of `type`.
  static size_t elementBytes(mlir::Type type) { return (type.getIntOrFloatBitWidth() + 7) / 8; }

private:
  mlir::RankedTensorType type;
  std::vector<char> bytes;
};

} // namespace qopt

#endif // QOPT_REFERENCE_TENSOR_H
