#ifndef QOPT_LIB_DRIVER_CHEADER_H
#define QOPT_LIB_DRIVER_CHEADER_H

#include "mlir/IR/BuiltinAttributes.h"

#include <string>

namespace qopt {

/// The C header of a compiled model. `interface` is the dictionary that
/// `qopt-describe-interface` writes.
std::string makeCHeader(mlir::DictionaryAttr interface);

} // namespace qopt

#endif // QOPT_LIB_DRIVER_CHEADER_H
