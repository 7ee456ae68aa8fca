#ifndef QOPT_LIB_VECTORIZE_CHAINLOOPS_H
#define QOPT_LIB_VECTORIZE_CHAINLOOPS_H

#include "KernelBuilder.h"

#include <functional>

namespace qopt {

/// The loops over the slots of a panel of `qint.scheduled.chained_conv2d`: one for each
/// length of chains, whose trips the panel's row of the table tells.
class ChainLoops {
public:
  using Values = KernelBuilder::Values;
  /// What a slot multiplies: vectors that all rows of a tile meet, one for each of its
  /// columns, and one of each row.
  struct Slot {
    Values columns;
    std::function<mlir::Value(int64_t row)> loadRow;
  };
  using LoadSlot = llvm::function_ref<Slot(mlir::Value slot)>;
  /// What else a chain of so many slots from the first one on does.
  using AtEnd = llvm::function_ref<void(mlir::Value firstSlot, int64_t length)>;

  ChainLoops(KernelBuilder &builder, mlir::Value chains)
      : builder(builder), chains(builder.flatten(chains)), longest(this->chains.shape[1] - 2) {}

  int64_t panels() const { return chains.shape[0]; }
  mlir::Value loadFirstSlot(mlir::Value panel);
  /// The number of the panel that row `panel` of the table describes.
  mlir::Value loadNumber(mlir::Value panel);
  /// Adds all chains to the accumulators of a tile, [rows][columns].
  Values emit(Values accumulators, int64_t columns, mlir::Value panel, LoadSlot loadSlot,
              AtEnd atEnd);
  /// An element of a table of offsets.
  static mlir::Value loadIndex(KernelBuilder &builder, const FlatBuffer &buffer,
                               mlir::Value offset);

private:
  mlir::Value rowOf(mlir::Value panel) { return builder.mul(panel, longest + 2); }
  Values emitChain(const Values &accumulators, int64_t columns, mlir::Value slot, int64_t length,
                   LoadSlot loadSlot);
  Values addSlot(const Slot &slot, int64_t row, Values sums);
  mlir::Value widen(mlir::Value accumulator, mlir::Value sum);

  KernelBuilder &builder;
  FlatBuffer chains;
  /// Slots of the longest chains.
  int64_t longest;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_CHAINLOOPS_H
