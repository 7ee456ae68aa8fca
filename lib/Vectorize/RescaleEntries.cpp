#include "RescaleEntries.h"

#include "qopt/Dialect/QInt/ConstantBuffers.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

Value RescaleEntries::apply(Value accumulator, Value entry, Type resultElement) {
  constexpr int32_t kFractionBits = 5;
  int64_t lanes = getLanes(accumulator);
  Type resultType = withElementType(accumulator.getType(), resultElement);
  RescaleMode mode = rescale.getMode();
  if (mode == RescaleMode::Float32) {
    Value scale = builder.broadcast(selectScale(entry), lanes);
    return VectorRescaleOp::create(builder, resultType, accumulator, Value(), Value(), scale, mode,
                                   kFractionBits, zeroPoint, clampMin, clampMax, kLeastShift,
                                   kGreatestShift,
                                   /*exact_shifts=*/false);
  }
  bool is16 = mode == RescaleMode::Fixed16;
  Value multiplier =
      select(rescale.getMultipliers(), is16 ? builder.getI16Type() : builder.getI32Type(),
             "rescale_multipliers", entry);
  Value shift = select(rescale.getShifts(), builder.getI32Type(), "rescale_shifts", entry);
  if (is16)
    accumulator = addRoundingTerm(accumulator, shift);
  int32_t leastShift = is16 ? *llvm::min_element(rescale.getShifts()) : kLeastShift;
  int32_t greatestShift = is16 ? *llvm::max_element(rescale.getShifts()) : kGreatestShift;
  return VectorRescaleOp::create(builder, resultType, accumulator,
                                 builder.broadcast(multiplier, lanes),
                                 builder.broadcast(shift, lanes), Value(), mode, kFractionBits,
                                 zeroPoint, clampMin, clampMax, leastShift, greatestShift,
                                 /*exact_shifts=*/false);
}

Value RescaleEntries::addRoundingTerm(Value accumulator, Value shift) {
  // 2^(s-1), or 0 where s <= 0; the shift by a negative number is not used.
  Type type = shift.getType();
  Value one = builder.constant(type, int64_t(1)), zero = builder.constant(type, int64_t(0));
  Value isRight = builder.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::sgt, shift, zero);
  Value places = builder.createOrFold<arith::SelectOp>(
      isRight, builder.createOrFold<arith::SubIOp>(shift, one), zero);
  Value power = builder.createOrFold<arith::ShLIOp>(one, places);
  Value term = builder.createOrFold<arith::SelectOp>(isRight, power, zero);
  return builder.add(accumulator, builder.broadcast(term, getLanes(accumulator)));
}

Value RescaleEntries::select(ArrayRef<int32_t> values, Type type, StringRef name, Value entry) {
  if (values.size() == 1)
    return builder.constant(type, int64_t(values.front()));
  SmallVector<APInt> elements;
  for (int32_t value : values)
    elements.emplace_back(type.getIntOrFloatBitWidth(), value, /*isSigned=*/true);
  auto tableType = RankedTensorType::get(values.size(), type);
  return readTable(DenseElementsAttr::get(tableType, elements), name, entry);
}

Value RescaleEntries::selectScale(Value entry) {
  ArrayRef<float> scales = rescale.getScales().asArrayRef();
  if (scales.size() == 1)
    return builder.constant(builder.getF32Type(), static_cast<double>(scales.front()));
  auto tableType = RankedTensorType::get(scales.size(), builder.getF32Type());
  return readTable(DenseElementsAttr::get(tableType, scales), "rescale_scales", entry);
}

Value RescaleEntries::readTable(DenseElementsAttr values, StringRef name, Value entry) {
  auto type = MemRefType::get(values.getType().getShape(), values.getElementType());
  memref::GlobalOp table;
  for (auto global : module.getOps<memref::GlobalOp>())
    if (global.getConstant() && global.getInitialValueAttr() == values &&
        global.getSymName().starts_with(name))
      table = global;
  if (!table) {
    // Made outside the module: the symbol table renames what it inserts, not
    // what it finds.
    SymbolTable symbols(module);
    OpBuilder detached(module.getContext());
    table = memref::GlobalOp::create(detached, builder.getLoc(), name,
                                     builder.getStringAttr("private"), type, values,
                                     /*constant=*/true, builder.getI64IntegerAttr(64));
    symbols.insert(table, module.getBody()->begin());
  }
  Value memref = memref::GetGlobalOp::create(builder, type, table.getSymName());
  return memref::LoadOp::create(builder, memref, entry);
}
