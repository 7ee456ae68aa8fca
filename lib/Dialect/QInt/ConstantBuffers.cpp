#include "qopt/Dialect/QInt/ConstantBuffers.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;
using namespace qopt;

static constexpr StringLiteral kPositiveAttrName = "qopt.positive";
static constexpr StringLiteral kByteSlopesAttrName = "qopt.byte_slopes";

/// Whether `elements` are integers of type T, and `test(values)` holds for them.
template <typename T, typename Test> static bool holds(Attribute elements, Test test) {
  auto dense = dyn_cast_if_present<DenseIntElementsAttr>(elements);
  if (dense && dense.getElementType().isInteger(8 * sizeof(T)))
    return test(dense.getValues<T>());
  if (auto resource = dyn_cast_if_present<detail::DenseResourceElementsAttrBase<T>>(elements))
    if (std::optional<ArrayRef<T>> values = resource.tryGetAsArrayRef())
      return test(*values);
  return false;
}

static bool isPositive(Attribute elements) {
  return holds<int32_t>(elements, [](auto values) {
    return llvm::all_of(values, [](int32_t value) { return value > 0; });
  });
}

static bool hasByteSlopes(Attribute elements) {
  return holds<int16_t>(elements, [](auto values) {
    return llvm::all_of(llvm::enumerate(values), [](auto entry) {
      return entry.index() % 2 == 0 || llvm::isInt<8>(entry.value());
    });
  });
}

/// Whether `test` holds for the constant that `buffer` looks at, or the argument that it
/// looks at has the attribute `name`.
static bool isKnown(Value buffer, StringRef name, llvm::function_ref<bool(Attribute)> test) {
  while (auto view = buffer.getDefiningOp<ViewLikeOpInterface>())
    buffer = view.getViewSource();
  if (auto argument = dyn_cast<BlockArgument>(buffer)) {
    auto function = dyn_cast<FunctionOpInterface>(argument.getOwner()->getParentOp());
    return function && argument.getOwner()->isEntryBlock() &&
           function.getArgAttr(argument.getArgNumber(), name);
  }
  auto getGlobal = buffer.getDefiningOp<memref::GetGlobalOp>();
  if (!getGlobal)
    return false;
  auto global =
      SymbolTable::lookupNearestSymbolFrom<memref::GlobalOp>(getGlobal, getGlobal.getNameAttr());
  return global.getConstant() && test(global.getInitialValue().value_or(nullptr));
}

bool qint::isPositiveBuffer(Value buffer) { return isKnown(buffer, kPositiveAttrName, isPositive); }

bool qint::hasByteSlopes(Value buffer) {
  auto type = cast<MemRefType>(buffer.getType());
  return type.getElementType().isInteger(16) &&
         isKnown(buffer, kByteSlopesAttrName,
                 [](Attribute elements) { return ::hasByteSlopes(elements); });
}

void qint::keepKnowledge(FunctionOpInterface function, unsigned number, Value buffer) {
  auto unit = UnitAttr::get(function.getContext());
  if (isPositiveBuffer(buffer))
    function.setArgAttr(number, kPositiveAttrName, unit);
  if (qint::hasByteSlopes(buffer))
    function.setArgAttr(number, kByteSlopesAttrName, unit);
}
