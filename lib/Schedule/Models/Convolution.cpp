#include "Models/Convolution.h"

#include "mlir/IR/Remarks.h"
#include "qopt/Schedule/MemRefViews.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;

const ISA &schedule::getISA(const BufferAssignment &buffers) {
  const ISA *isa = lookupISA(buffers.getTarget().getIsa());
  return isa ? *isa : *lookupISA("generic");
}

qint::TileAttr schedule::getTileAttr(MLIRContext *context, const TileChoice &tile) {
  return qint::TileAttr::get(context, tile.rows, tile.columns);
}

int64_t schedule::getTileRank(Operation *op) {
  auto rank = op->getAttrOfType<IntegerAttr>(kTileRankAttrName);
  return rank ? std::max<int64_t>(rank.getInt(), 0) : 0;
}

OperandPlacement schedule::getImageHalo(ArrayRef<int64_t> pad, TypedAttr fill) {
  return OperandPlacement::halo({0, pad[0], pad[2], 0}, {0, pad[1], pad[3], 0}, fill);
}

Convolution::Convolution(Operation *op) : loc(op->getLoc()), tileRank(getTileRank(op)) {}

TileElement Convolution::getElement() const {
  Type type = getInputType().getElementType();
  if (type.isF32())
    return TileElement::Float32;
  if (!type.isInteger(8))
    return TileElement::Int16;
  return wordWeights ? TileElement::Int8ByWord : TileElement::Int8;
}

void Convolution::flatten(OpBuilder &builder) {
  auto isOne = [](int64_t size) { return size == 1; };
  if (!llvm::all_of(kernel, isOne) || !llvm::all_of(stride, isOne))
    return;
  ArrayRef<int64_t> shape = getOutputType().getShape();
  int64_t positions = shape[0] * shape[1] * shape[2];
  SmallVector<Value *> images = {&input, &output};
  if (residual)
    images.push_back(&residual);
  // All or none: a view that is not used would be left over.
  auto getFlatShape = [&](Value image) {
    return SmallVector<int64_t>{1, 1, positions, cast<MemRefType>(image.getType()).getDimSize(3)};
  };
  for (Value *image : images)
    if (!StridedLayout::of(cast<MemRefType>(image->getType())).reshape(getFlatShape(*image)))
      return;
  for (Value *image : images)
    *image = createReshapedView(builder, loc, *image, getFlatShape(*image));
}

ConvolutionPacking Convolution::getPacking(int64_t columns) const {
  ConvolutionPacking packing;
  packing.groups = groups;
  packing.outputs = getOutputType().getDimSize(3) / groups;
  packing.channels = getInputType().getDimSize(3) / groups;
  packing.kernelHeight = kernel[0];
  packing.kernelWidth = kernel[1];
  StridedLayout layout = StridedLayout::of(getInputType());
  packing.wholeRows = groups == 1 && dilation[1] == 1 && layout.strides[2] == packing.channels;
  packing.columns = columns;
  TileElement element = getElement();
  packing.stepElements = element == TileElement::Int8         ? 4
                         : element == TileElement::Int8ByWord ? 2
                                                              : 1;
  if (mayJoinTails && packing.stepElements == 4) {
    int64_t steps = packing.steps();
    packing.joinsTails = true;
    // A byte of a tail takes about as long as half of a step.
    int64_t saved = steps - packing.steps();
    packing.joinsTails = saved > 0 && packing.runs() * packing.tailLength() <= 2 * saved;
  }
  return packing;
}

void Convolution::reportTile(StringRef kind, const TileChoice &choice) const {
  remark::analysis(loc, remark::RemarkOpts::name("tile").category("qopt-schedule"))
      << llvm::formatv("{0} {1}x{2}: tile {3} x {4}{5}, about {6} cycles", kind, kernel[0],
                       kernel[1], choice.rows, choice.columns,
                       choice.doubledChannels > 0 ? " in pairs of positions" : "",
                       static_cast<int64_t>(choice.cycles))
             .str();
}

TileProblem Convolution::getProblem(const ISA &isa) const {
  ArrayRef<int64_t> output = getOutputType().getShape();
  ConvolutionPacking packing = getPacking(isa.lanes(accumulatorBits));
  auto module = Value(input).getParentRegion()->getParentOfType<ModuleOp>();
  return {output[0] * groups,
          output[2],
          packing.outputs,
          packing.steps(),
          getElement(),
          accumulatorBits,
          /*lines=*/output[1],
          getInputType().getDimSize(3) % 4 != 0,
          getPositionPitch() * getInputType().getElementTypeBitWidth() / 8,
          hasFunction ? 0 : getTileOverlap(module)};
}

int64_t Convolution::getPositionPitch() const {
  return stride[1] * StridedLayout::of(getInputType()).strides[2];
}

TileChoice Convolution::chooseTile(const ISA &isa) const {
  TileProblem problem = getProblem(isa);
  TileChoices tiles = listTiles(isa, problem);
  ConvolutionPacking packing = getPacking(isa.lanes(accumulatorBits));
  int64_t pixel = StridedLayout::of(getInputType()).strides[2];
  int64_t runs = packing.runs() / kernel[0];
  llvm::append_range(tiles,
                     listPairedTiles(isa, problem, kernel[0], getPositionPitch(),
                                     (runs - 1) * dilation[1] * pixel + packing.runLength()));
  tiles = filterTiles(std::move(tiles));
  llvm::stable_sort(tiles,
                    [](const TileChoice &a, const TileChoice &b) { return a.cycles < b.cycles; });
  TileChoice tile = takeRank(tiles, tileRank);
  reportTile("conv2d", tile);
  return tile;
}

qint::TileAttr Convolution::chooseDepthwiseTile(const ISA &isa) const {
  ArrayRef<int64_t> output = getOutputType().getShape();
  DepthwiseProblem problem{output[0],
                           output[1],
                           output[2],
                           output[3],
                           {kernel[0], kernel[1]},
                           {stride[0], stride[1]},
                           getElement(),
                           accumulatorBits,
                           {dilation[0], dilation[1]}};
  TileChoice tile = takeRank(listDepthwiseTiles(isa, problem), tileRank);
  tile.cycles = predictDepthwiseCycles(isa, problem, tile.rows, tile.columns);
  reportTile("depthwise_conv2d", tile);
  return getTileAttr(loc.getContext(), tile);
}
