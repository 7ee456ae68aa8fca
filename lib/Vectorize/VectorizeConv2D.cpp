#include "ConvolutionTiles.h"
#include "MultiplyAccumulate.h"
#include "PositionPairs.h"
#include "VectorizeConvolution.h"
#include "WidenedWindow.h"
#include "qopt/Dialect/QInt/QInt.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Instructions of the multiply-accumulates of a whole reduction that is written
/// out without loops, and of one iteration of a loop. In long blocks LLVM's
/// scheduler loads weights early, so they need registers to spare.
constexpr int64_t kUnrolledProducts = 96, kLoopProducts = 32;
constexpr int64_t kUnrolledSpareProducts = 256, kSpareRegisters = 6;

/// Bytes of a cache line.
constexpr int64_t kLineBytes = 64;

/// How the reduction is cut: `runs` of neighbouring input elements, `steps`
/// multiply-accumulate steps each.
struct Reduction {
  SmallVector<int64_t> kernel, dilation;
  int64_t steps;
  /// Parts of the steps of a run: the last step may lack some.
  int64_t parts;
  /// Elements of a run, and how many of them are in steps of joined tails.
  int64_t runLength, tailLength;
  /// Steps of joined tails, of one part.
  int64_t tailSteps;
  /// Kernel columns that one run covers: all of them, or one.
  int64_t runColumns;
  /// Weights of a part, in all columns of a panel.
  int64_t partWeights;

  int64_t runsPerRow() const { return kernel[1] / runColumns; }
  int64_t runs() const { return kernel[0] * runsPerRow(); }
  int64_t totalParts() const { return runs() * parts + tailSteps; }
};

class Conv2DKernel {
public:
  Conv2DKernel(KernelBuilder &builder, ScheduledConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), tiles(builder, op, input, op.getGroups()),
        arithmetic(builder, input.elementType, weights.elementType,
                   op.getBias().getType().getElementType(), op.getSignedInput()),
        window(builder, op, input, tiles), pairs(builder, op, input, tiles) {
    readReduction();
    // A CPU that multiplies 512 bits in two halves needs half the time for one; others lose
    // nothing.
    if (input.elementType.isInteger(8) && builder.isa().hasByteDot() &&
        builder.isa().vectorBits == 512)
      tiles.allowHalves();
  }

  void emit();

private:
  using Values = KernelBuilder::Values;
  using Tile = ConvolutionTiles::Tile;

  void readReduction();
  int64_t countProducts(ValueRange accumulators) {
    return accumulators.size() * arithmetic.instructions() * arithmetic.parts();
  }
  /// What accumulators, a column of weights and a broadcast leave.
  int64_t countSpareRegisters(ValueRange accumulators, const Tile &tile) {
    return static_cast<int64_t>(builder.isa().vectorRegisters) -
           static_cast<int64_t>(accumulators.size()) - tile.vectors - arithmetic.instructions();
  }
  /// Whether a tile reads its input as words, which its window is widened to first.
  bool isWidened(int64_t rows) const { return arithmetic.parts() > 1 && window.fits(rows); }
  void planPrefetch(Value tile);
  void emitPrefetch(Value part);
  Values emitReduction(Values accumulators, const Tile &tile);
  Values emitRun(Values accumulators, Value inputOffset, Value firstPart, const Tile &tile);
  Values emitPart(Values accumulators, Value inputOffset, Value weightOffset, int64_t part,
                  const Tile &tile);
  Values emitTail(Values accumulators, int64_t step, const Tile &tile);
  Values loadColumns(Value weightOffset, const Tile &tile);
  Values emitPairs(Values accumulators, Value inputOffset, ValueRange columns, const Tile &tile);

  KernelBuilder &builder;
  ScheduledConv2DOp op;
  FlatBuffer input, weights;
  ConvolutionTiles tiles;
  MultiplyAccumulate arithmetic;
  WidenedWindow window;
  PositionPairs pairs;
  Reduction reduction;
  /// Where the weights of the current tile's panel start, and what it prefetches:
  /// that many elements in each part of a step, from an offset on.
  Value panelOffset, prefetchOffset;
  int64_t prefetchedElements = 0;
};

} // namespace

