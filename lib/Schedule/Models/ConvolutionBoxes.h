#ifndef QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONBOXES_H
#define QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONBOXES_H

#include "Models/Convolution.h"
#include "qopt/Support/LiveTaps.h"

namespace qopt::schedule {

/// Some of the outputs of a convolution, and the taps that are multiplied for them.
struct ConvolutionBox {
  AxisPart y, x;
};

/// A convolution cut into boxes where other taps begin to meet the image. Each box is a
/// convolution by itself, on views of the same buffers; mostly there is only one.
class ConvolutionBoxes {
public:
  /// Of an `image` [B,H,W,C] and an `output` [B,OH,OW,N]; `pad` is top, bottom, left, right, and
  /// the `weights` of the `kernel` have so many elements.
  ConvolutionBoxes(llvm::ArrayRef<int64_t> image, llvm::ArrayRef<int64_t> output,
                   llvm::ArrayRef<int64_t> kernel, llvm::ArrayRef<int64_t> stride,
                   llvm::ArrayRef<int64_t> dilation, llvm::ArrayRef<int64_t> pad, int64_t weights);

  /// The halo that serves all boxes, for the image in operand 0.
  OperandPlacement getPlacement(mlir::TypedAttr fill) const;

  llvm::SmallVector<ConvolutionBox> list() const;

  /// `whole`, whose input is the image with `getPlacement` around it, on one box.
  Convolution cut(mlir::OpBuilder &builder, const Convolution &whole,
                  const ConvolutionBox &box) const;

  /// The taps of a box, of weights [outer][KH][KW][inner].
  template <typename T>
  std::vector<T> takeTaps(llvm::ArrayRef<T> weights, int64_t outer,
                          const ConvolutionBox &box) const {
    return qopt::takeTaps(weights, outer, rows, columns, box.y, box.x);
  }

private:
  ConvolutionAxis rows, columns;
  ConvolutionParts parts;
};

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONBOXES_H
