#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h"

#include "qopt/Dialect/Interfaces/PartitionableOpInterface.cpp.inc"