void Conv2DKernel::readReduction() {
  Reduction &r = reduction;
  r.kernel = llvm::to_vector(op.getKernel());
  r.dilation = llvm::to_vector(op.getDilation());
  r.runColumns = op.getRunColumns();
  r.runLength = op.getRunLength();
  r.tailLength = op.getTailLength(r.runLength);
  r.tailSteps = op.countTailSteps(r.runs(), r.runLength);
  r.steps = llvm::divideCeil(r.runLength - r.tailLength, arithmetic.depth());
  r.parts = op.countSteps(r.runLength);
  r.partWeights = tiles.columns() * op.getStepElements();
}

void Conv2DKernel::emit() {
  auto reduce = [&](Values accumulators, const Tile &tile) {
    // Kernel rows of a larger panel may be all that is wanted of it.
    panelOffset = builder.mul(tile.panel, weights.strides[1]);
    planPrefetch(tile.number);
    if (!pairs.areDoubled(tile))
      return emitReduction(std::move(accumulators), tile);
    return pairs.split(emitReduction(pairs.join(accumulators, tile), tile), tile);
  };
  // Where one window is the whole reduction, all panels read the same words.
  auto prepare = [&](Value inputOffset, int64_t rows) {
    if (isWidened(rows))
      window.fill(inputOffset, rows);
  };
  if (arithmetic.parts() > 1 && reduction.kernel[0] == 1)
    tiles.emit(weights, reduce, prepare);
  else
    tiles.emit(weights, reduce);
}

/// Decides what a tile prefetches of the panel behind its own, which for the last
/// panel is what the next layer reads first. The tiles share it evenly, so that memory
/// delivers all the time; where a panel is one tile, it prefetches what it reads soon
/// itself. Tiles without a number prefetch nothing.
void Conv2DKernel::planPrefetch(Value tile) {
  constexpr int64_t kMaxShares = 8, kAheadBytes = 16 * 1024;
  const Reduction &r = reduction;
  int64_t elementBytes = weights.elementType.getIntOrFloatBitWidth() / 8;
  int64_t panel = r.totalParts() * r.partWeights;
  if (!tile || !tiles.shouldPrefetchPanels(panel * elementBytes))
    return;
  // Later tiles find nothing that is left to do.
  int64_t shares = std::min(tiles.tilesPerPanel(), kMaxShares);
  int64_t ahead = shares > 1 ? weights.strides[1] : std::min(panel, kAheadBytes / elementBytes);
  prefetchedElements = llvm::divideCeil(r.partWeights, shares);
  Value share = builder.createOrFold<arith::MinUIOp>(tile, builder.index(shares - 1));
  prefetchOffset = builder.add(builder.add(panelOffset, ahead),
                               builder.mul(share, r.totalParts() * prefetchedElements));
}

