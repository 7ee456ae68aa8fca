#ifndef QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONBOXES_H
#define QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONBOXES_H

#include "Models/Convolution.h"
#include "qopt/Schedule/MemRefViews.h"
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

  /// Boxes of the same columns follow one another, the one with the most outputs first.
  llvm::SmallVector<ConvolutionBox> list() const;

  /// `whole`, whose input is the image with `getPlacement` around it, on one box.
  Convolution cut(mlir::OpBuilder &builder, const Convolution &whole,
                  const ConvolutionBox &box) const;

  /// The box of all rows that has the columns of `box`: what its weights are packed for.
  ConvolutionBox withAllRows(const ConvolutionBox &box) const {
    return {findLiveTaps(rows), box.x};
  }
  bool hasSeveralRows() const { return parts.rows.size() > 1; }

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

/// The packed weights of the boxes of a convolution. Those with the same columns take the kernel
/// rows that they need out of one constant, if their tiles have panels of one width.
template <typename T> class BoxWeights {
public:
  /// Of weights [outer][KH][KW][inner].
  BoxWeights(const ConvolutionBoxes &boxes, llvm::ArrayRef<T> weights, int64_t outer)
      : boxes(boxes), weights(weights), outer(outer) {}

  std::vector<T> take(const ConvolutionBox &box) const {
    return boxes.takeTaps(weights, outer, box);
  }

  /// Lets `convolution` have tiles as the last box of its columns, whose weights may serve it.
  void prepare(Convolution &convolution, const ConvolutionBox &box) {
    if (box.x.tap != columns.tap || box.x.taps != columns.taps || box.x.output != columns.output) {
      columns = box.x;
      packed = {};
      packedColumns = 0;
    }
    convolution.columns = packedColumns;
  }

  /// The weights of a box as `Stored` integers or floats.
  template <typename Stored>
  mlir::Value pack(mlir::OpBuilder &builder, BufferAssignment &buffers, mlir::Location loc,
                   const ConvolutionPacking &packing, const ConvolutionBox &box, mlir::Type type) {
    bool mayShare = boxes.hasSeveralRows() && !packing.joinsTails && packing.doubledChannels == 0;
    if (!mayShare || (packed && packing.columns != packedColumns))
      return createConstant<Stored>(buffers, loc, packing, box, type);
    ConvolutionBox all = boxes.withAllRows(box);
    if (!packed) {
      ConvolutionPacking whole = packing;
      whole.kernelHeight = all.y.taps;
      packed = createConstant<Stored>(buffers, loc, whole, all, type);
      packedColumns = packing.columns;
    }
    int64_t rowSteps = packing.steps() / packing.kernelHeight;
    return createBox(builder, loc, packed, {0, 0, (box.y.tap - all.y.tap) * rowSteps, 0, 0},
                     packing.weightShape());
  }

private:
  template <typename Stored>
  mlir::Value createConstant(BufferAssignment &buffers, mlir::Location loc,
                             const ConvolutionPacking &packing, const ConvolutionBox &box,
                             mlir::Type type) const {
    std::vector<T> taps = take(box);
    std::vector<Stored> values(taps.begin(), taps.end());
    return buffers.constant<Stored>(loc, "weights", packWeights<Stored>(values, packing),
                                    packing.weightShape(), type);
  }

  const ConvolutionBoxes &boxes;
  llvm::ArrayRef<T> weights;
  int64_t outer;
  AxisPart columns{-1, 0, 0, 0};
  mlir::Value packed;
  int64_t packedColumns = 0;
};

} // namespace qopt::schedule

#endif // QOPT_LIB_SCHEDULE_MODELS_CONVOLUTIONBOXES_H
