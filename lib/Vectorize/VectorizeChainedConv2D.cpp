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
        chains(builder.flatten(op.getChains())), longest(chains.shape[1] - 1),
        tiles(builder, op, input, /*groups=*/1),
        arithmetic(builder, input.elementType, weights.elementType, builder.getI32Type(),
                   /*signedInput=*/false) {}

  void emit();

private:
  using Values = KernelBuilder::Values;

  void planPrefetch(const ConvolutionTiles::Tile &tile, Value firstSlot);
  void emitPrefetch(Value slot, int64_t length);
  Value loadIndex(const FlatBuffer &buffer, Value offset);
  Values emitReduction(Values accumulators, const ConvolutionTiles::Tile &tile);
  Values emitChain(Values accumulators, const ConvolutionTiles::Tile &tile, Value slot,
                   int64_t length);
  void emitSlot(Values &sums, const ConvolutionTiles::Tile &tile, Value slot);

  KernelBuilder &builder;
  FlatBuffer input, weights, offsets, chains;
  /// Slots of the longest chains.
  int64_t longest;
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
    return emitReduction(std::move(accumulators), tile);
  });
}

Value ChainedConv2DKernel::loadIndex(const FlatBuffer &buffer, Value offset) {
  return arith::IndexCastOp::create(builder, builder.getIndexType(),
                                    builder.loadScalar(buffer, offset));
}

/// Decides what a tile prefetches of the panel behind its own, which for the last
/// panel is what the next layer reads first: one share of all slots, of which each
/// chain brings as much as it is long. Panels have nearly as many slots as one another.
void ChainedConv2DKernel::planPrefetch(const ConvolutionTiles::Tile &tile, Value firstSlot) {
  constexpr int64_t kMaxShares = 4;
  int64_t slotBytes = weights.strides[0];
  int64_t slots = llvm::divideCeil(weights.shape[0], chains.shape[0]);
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
  Value done = arith::SubIOp::create(builder, slot, panelSlot);
  Value offset = builder.add(prefetchOffset, builder.mul(done, prefetchedBytes));
  for (int64_t i = 0; i < length * prefetchedBytes; i += kLineBytes)
    builder.prefetch(weights, builder.add(offset, i));
}

/// A loop for each length of chains, whose trips the panel tells.
KernelBuilder::Values ChainedConv2DKernel::emitReduction(Values accumulators,
                                                         const ConvolutionTiles::Tile &tile) {
  Value row = builder.mul(tile.panel, longest + 1);
  Value first = loadIndex(chains, row);
  planPrefetch(tile, first);
  for (int64_t length = longest; length >= 1; --length) {
    Value count = loadIndex(chains, builder.add(row, 1 + longest - length));
    accumulators =
        builder.loop(builder.index(0), count, accumulators, [&](Value chain, ValueRange values) {
          Value slot = builder.add(first, builder.mul(chain, length));
          return emitChain(llvm::to_vector(values), tile, slot, length);
        });
    first = builder.add(first, builder.mul(count, length));
  }
  return accumulators;
}

KernelBuilder::Values ChainedConv2DKernel::emitChain(Values accumulators,
                                                     const ConvolutionTiles::Tile &tile, Value slot,
                                                     int64_t length) {
  Type words = builder.vectorType(2 * arithmetic.lanes(), builder.getI16Type());
  Values sums(accumulators.size(), builder.constant(words, int64_t(0)));
  for (int64_t i = 0; i < length; ++i)
    emitSlot(sums, tile, builder.add(slot, i));
  if (prefetchedBytes > 0)
    emitPrefetch(slot, length);
  Value ones = builder.constant(words, int64_t(1));
  for (auto [accumulator, sum] : llvm::zip(accumulators, sums))
    accumulator = VectorDotOp::create(builder, accumulator, sum, ones);
  return accumulators;
}

/// Four elements of the input of each row times all columns.
void ChainedConv2DKernel::emitSlot(Values &sums, const ConvolutionTiles::Tile &tile, Value slot) {
  int64_t vectorBytes = 4 * arithmetic.lanes();
  Value weightOffset = builder.mul(slot, 4 * tiles.columns());
  Value inputOffset = builder.add(tile.inputOffset, loadIndex(offsets, slot));
  Values columns;
  for (int64_t v = 0; v < tile.vectors; ++v)
    columns.push_back(arithmetic.loadWeights(weights, builder.add(weightOffset, v * vectorBytes)));
  for (int64_t row = 0; row < tile.rows; ++row) {
    Value bytes =
        arithmetic.loadInput(input, builder.add(inputOffset, tiles.inputDistance(row)), /*part=*/0);
    for (int64_t v = 0; v < tile.vectors; ++v) {
      Value &sum = sums[row * tile.vectors + v];
      sum = VectorDotOp::create(builder, sum, bytes, columns[v]);
    }
  }
}

LogicalResult qopt::vectorizeChainedConv2D(PatternRewriter &rewriter, ScheduledChainedConv2DOp op,
                                           const Target &target) {
  if (op.getInput().getType().getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  ChainedConv2DKernel(builder, op).emit();
  return success();
}