/// Walks all runs; short reductions are written out without loops.
KernelBuilder::Values Conv2DKernel::emitReduction(Values accumulators, const Tile &tile) {
  const Reduction &r = reduction;
  int64_t limit = countSpareRegisters(accumulators, tile) >= kSpareRegisters ? kUnrolledSpareProducts
                                                                             : kUnrolledProducts;
  bool unroll = (r.runs() * r.steps + r.tailSteps) * countProducts(accumulators) <= limit;
  auto loopOrUnroll = [&](int64_t count, Values values,
                          llvm::function_ref<Values(Value, ValueRange)> body) {
    if (!unroll)
      return builder.loop(0, count, 1, values, body);
    for (int64_t i = 0; i < count; ++i)
      values = body(builder.index(i), values);
    return values;
  };
  accumulators = loopOrUnroll(
      r.kernel[0], std::move(accumulators), [&](Value kernelRow, ValueRange rowValues) {
        Value inputRow =
            builder.add(tile.inputOffset, builder.mul(kernelRow, r.dilation[0] * input.strides[1]));
        if (isWidened(tile.rows)) {
          if (!tile.isPrepared)
            window.fill(inputRow, tile.rows);
          inputRow = builder.index(0);
        } else if (pairs.arePaired(tile)) {
          pairs.fill(inputRow, tile.rows);
        }
        return loopOrUnroll(
            r.runsPerRow(), llvm::to_vector(rowValues), [&](Value run, ValueRange values) {
              Value inputRun =
                  builder.add(inputRow, builder.mul(run, r.dilation[1] * input.strides[2]));
              Value firstPart =
                  tiles.offsetOf({{kernelRow, r.runsPerRow() * r.parts}, {run, r.parts}});
              return emitRun(llvm::to_vector(values), inputRun, firstPart, tile);
            });
      });
  for (int64_t step = 0; step < r.tailSteps; ++step)
    accumulators = emitTail(std::move(accumulators), step, tile);
  return accumulators;
}

/// A step of joined tails.
KernelBuilder::Values Conv2DKernel::emitTail(Values accumulators, int64_t step, const Tile &tile) {
  const Reduction &r = reduction;
  int64_t depth = arithmetic.depth(), tails = r.runs() * r.tailLength;
  SmallVector<int64_t> distances;
  for (int64_t i = step * depth; i < std::min(tails, (step + 1) * depth); ++i) {
    int64_t run = i / r.tailLength, row = run / r.runsPerRow(), column = run % r.runsPerRow();
    distances.push_back(row * r.dilation[0] * input.strides[1] +
                        column * r.dilation[1] * input.strides[2] + r.runLength - r.tailLength +
                        i % r.tailLength);
  }
  Value part = builder.index(r.runs() * r.parts + step);
  if (prefetchedElements > 0)
    emitPrefetch(part);
  Value weightPart = builder.add(panelOffset, builder.mul(part, r.partWeights));
  Values columns = loadColumns(weightPart, tile);
  for (int64_t row = 0; row < tile.rows; ++row) {
    Values offsets;
    for (int64_t distance : distances)
      offsets.push_back(builder.add(tile.inputOffset, tiles.inputDistance(row) + distance));
    Value element = arithmetic.joinInput(input, offsets);
    for (int64_t v = 0; v < tile.vectors; ++v) {
      Value &accumulator = accumulators[row * tile.vectors + v];
      accumulator = arithmetic.accumulate(accumulator, element, columns[v]);
    }
  }
  return accumulators;
}

/// One run. Small tiles take several steps at once, to hide the loop's own
/// instructions; in large ones LLVM's scheduler would use the longer block to
/// load weights early, for which no register is left.
KernelBuilder::Values Conv2DKernel::emitRun(Values accumulators, Value inputOffset, Value firstPart,
                                            const Tile &tile) {
  const Reduction &r = reduction;
  int64_t products = countProducts(accumulators);
  // Of one column it would interleave the products of both steps, each with its weights.
  bool interleaves = tile.vectors == 1 && countSpareRegisters(accumulators, tile) < 2;
  int64_t unroll = interleaves ? 1 : std::clamp<int64_t>(kLoopProducts / products, 1, 4);
  int64_t partsOfStep = arithmetic.parts();
  auto emitParts = [&](Values values, Value firstStep, int64_t count) {
    Value inputStep = builder.add(inputOffset, builder.mul(firstStep, arithmetic.depth()));
    Value part = builder.add(firstPart, builder.mul(firstStep, partsOfStep));
    Value weightPart = builder.add(panelOffset, builder.mul(part, r.partWeights));
    for (int64_t i = 0; i < count; ++i) {
      if (prefetchedElements > 0)
        emitPrefetch(builder.add(part, i));
      values =
          emitPart(std::move(values), builder.add(inputStep, i / partsOfStep * arithmetic.depth()),
                   builder.add(weightPart, i * r.partWeights), i % partsOfStep, tile);
    }
    return values;
  };
  // Without the last step where it lacks a part.
  int64_t wholeSteps = r.parts / partsOfStep;
  int64_t looped = r.steps * products <= kUnrolledProducts ? 0 : wholeSteps / unroll * unroll;
  accumulators = builder.loop(0, looped, unroll, accumulators, [&](Value step, ValueRange values) {
    return emitParts(llvm::to_vector(values), step, unroll * partsOfStep);
  });
  return emitParts(std::move(accumulators), builder.index(looped), r.parts - looped * partsOfStep);
}

