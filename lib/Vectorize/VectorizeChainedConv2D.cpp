#include "ChainLoops.h"
#include "ConvolutionTiles.h"
#include "MultiplyAccumulate.h"
#include "VectorizeConvolution.h"
#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// A convolution whose products are first added in 16 bits, in chains that its
/// weights prove not to overflow.
class ChainedConv2DKernel {
public:
  ChainedConv2DKernel(KernelBuilder &builder, ScheduledChainedConv2DOp op)
      : builder(builder), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), offsets(builder.flatten(op.getOffsets())),
        loops(builder, op.getChains()), tiles(builder, op, input, /*groups=*/1),
        arithmetic(builder, input.elementType, weights.elementType, builder.getI32Type(),
                   /*signedInput=*/false) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  void planPrefetch(const ConvolutionTiles::Tile &tile, Value firstSlot);
  void emitPrefetch(Value slot, int64_t length);
  ChainLoops::Slot loadSlot(const ConvolutionTiles::Tile &tile, Value slot);

  KernelBuilder &builder;
  FlatBuffer input, weights, offsets;
  ChainLoops loops;
  ConvolutionTiles tiles;
  MultiplyAccumulate arithmetic;
  /// The first slot of the current tile's panel, and what the tile prefetches: from an
  /// offset on, this many bytes for each slot; none where that is 0.
  Value panelSlot, prefetchOffset;
  int64_t prefetchedBytes = 0;
};

} // namespace

void ChainedConv2DKernel::emit() {
  tiles.emit(weights, [&](Values accumulators, const ConvolutionTiles::Tile &tile) {
    planPrefetch(tile, loops.loadFirstSlot(tile.panel));
    return loops.emit(
        std::move(accumulators), tile.vectors, tile.panel,
        [&](Value slot) { return loadSlot(tile, slot); },
        [&](Value slot, int64_t length) { emitPrefetch(slot, length); });
  });
}

/// Decides what a tile prefetches of the panel behind its own, which for the last
/// panel is what the next layer reads first: one share of all slots, of which each
/// chain brings as much as it is long. Panels have nearly as many slots as one another.
void ChainedConv2DKernel::planPrefetch(const ConvolutionTiles::Tile &tile, Value firstSlot) {
  constexpr int64_t kMaxShares = 4;
  int64_t slotBytes = weights.strides[0];
  int64_t slots = llvm::divideCeil(weights.shape[0], loops.panels());
  prefetchedBytes = 0;
  if (!tile.number || !tiles.shouldPrefetchPanels(slots * slotBytes))
    return;
  int64_t shares = llvm::bit_floor<uint64_t>(std::min(tiles.tilesPerPanel(), kMaxShares));
  prefetchedBytes = slotBytes / shares;
  Value share = builder.createOrFold<arith::MinUIOp>(tile.number, builder.index(shares - 1));
  panelSlot = firstSlot;
  prefetchOffset = builder.add(builder.mul(builder.add(firstSlot, slots), slotBytes),
                               builder.mul(share, slots * prefetchedBytes));
}

/// Prefetches for a chain of `length` slots from `slot` on.
void ChainedConv2DKernel::emitPrefetch(Value slot, int64_t length) {
  constexpr int64_t kLineBytes = 64;
  if (prefetchedBytes == 0)
    return;
  Value done = arith::SubIOp::create(builder, slot, panelSlot);
  Value offset = builder.add(prefetchOffset, builder.mul(done, prefetchedBytes));
  for (int64_t i = 0; i < length * prefetchedBytes; i += kLineBytes)
    builder.prefetch(weights, builder.add(offset, i));
}

/// Four elements of the input of each row, and the weights of all columns.
ChainLoops::Slot ChainedConv2DKernel::loadSlot(const ConvolutionTiles::Tile &tile, Value slot) {
  int64_t vectorBytes = 4 * arithmetic.lanes();
  Value weightOffset = builder.mul(slot, 4 * tiles.columns());
  Value inputOffset = builder.add(tile.inputOffset, ChainLoops::loadIndex(builder, offsets, slot));
  ChainLoops::Slot loaded;
  for (int64_t v = 0; v < tile.vectors; ++v)
    loaded.columns.push_back(
        arithmetic.loadWeights(weights, builder.add(weightOffset, v * vectorBytes), tiles.lanes()));
  loaded.loadRow = [=](int64_t row) {
    Value offset = builder.add(inputOffset, tiles.inputDistance(row));
    return arithmetic.loadInput(input, offset, /*part=*/0);
  };
  return loaded;
}

LogicalResult qopt::vectorizeChainedConv2D(PatternRewriter &rewriter, ScheduledChainedConv2DOp op,
                                           const Target &target) {
  if (op.getInput().getType().getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  if (vectorizesPositions(op, builder.isa()))
    return vectorizePositionChains(rewriter, builder, op);
  ChainedConv2DKernel(builder, op).emit();
  return success();
}
