#ifndef QOPT_LIB_VECTORIZE_KERNELBUILDER_H
#define QOPT_LIB_VECTORIZE_KERNELBUILDER_H

#include "qopt/Target/ISA.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace qopt {

/// A buffer seen as one row of elements that strides index: what the kernels
/// address. Strides are static.
struct FlatBuffer {
  mlir::Value memref;
  llvm::SmallVector<int64_t> shape;
  llvm::SmallVector<int64_t> strides;
  mlir::Type elementType;

  explicit operator bool() const { return memref != nullptr; }
  /// Elements of dimensions [first, last] lie behind one another without gaps.
  bool isContiguous(unsigned first, unsigned last) const;
};

/// Whether the shape and strides of a memref are static, and its offset is so too or
/// that of a box, which begins somewhere else in each iteration of a loop.
bool hasStaticLayout(mlir::Value memref);

/// Builds the loops and the vector code of kernels. Vectors are
/// one-dimensional; a single element is a vector of one lane.
class KernelBuilder : public mlir::ImplicitLocOpBuilder {
public:
  KernelBuilder(mlir::Location loc, const mlir::OpBuilder &builder, const Target &target)
      : ImplicitLocOpBuilder(loc, builder), target(target) {}

  const ISA &isa() const { return *target.isa; }
  /// Lanes of `type` in one register.
  int64_t lanes(mlir::Type type) const {
    return isa().lanes(std::max(8u, type.getIntOrFloatBitWidth()));
  }

  //===--------------------------------------------------------------------===//
  // Indices and loops
  //===--------------------------------------------------------------------===//

  mlir::Value index(int64_t value);
  mlir::Value add(mlir::Value lhs, mlir::Value rhs);
  mlir::Value add(mlir::Value lhs, int64_t rhs) { return add(lhs, index(rhs)); }
  mlir::Value mul(mlir::Value lhs, int64_t rhs);

  using Values = llvm::SmallVector<mlir::Value>;

  /// for (i = lower; i < upper; i += step) body(i). A single iteration is not
  /// made a loop.
  void loop(int64_t lower, int64_t upper, int64_t step, llvm::function_ref<void(mlir::Value)> body);
  /// The same with values that each iteration passes to the next.
  Values loop(int64_t lower, int64_t upper, int64_t step, mlir::ValueRange initial,
              llvm::function_ref<Values(mlir::Value, mlir::ValueRange)> body);
  /// With bounds that are known at run time only, steps of 1.
  Values loop(mlir::Value lower, mlir::Value upper, mlir::ValueRange initial,
              llvm::function_ref<Values(mlir::Value, mlir::ValueRange)> body);

  /// Covers [0, extent) by chunks of `width` elements, then by one chunk of each
  /// power of two that the rest is made of: body(offset, lanes).
  void chunks(int64_t extent, int64_t width, llvm::function_ref<void(mlir::Value, int64_t)> body);

  //===--------------------------------------------------------------------===//
  // Memory
  //===--------------------------------------------------------------------===//

  /// The buffer must have a static layout.
  FlatBuffer flatten(mlir::Value memref);
  /// A buffer on the stack that all kernels of a function share by its name. It is
  /// there from the function's start on: later ones would add up.
  FlatBuffer getStack(llvm::StringRef name, int64_t elements, mlir::Type elementType);
  /// `lanes` neighbouring elements from `offset` on.
  mlir::Value load(const FlatBuffer &buffer, mlir::Value offset, int64_t lanes);
  mlir::Value loadScalar(const FlatBuffer &buffer, mlir::Value offset);
  /// Reads `count` elements and no more, in pieces that are powers of two; the lanes
  /// behind them hold zeros.
  mlir::Value loadFirst(const FlatBuffer &buffer, mlir::Value offset, int64_t count, int64_t lanes);
  void store(mlir::Value vector, const FlatBuffer &buffer, mlir::Value offset);
  /// Asks for the cache line of an element, into the second-level cache. The
  /// offset may lie outside the buffer.
  void prefetch(const FlatBuffer &buffer, mlir::Value offset);
  /// Stores the first `count` lanes in pieces that are powers of two.
  void storeFirst(mlir::Value vector, int64_t count, const FlatBuffer &buffer, mlir::Value offset);

  //===--------------------------------------------------------------------===//
  // Vectors
  //===--------------------------------------------------------------------===//

  mlir::VectorType vectorType(int64_t lanes, mlir::Type elementType);
  /// An integer (or float of integral value) in each element of `type`, which
  /// may be a scalar.
  mlir::Value constant(mlir::Type type, int64_t value);
  mlir::Value constant(mlir::Type type, double value);
  mlir::Value broadcast(mlir::Value scalar, int64_t lanes);
  mlir::Value slice(mlir::Value vector, int64_t offset, int64_t lanes);
  /// `vector` in the first of `lanes` lanes; the others hold anything.
  mlir::Value widen(mlir::Value vector, int64_t lanes);
  /// All lanes of equal vectors in one.
  mlir::Value concat(mlir::ValueRange vectors);
  /// a0 b0 a1 b1 …
  mlir::Value interleave(mlir::Value lhs, mlir::Value rhs);
  /// Widens integers to `type`'s elements; the identity where they have them.
  mlir::Value extend(mlir::Value vector, mlir::Type elementType, bool isUnsigned);

private:
  Target target;
};

/// Number of lanes, 1 for a scalar.
int64_t getLanes(mlir::Value value);
/// `type` with another element type, a scalar or a vector like before.
mlir::Type withElementType(mlir::Type type, mlir::Type elementType);

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_KERNELBUILDER_H
