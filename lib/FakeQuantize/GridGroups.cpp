#include "GridGroups.h"

#include "mlir/IR/Remarks.h"
#include "qopt/Support/Constants.h"

using namespace mlir;
using namespace qopt;

namespace {

/// An op whose result is on the grid of its operands; null if `op` is none.
QuantizableOpInterface getShared(Operation *op) {
  auto quantizable = dyn_cast_or_null<QuantizableOpInterface>(op);
  if (quantizable && !quantizable.isPointwise() && op->getNumResults() == 1 &&
      quantizable.getResultGrid(0) == ResultGrid::Shared)
    return quantizable;
  return {};
}

} // namespace

GridGroups::GridGroups(func::FuncOp func) {
  func.walk([&](Operation *op) { uniteShared(op); });
  // Leaders are final now: groups can be named after them.
  func.walk([&](Operation *op) { addRanges(op); });
}

void GridGroups::uniteShared(Operation *op) {
  if (QuantizableOpInterface shared = getShared(op)) {
    for (Value source : getDataSources(shared))
      if (!isConstantValue(source))
        unite(source, op->getResult(0));
    return;
  }
  auto annotate = dyn_cast<calib::AnnotateOp>(op);
  if (!annotate || annotate.getEpilogue())
    return;
  // A range stated behind an op that shares its operand's grid widens the group.
  if (annotate.getMeanOnly() || getShared(annotate.getInput().getDefiningOp()))
    unite(annotate.getInput(), annotate.getResult());
}

void GridGroups::addRange(Value value, double min, double max) {
  Group &group = (*this)[value];
  group.min = std::min(group.min, min);
  group.max = std::max(group.max, max);
  group.hasRange = true;
}

void GridGroups::addRanges(Operation *op) {
  if (auto annotate = dyn_cast<calib::AnnotateOp>(op)) {
    auto source = annotate.getInput().getDefiningOp<QuantizableOpInterface>();
    if (annotate.getEpilogue() || annotate.getMeanOnly())
      return;
    Group &group = (*this)[annotate.getResult()];
    if (source && source.getResultGrid(0) == ResultGrid::Fixed && !group.isImported) {
      group.grid = getUnitGrid(op->getContext());
      group.isImported = true;
    }
    addRange(annotate.getResult(), annotate.getRange().getMinValue(),
             annotate.getRange().getMaxValue());
  } else if (auto fakeQuant = dyn_cast<calib::FakeQuantOp>(op)) {
    auto grid = dyn_cast<quant::UniformQuantizedType>(fakeQuant.getGrid());
    if (!grid || isConstantValue(fakeQuant.getInput()))
      return;
    Group &group = (*this)[fakeQuant.getResult()];
    if (!group.isImported) {
      group.grid = grid;
      group.isImported = true;
    }
  } else if (QuantizableOpInterface shared = getShared(op)) {
    // Constants that are joined to activations need room on their grid.
    for (Value source : getDataSources(shared)) {
      if (!isConstantValue(source) || source.getDefiningOp<calib::FakeQuantOp>())
        continue;
      FailureOr<SmallVector<float>> values = readFloatConstant(source);
      if (failed(values) || values->empty() || !(*this)[op->getResult(0)].hasRange)
        continue;
      auto [min, max] = std::minmax_element(values->begin(), values->end());
      addRange(op->getResult(0), *min, *max);
    }
  }
}

void GridGroups::chooseGrids(unsigned bits, GridKind kind) {
  for (auto &[leader, group] : groups) {
    if (group.grid || !group.hasRange)
      continue;
    auto value = Value::getFromOpaquePointer(leader);
    ActivationGrid grid = makeActivationGrid(value.getContext(), group.min, group.max, bits, kind);
    group.grid = grid.type;
    if (grid.widened)
      remark::analysis(value.getLoc(),
                       remark::RemarkOpts::name("widened").category("qopt-fake-quantize"))
          << "the range is so narrow that its scale would be no normal f32; the grid was widened";
  }
}
