#include "qopt/Dialect/QInt/PositiveBuffers.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;
using namespace qopt;

/// Whether all elements of a constant are positive.
static bool isPositive(Attribute elements) {
  auto isPositive = [](int32_t value) { return value > 0; };
  auto dense = dyn_cast_if_present<DenseIntElementsAttr>(elements);
  if (dense && dense.getElementType().isInteger(32))
    return llvm::all_of(dense.getValues<int32_t>(), isPositive);
  if (auto resource = dyn_cast_if_present<DenseI32ResourceElementsAttr>(elements))
    if (std::optional<ArrayRef<int32_t>> values = resource.tryGetAsArrayRef())
      return llvm::all_of(*values, isPositive);
  return false;
}

bool qint::isPositiveBuffer(Value buffer) {
  while (auto view = buffer.getDefiningOp<ViewLikeOpInterface>())
    buffer = view.getViewSource();
  if (auto argument = dyn_cast<BlockArgument>(buffer)) {
    auto function = dyn_cast<FunctionOpInterface>(argument.getOwner()->getParentOp());
    return function && argument.getOwner()->isEntryBlock() &&
           function.getArgAttr(argument.getArgNumber(), kPositiveAttrName);
  }
  auto getGlobal = buffer.getDefiningOp<memref::GetGlobalOp>();
  if (!getGlobal)
    return false;
  auto global =
      SymbolTable::lookupNearestSymbolFrom<memref::GlobalOp>(getGlobal, getGlobal.getNameAttr());
  return global.getConstant() && isPositive(global.getInitialValue().value_or(nullptr));
}
