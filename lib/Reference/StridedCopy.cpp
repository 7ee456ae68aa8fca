#include "StridedCopy.h"

#include <cstring>

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

SmallVector<int64_t> reference::rowMajorStrides(ArrayRef<int64_t> shape) {
  SmallVector<int64_t> strides(shape.size());
  int64_t stride = 1;
  for (int64_t i = shape.size() - 1; i >= 0; --i) {
    strides[i] = stride;
    stride *= shape[i];
  }
  return strides;
}

/// Dimensions of size 1 are dropped, and neighbours that both buffers walk
/// without a gap become one: long inner loops.
StridedCopy::StridedCopy(ArrayRef<int64_t> box, const StridedView &source,
                         const StridedView &target) {
  this->source.offset = source.offset;
  this->target.offset = target.offset;
  for (auto [size, from, to] : llvm::zip_equal(box, source.strides, target.strides)) {
    if (size == 1)
      continue;
    if (!shape.empty() && this->source.strides.back() == size * from &&
        this->target.strides.back() == size * to) {
      shape.back() *= size;
      this->source.strides.back() = from;
      this->target.strides.back() = to;
      continue;
    }
    shape.push_back(size);
    this->source.strides.push_back(from);
    this->target.strides.push_back(to);
  }
}

namespace {

template <typename T>
void copyLine(int64_t count, const char *source, int64_t sourceStride, char *target,
              int64_t targetStride) {
  if (sourceStride == 1 && targetStride == 1) {
    std::memcpy(target, source, count * sizeof(T));
    return;
  }
  auto *from = reinterpret_cast<const T *>(source);
  auto *to = reinterpret_cast<T *>(target);
  for (int64_t i = 0; i < count; ++i)
    to[i * targetStride] = from[i * sourceStride];
}

void copyLine(size_t elementBytes, int64_t count, const char *source, int64_t sourceStride,
              char *target, int64_t targetStride) {
  switch (elementBytes) {
  case 1:
    return copyLine<uint8_t>(count, source, sourceStride, target, targetStride);
  case 2:
    return copyLine<uint16_t>(count, source, sourceStride, target, targetStride);
  case 4:
    return copyLine<uint32_t>(count, source, sourceStride, target, targetStride);
  default:
    return copyLine<uint64_t>(count, source, sourceStride, target, targetStride);
  }
}

} // namespace

void StridedCopy::run(size_t elementBytes, const char *from, char *to) const {
  from += source.offset * elementBytes;
  to += target.offset * elementBytes;
  if (shape.empty()) {
    std::memcpy(to, from, elementBytes);
    return;
  }
  if (llvm::is_contained(shape, 0))
    return;
  // An odometer over all dimensions but the last, which is one line.
  size_t outer = shape.size() - 1;
  SmallVector<int64_t> index(outer, 0);
  while (true) {
    copyLine(elementBytes, shape[outer], from, source.strides[outer], to, target.strides[outer]);
    size_t d = outer;
    for (; d > 0; --d) {
      from += source.strides[d - 1] * static_cast<int64_t>(elementBytes);
      to += target.strides[d - 1] * static_cast<int64_t>(elementBytes);
      if (++index[d - 1] < shape[d - 1])
        break;
      from -= source.strides[d - 1] * shape[d - 1] * static_cast<int64_t>(elementBytes);
      to -= target.strides[d - 1] * shape[d - 1] * static_cast<int64_t>(elementBytes);
      index[d - 1] = 0;
    }
    if (d == 0)
      return;
  }
}
