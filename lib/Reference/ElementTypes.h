// From element types of tensors to C++ types.

#ifndef QOPT_LIB_REFERENCE_ELEMENTTYPES_H
#define QOPT_LIB_REFERENCE_ELEMENTTYPES_H

#include "mlir/IR/BuiltinTypes.h"

#include <cstdint>

namespace qopt::reference {

/// Calls `function` with a value of the C++ type that holds elements of integer
/// type `type`; i1 is bool.
template <typename Function> auto dispatchInteger(mlir::Type type, Function function) {
  bool isUnsigned = type.isUnsignedInteger();
  switch (type.getIntOrFloatBitWidth()) {
  case 1:
    return function(bool());
  case 8:
    return isUnsigned ? function(uint8_t()) : function(int8_t());
  case 16:
    return isUnsigned ? function(uint16_t()) : function(int16_t());
  case 32:
    return isUnsigned ? function(uint32_t()) : function(int32_t());
  default:
    return isUnsigned ? function(uint64_t()) : function(int64_t());
  }
}

/// The same for f32 and integers.
template <typename Function> auto dispatchElement(mlir::Type type, Function function) {
  return type.isF32() ? function(float()) : dispatchInteger(type, function);
}

} // namespace qopt::reference

#endif // QOPT_LIB_REFERENCE_ELEMENTTYPES_H
