#ifndef QOPT_SCHEDULE_CONSTANTPOOL_H
#define QOPT_SCHEDULE_CONSTANTPOOL_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"

#include <vector>

namespace qopt {

/// The `memref.global` constants of a module: aligned to 64 bytes, equal ones
/// shared, large ones in resource blobs.
class ConstantPool {
public:
  explicit ConstantPool(mlir::ModuleOp module) : module(module), symbols(module) {}

  /// A `memref.get_global` of a constant of static `shape` with the elements
  /// `bytes` (row-major, as the machine stores them). The symbol is made from
  /// the name in `loc` and from `role` ("weights", "bias", …).
  mlir::Value get(mlir::OpBuilder &builder, mlir::Location loc, llvm::StringRef role,
                  llvm::ArrayRef<int64_t> shape, mlir::Type elementType,
                  llvm::ArrayRef<char> bytes);

  /// The same for the constant `elements` of a tensor; null where their values
  /// cannot be read (a missing blob, an unusual type).
  mlir::Value get(mlir::OpBuilder &builder, mlir::Location loc, llvm::StringRef role,
                  mlir::ElementsAttr elements);

  template <typename T> static llvm::ArrayRef<char> bytesOf(llvm::ArrayRef<T> values) {
    return {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T)};
  }

private:
  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  /// The constant made last: they stand in the order of their first use.
  mlir::Operation *last = nullptr;
  /// Symbols by type and content.
  llvm::StringMap<mlir::StringAttr> byContent;
};

/// The elements of a constant of f32 or integers in row-major order, as
/// buffers store them: widths are powers of two of 8 bits or more.
llvm::FailureOr<std::vector<char>> getElementBytes(mlir::ElementsAttr elements);

/// A name for symbols, from the `NameLoc` in `loc`: letters, digits and `_`.
std::string getLayerName(mlir::Location loc);

} // namespace qopt

#endif // QOPT_SCHEDULE_CONSTANTPOOL_H
