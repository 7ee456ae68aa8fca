#include "qopt/Dialect/QInt/ConstantBuffers.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;
using namespace qopt;

static constexpr StringLiteral kLeastShiftAttrName = "qopt.least_shift";
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

/// The attribute of a constant of shifts.
static Attribute findLeastShift(Attribute elements) {
  for (int32_t least : {0, -4})
    if (holds<int32_t>(elements, [least](auto values) {
          return llvm::all_of(values, [least](int32_t value) { return value >= least; });
        }))
      return Builder(elements.getContext()).getI32IntegerAttr(least);
  return {};
}

/// The attribute of a constant of bases and slopes.
static Attribute findByteSlopes(Attribute elements) {
  bool fits = holds<int16_t>(elements, [](auto values) {
    return llvm::all_of(llvm::enumerate(values), [](auto entry) {
      return entry.index() % 2 == 0 || llvm::isInt<8>(entry.value());
    });
  });
  return fits ? UnitAttr::get(elements.getContext()) : UnitAttr();
}

/// What `find` finds in the constant that `buffer` looks at, or the attribute `name` of
/// the argument that it looks at.
static Attribute lookUp(Value buffer, StringRef name,
                        llvm::function_ref<Attribute(Attribute)> find) {
  while (auto view = buffer.getDefiningOp<ViewLikeOpInterface>())
    buffer = view.getViewSource();
  if (auto argument = dyn_cast<BlockArgument>(buffer)) {
    auto function = dyn_cast<FunctionOpInterface>(argument.getOwner()->getParentOp());
    return function && argument.getOwner()->isEntryBlock()
               ? function.getArgAttr(argument.getArgNumber(), name)
               : Attribute();
  }
  auto getGlobal = buffer.getDefiningOp<memref::GetGlobalOp>();
  if (!getGlobal)
    return {};
  auto global =
      SymbolTable::lookupNearestSymbolFrom<memref::GlobalOp>(getGlobal, getGlobal.getNameAttr());
  std::optional<Attribute> elements = global.getInitialValue();
  return global.getConstant() && elements ? find(*elements) : Attribute();
}

static Attribute lookUpLeastShift(Value buffer) {
  return lookUp(buffer, kLeastShiftAttrName, findLeastShift);
}

static Attribute lookUpByteSlopes(Value buffer) {
  return lookUp(buffer, kByteSlopesAttrName, findByteSlopes);
}

int32_t qint::getLeastShift(Value buffer) {
  auto least = dyn_cast_if_present<IntegerAttr>(lookUpLeastShift(buffer));
  return least ? static_cast<int32_t>(least.getInt()) : kLeastShift;
}

bool qint::hasByteSlopes(Value buffer) { return static_cast<bool>(lookUpByteSlopes(buffer)); }

void qint::keepKnowledge(FunctionOpInterface function, unsigned number, Value buffer) {
  if (Attribute least = lookUpLeastShift(buffer))
    function.setArgAttr(number, kLeastShiftAttrName, least);
  if (Attribute slopes = lookUpByteSlopes(buffer))
    function.setArgAttr(number, kByteSlopesAttrName, slopes);
}
