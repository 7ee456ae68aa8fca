#ifndef QOPT_LIB_VECTORIZE_CHAINLOOPS_H
#define QOPT_LIB_VECTORIZE_CHAINLOOPS_H

#include "KernelBuilder.h"

namespace qopt {

/// The loops over the slots of a panel of `qint.scheduled.chained_conv2d`: one for each
/// length of chains, whose trips the panel's row of the table tells.
class ChainLoops {
public:
  using Values = KernelBuilder::Values;
  /// Adds the products of a slot to the sums of 16 bits.
  using EmitSlot = llvm::function_ref<void(Values &sums, mlir::Value slot)>;
  /// What else a chain of so many slots from the first one on does.
  using AtEnd = llvm::function_ref<void(mlir::Value firstSlot, int64_t length)>;

  ChainLoops(KernelBuilder &builder, mlir::Value chains)
      : builder(builder), chains(builder.flatten(chains)), longest(this->chains.shape[1] - 2) {}

  int64_t panels() const { return chains.shape[0]; }
  mlir::Value loadFirstSlot(mlir::Value panel);
  /// The number of the panel that row `panel` of the table describes.
  mlir::Value loadNumber(mlir::Value panel);
  /// Adds all chains to the accumulators.
  Values emit(Values accumulators, mlir::Value panel, EmitSlot emitSlot, AtEnd atEnd);
  /// An element of a table of offsets.
  static mlir::Value loadIndex(KernelBuilder &builder, const FlatBuffer &buffer,
                               mlir::Value offset);

private:
  mlir::Value rowOf(mlir::Value panel) { return builder.mul(panel, longest + 2); }
  Values emitChain(Values accumulators, mlir::Value slot, int64_t length, EmitSlot emitSlot);

  KernelBuilder &builder;
  FlatBuffer chains;
  /// Slots of the longest chains.
  int64_t longest;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_CHAINLOOPS_H
