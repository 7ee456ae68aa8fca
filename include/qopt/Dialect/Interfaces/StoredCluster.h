#ifndef QOPT_DIALECT_INTERFACES_STOREDCLUSTER_H
#define QOPT_DIALECT_INTERFACES_STOREDCLUSTER_H

#include "qopt/Dialect/Calib/Calib.h"
#include "qopt/Dialect/Interfaces/QuantizableOpInterface.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace qopt {

// Which operations one stored value is computed by. Observer placement, grid
// selection and integerization all ask here, so they agree.

/// `value` past ops that are identities on real values where nothing is stored:
/// `calib` ops for epilogues and for means, and grids of epilogues.
mlir::Value skipUnstored(mlir::Value value, bool sixteenBitProgram);

/// True if `op` marks a value that is stored: observed, annotated or snapped,
/// and not only inside an epilogue.
bool marksStored(mlir::Operation *op, bool sixteenBitProgram);

/// True if activations of `func` are stored in 16 bits: it has `fake_quant`
/// grids of 16 bits on activations and none of 8 bits. In all other programs a
/// 16-bit grid belongs to an epilogue.
bool isSixteenBitProgram(mlir::Operation *func);

/// True if `value` is a constant (also behind reshapes and grids of constants).
bool isConstantValue(mlir::Value value);

/// The value of a constant whose elements are all equal.
std::optional<double> getSplatConstant(mlir::Value value);

/// A real function of one variable, made of pointwise ops: what stands between
/// `from` and `to`. Data movement and unstored `calib` ops count as identities.
class PointwiseChain {
public:
  /// The chain that computes `to` from `from` and constants with equal
  /// elements. Fails if `to` depends on anything else, or on another value for
  /// which `isStored`, which would be rounded on the way.
  static llvm::FailureOr<PointwiseChain> create(mlir::Value from, mlir::Value to,
                                                llvm::function_ref<bool(mlir::Value)> isStored,
                                                bool sixteenBitProgram);

  /// The function in double; no value where an op has no scalar form.
  std::optional<double> evaluate(double x) const;

  /// The bounds, if all ops of the chain are clamps (none gives no bounds).
  std::optional<ClampBounds> getClampBounds() const;

  /// True if no value of the chain but `to` is used outside it.
  bool isPrivate() const;

  /// Data movement ops of the chain, from `from` to `to`. Where the chain
  /// branches they are those of one branch.
  llvm::SmallVector<mlir::Operation *> getMovements() const;

  /// True if nothing is computed.
  bool isIdentity() const { return steps.empty(); }

  llvm::ArrayRef<mlir::Operation *> getOps() const { return ops; }

private:
  /// One op as a step of the evaluation: operand slots index the values so far.
  struct Step {
    QuantizableOpInterface op;
    llvm::SmallVector<unsigned, 3> slots;
    unsigned resultSlot;
  };

  mlir::Value from, to;
  llvm::SmallVector<mlir::Operation *> ops; ///< all of them, in order
  llvm::SmallVector<Step> steps;            ///< the pointwise ones
  llvm::SmallVector<double> initial;        ///< values of slots; slot 0 is `x`
  unsigned resultSlot = 0;
};

/// What computes a stored value `result`.
struct StoredCluster {
  enum class Kind {
    /// `root` and clamps behind it: the op's own bounds.
    Op,
    /// Accumulator `root`, a chain behind it, perhaps the addition of `residual`.
    Accumulator,
    /// A chain on the stored value `source`.
    Table,
    /// No integer form: `reason` says why.
    Float,
  };

  Kind kind = Kind::Float;
  mlir::Value result;
  QuantizableOpInterface root;
  /// Result of `root`, or the stored value a table reads.
  mlir::Value source;
  /// Accumulators: the other operand of the fused addition, and the operand
  /// that comes from `root`; null without a residual.
  mlir::Value residual, branch;
  /// Accumulator or table: function of `source` (up to `branch` if there is one).
  std::optional<PointwiseChain> chain;
  /// Clamps at the end: of an `Op`, or behind the addition of a residual.
  ClampBounds bounds;
  /// Result of the addition of the residual; otherwise `source`.
  mlir::Value core;
  /// Data movement between `core` and `result`, to be done on integers.
  llvm::SmallVector<mlir::Operation *> movements;
  /// True if 16-bit arithmetic evaluates a function of `source`: one that is not
  /// all clamps, or clamps that a residual is added to.
  bool hasFunction() const {
    return kind == Kind::Accumulator && (branch ? !chain->isIdentity() : !chain->getClampBounds());
  }

  /// Values that have to be stored for this form.
  llvm::SmallVector<mlir::Value> reads;
  /// Float: values that the ops are computed from, and the op that has no form.
  llvm::SmallVector<mlir::Value> leaves;
  mlir::Operation *culprit = nullptr;
  std::string reason;
};

/// Finds the form that computes `result` from values for which `isStored`.
/// `result` itself counts as not stored. Where the chain of an accumulator is
/// used elsewhere too, the values `reads` asks for cut it.
StoredCluster matchStoredCluster(mlir::Value result, llvm::function_ref<bool(mlir::Value)> isStored,
                                 bool sixteenBitProgram);

/// The values that the integer form of `op` reads: its data operands, or the
/// sources of the group that it ends.
llvm::SmallVector<mlir::Value> getDataSources(QuantizableOpInterface op);

} // namespace qopt

#endif // QOPT_DIALECT_INTERFACES_STOREDCLUSTER_H
