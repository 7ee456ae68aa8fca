#include "qopt/Dialect/Interfaces/SchedulableOpInterface.h"

#include "qopt/Dialect/Interfaces/SchedulableOpInterface.cpp.inc"
