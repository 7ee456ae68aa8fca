#ifndef QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONFORMS_H
#define QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONFORMS_H

#include "Models/Chains.h"
#include "Models/Convolution.h"

#include <variant>

namespace qopt::schedule {

/// How a convolution of integers is computed: directly, in vector or in matrix
/// registers, in chains, or by Winograd.
using ConvolutionForm = std::variant<TileChoice, MatrixTileChoice, ChainChoice, WinogradChoice>;

/// The best form for weights [outputs][KH][KW][channels] with the sums `sums` per
/// output: the one of fewest predicted cycles, or of the convolution's rank. It is
/// reported as a remark; so is a sum that keeps Winograd from being exact.
ConvolutionForm chooseForm(const Convolution &convolution, const ISA &isa,
                           llvm::ArrayRef<int8_t> weights, llvm::ArrayRef<WeightSums> sums);

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONFORMS_H
