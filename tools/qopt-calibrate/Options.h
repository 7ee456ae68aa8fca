#ifndef QOPT_TOOLS_QOPT_CALIBRATE_OPTIONS_H
#define QOPT_TOOLS_QOPT_CALIBRATE_OPTIONS_H

#include "qopt/Calibrate/Driver.h"

namespace qopt {

/// Reads the command line; prints help or an error and exits where that is all
/// there is to do.
CalibrateOptions parseCalibrateOptions(int argc, char **argv);

} // namespace qopt

#endif // QOPT_TOOLS_QOPT_CALIBRATE_OPTIONS_H
