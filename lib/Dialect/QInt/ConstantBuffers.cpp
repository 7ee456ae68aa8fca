#include "qopt/Dialect/QInt/ConstantBuffers.h"
#include "qopt/Support/FixedPoint.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "mlir/Interfaces/ViewLikeInterface.h"

using namespace mlir;
using namespace qopt;

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

/// The attributes of a constant of shifts.
static Attribute findLeastShift(Attribute elements) {
  for (int32_t least : {0, -4})
    if (holds<int32_t>(elements, [least](auto values) {
          return llvm::all_of(values, [least](int32_t value) { return value >= least; });
        }))
      return Builder(elements.getContext()).getI32IntegerAttr(least);
  return {};
}

static Attribute findGreatestShift(Attribute elements) {
  bool isLeft = holds<int32_t>(elements, [](auto values) {
    return llvm::all_of(values, [](int32_t value) { return value <= 0; });
  });
  return isLeft ? Builder(elements.getContext()).getI32IntegerAttr(0) : Attribute();
}

/// A unit attribute where `test(segment, base, slope)` holds for all segments of a constant.
template <typename Test> static Attribute findInSegments(Attribute elements, Test test) {
  bool found = holds<int16_t>(elements, [&](auto values) {
    for (auto value = values.begin(), end = values.end(); value != end; value += 2)
      if (!test((value - values.begin()) / 2, *value, *(value + 1)))
        return false;
    return true;
  });
  return found ? UnitAttr::get(elements.getContext()) : UnitAttr();
}

/// The attributes of a constant of bases and slopes.
static Attribute findByteSlopes(Attribute elements) {
  return findInSegments(elements,
                        [](int64_t, int16_t, int16_t slope) { return llvm::isInt<8>(slope); });
}

static Attribute findFlatStart(Attribute elements) {
  return findInSegments(
      elements, [](int64_t segment, int16_t, int16_t slope) { return segment != 0 || slope == 0; });
}

static Attribute findSmallResults(Attribute elements) {
  return findInSegments(elements, [](int64_t, int16_t base, int16_t slope) {
    return base + std::max(interpolate16(slope, kFunctionSegmentSize - 1), 0) <= qint::kSmallResult;
  });
}

namespace {

/// Something that can be known of a buffer: an attribute of the argument that stands for
/// it, or what is found in the constant.
struct Knowledge {
  StringLiteral name;
  Attribute (*find)(Attribute elements);

  Attribute lookUp(Value buffer) const;
};

constexpr Knowledge kKnowledgeOfLeastShift = {"qopt.least_shift", findLeastShift};
constexpr Knowledge kKnowledgeOfGreatestShift = {"qopt.greatest_shift", findGreatestShift};
constexpr Knowledge kKnowledgeOfByteSlopes = {"qopt.byte_slopes", findByteSlopes};
constexpr Knowledge kKnowledgeOfFlatStart = {"qopt.flat_start", findFlatStart};
constexpr Knowledge kKnowledgeOfSmallResults = {"qopt.small_results", findSmallResults};
constexpr Knowledge kAllKnowledge[] = {kKnowledgeOfLeastShift, kKnowledgeOfGreatestShift,
                                       kKnowledgeOfByteSlopes, kKnowledgeOfFlatStart,
                                       kKnowledgeOfSmallResults};

} // namespace

Attribute Knowledge::lookUp(Value buffer) const {
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

static int32_t lookUpShift(const Knowledge &knowledge, Value buffer, int32_t otherwise) {
  auto shift = dyn_cast_if_present<IntegerAttr>(knowledge.lookUp(buffer));
  return shift ? static_cast<int32_t>(shift.getInt()) : otherwise;
}

int32_t qint::getLeastShift(Value buffer) {
  return lookUpShift(kKnowledgeOfLeastShift, buffer, kLeastShift);
}

int32_t qint::getGreatestShift(Value buffer) {
  return lookUpShift(kKnowledgeOfGreatestShift, buffer, kGreatestShift);
}

bool qint::hasByteSlopes(Value buffer) {
  return static_cast<bool>(kKnowledgeOfByteSlopes.lookUp(buffer));
}

bool qint::hasFlatStart(Value buffer) {
  return static_cast<bool>(kKnowledgeOfFlatStart.lookUp(buffer));
}

bool qint::hasSmallResults(Value buffer) {
  return static_cast<bool>(kKnowledgeOfSmallResults.lookUp(buffer));
}

void qint::keepKnowledge(FunctionOpInterface function, unsigned number, Value buffer) {
  for (const Knowledge &knowledge : kAllKnowledge)
    if (Attribute attribute = knowledge.lookUp(buffer))
      function.setArgAttr(number, knowledge.name, attribute);
}