void Conv2DKernel::emitPrefetch(Value part) {
  int64_t line = kLineBytes * 8 / weights.elementType.getIntOrFloatBitWidth();
  Value offset = builder.add(prefetchOffset, builder.mul(part, prefetchedElements));
  for (int64_t i = 0; i < prefetchedElements; i += line)
    builder.prefetch(weights, builder.add(offset, i));
}

/// The weights of a part, one vector for each column of accumulators.
KernelBuilder::Values Conv2DKernel::loadColumns(Value weightOffset, const Tile &tile) {
  Values columns;
  for (int64_t v = 0; v < tile.vectors; ++v)
    columns.push_back(arithmetic.loadWeights(
        weights, builder.add(weightOffset, v * arithmetic.partWeights()), tiles.lanes(tile, v)));
  return columns;
}

/// One part of a step for every accumulator of the tile, in rows.
KernelBuilder::Values Conv2DKernel::emitPart(Values accumulators, Value inputOffset,
                                             Value weightOffset, int64_t part, const Tile &tile) {
  Values columns = loadColumns(weightOffset, tile);
  if (pairs.arePaired(tile))
    return emitPairs(std::move(accumulators), inputOffset, columns, tile);
  for (int64_t row = 0; row < tile.rows; ++row) {
    Value element =
        isWidened(tile.rows)
            ? arithmetic.loadWords(window.getBuffer(),
                                   builder.add(inputOffset, window.distance(row, tile.rows) +
                                                                part * WidenedWindow::getHalf()))
            : arithmetic.loadInput(input, builder.add(inputOffset, tiles.inputDistance(row)), part);
    for (int64_t v = 0; v < tile.vectors; ++v) {
      Value &accumulator = accumulators[row * tile.vectors + v];
      accumulator = arithmetic.accumulate(accumulator, element, columns[v]);
    }
  }
  return accumulators;
}

/// The same where the last column of each two rows is one accumulator. Elements of single
/// rows come from the input: from the window, LLVM would take them out of the broadcasts of
/// both, by an instruction more.
KernelBuilder::Values Conv2DKernel::emitPairs(Values accumulators, Value inputOffset,
                                              ValueRange columns, const Tile &tile) {
  auto add = [&](int64_t index, Value element, Value weights) {
    accumulators[index] = arithmetic.accumulate(accumulators[index], element, weights);
  };
  int64_t whole = tile.vectors - 1;
  for (int64_t row = 0; row < tile.rows; ++row) {
    if (whole > 0) {
      Value element = arithmetic.loadInput(
          input, builder.add(inputOffset, tiles.inputDistance(row)), /*part=*/0);
      for (int64_t v = 0; v < whole; ++v)
        add(row * whole + v, element, columns[v]);
    }
    if (row % 2 == 0)
      add(tile.rows * whole + row / 2, pairs.loadBoth(inputOffset, row / 2, tile.rows),
          columns.back());
  }
  return accumulators;
}

LogicalResult qopt::vectorizeConv2D(PatternRewriter &rewriter, ScheduledConv2DOp op,
                                    const Target &target) {
  if (op.getInput().getType().getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  if (!PositionPairs::canVectorize(builder, op))
    return rewriter.notifyMatchFailure(op, "doubled channels must be half of a vector at most");
  if (!vectorizeMatrixConv2D(builder, op))
    Conv2DKernel(builder, op).emit();
  return success();
}
