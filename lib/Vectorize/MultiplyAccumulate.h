#ifndef QOPT_LIB_VECTORIZE_MULTIPLYACCUMULATE_H
#define QOPT_LIB_VECTORIZE_MULTIPLYACCUMULATE_H

#include "KernelBuilder.h"

namespace qopt {

/// One step of a register-tiled product: a piece of input that is the same for
/// all output channels times a vector of weights, into an accumulator. The
/// element types decide how:
///   i8:  4 elements per step, `qint.vector.dot` into i32;
///   i8 by i16: 4 elements per step in two parts, the even and the odd ones, each
///        made words, `qint.vector.dot` into i32;
///   i16: 1 element per step, widened and multiplied in i32 or i64;
///   f32: 1 element per step, fused multiply-add.
class MultiplyAccumulate {
public:
  MultiplyAccumulate(KernelBuilder &builder, mlir::Type inputType, mlir::Type weightType,
                     mlir::Type accumulatorType, bool signedInput)
      : builder(builder), inputType(inputType), weightType(weightType),
        accumulatorType(accumulatorType), signedInput(signedInput) {}

  /// Elements of the reduction that one step takes.
  int64_t depth() const { return inputType.isInteger(8) ? 4 : 1; }
  /// Parts of a step that are loaded and multiplied for themselves.
  int64_t parts() const { return hasWordWeights() ? 2 : 1; }
  /// Weights in a vector of one part of a step.
  int64_t partWeights() const { return partWeights(lanes()); }
  /// Instructions of one `accumulate`, about.
  int64_t instructions() const;
  /// Output channels of one accumulator.
  int64_t lanes() const { return builder.lanes(accumulatorType); }

  /// The input of a part of a step in every lane. `offset` is that of the step.
  mlir::Value loadInput(const FlatBuffer &input, mlir::Value offset, int64_t part);
  /// Bytes from several places as the input of a step, what it lacks are zeros.
  mlir::Value joinInput(const FlatBuffer &input, llvm::ArrayRef<mlir::Value> offsets);
  /// The same where the elements of the part are words already, one behind the other in a
  /// buffer of bytes.
  mlir::Value loadWords(const FlatBuffer &words, mlir::Value offset);
  /// The weights of a part of a step for `lanes` output channels.
  mlir::Value loadWeights(const FlatBuffer &weights, mlir::Value offset, int64_t lanes);
  /// `input` may have more lanes than the others.
  mlir::Value accumulate(mlir::Value accumulator, mlir::Value input, mlir::Value weights);

private:
  int64_t partWeights(int64_t lanes) const { return depth() / parts() * lanes; }
  mlir::Value loadWord(const FlatBuffer &buffer, mlir::Value offset);
  mlir::Value broadcastWord(mlir::Value word);
  bool hasWordWeights() const { return inputType.isInteger(8) && weightType.isInteger(16); }

  KernelBuilder &builder;
  mlir::Type inputType;
  mlir::Type weightType;
  mlir::Type accumulatorType;
  bool signedInput;
};

} // namespace qopt

#endif // QOPT_LIB_VECTORIZE_MULTIPLYACCUMULATE_H
