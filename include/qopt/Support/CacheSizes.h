#ifndef QOPT_SUPPORT_CACHESIZES_H
#define QOPT_SUPPORT_CACHESIZES_H

#include <cstdint>

namespace qopt {

/// Input and output of more bytes leave the second-level cache, of which this is half on
/// common server cores: kernels then walk them once, and the cost model knows that they do.
inline constexpr int64_t kStreamedBytes = 1 << 20;

} // namespace qopt

#endif // QOPT_SUPPORT_CACHESIZES_H
