#include "StoredIntegers.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::reference;

std::vector<int32_t> reference::readStored(const Tensor &tensor, int32_t zeroPoint) {
  std::vector<int32_t> values(tensor.getNumElements());
  dispatchStored(tensor.getType().getElementType(), [&](auto zero) {
    llvm::transform(tensor.as<decltype(zero)>(), values.begin(),
                    [=](int32_t value) { return value - zeroPoint; });
  });
  return values;
}

void reference::writeStored(ArrayRef<int32_t> values, Tensor &tensor, int64_t first) {
  dispatchStored(tensor.getType().getElementType(), [&](auto zero) {
    using T = decltype(zero);
    llvm::transform(values, tensor.as<T>().begin() + first,
                    [](int32_t value) { return static_cast<T>(value); });
  });
}

Rescale::Rescale(qint::RescaleAttr attribute, bool isWide, StoredRange range, int fractionBits)
    : mode(attribute.getMode()), isWide(isWide), range(range), fractionBits(fractionBits),
      step(attribute.size() == 1 ? 0 : 1) {
  if (mode == qint::RescaleMode::Float32) {
    floatScales = attribute.getScales().asArrayRef();
    return;
  }
  for (auto [multiplier, shift] :
       llvm::zip_equal(attribute.getMultipliers(), attribute.getShifts()))
    scales.push_back({multiplier, shift});
}

int32_t Rescale::apply(int64_t acc, int64_t n) const {
  n *= step;
  switch (mode) {
  case qint::RescaleMode::Fixed16:
    return applyFixed16(static_cast<int32_t>(acc), scales[n], range, fractionBits);
  case qint::RescaleMode::Fixed32:
    return isWide ? applyFixed15(acc, scales[n], range)
                  : applyFixed32(static_cast<int32_t>(acc), scales[n], range);
  case qint::RescaleMode::Fixed32DoubleRound:
    return applyFixed32DoubleRound(static_cast<int32_t>(acc), scales[n], range);
  case qint::RescaleMode::Float32:
    return applyFloat32(acc, floatScales[n], range);
  }
  llvm_unreachable("unknown rescale mode");
}
