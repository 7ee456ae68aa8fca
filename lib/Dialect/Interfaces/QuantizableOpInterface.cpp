#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"

#include "qopt/Dialect/Interfaces/QuantizableOpInterface.cpp.inc"
