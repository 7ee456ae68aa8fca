#include "Epilogue.h"
#include "KernelBuilder.h"
#include "MultiplyAccumulate.h"
#include "VectorizeConvolution.h"
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

/// Bytes of a cache line. The first tiles of a panel prefetch the weights of the
/// next one, a line or more per step. That pays where a panel is large enough to
/// be waited for, and has so few tiles that the wait counts.
constexpr int64_t kLineBytes = 64, kMinPrefetchedBytes = 4096, kMaxPrefetchingTiles = 64;

/// Sizes and strides of a convolution, and how its reduction is cut: `runs` of
/// `runLength` neighbouring input elements, `steps` multiply-accumulate steps each.
struct Geometry {
  int64_t batch, outHeight, outWidth, groups, groupInput, groupOutput;
  SmallVector<int64_t> kernel, stride, dilation;
  SmallVector<int64_t> inputStrides, outputStrides, residualStrides;
  int64_t rows, columns;
  int64_t steps;
  /// Kernel columns that one run covers: all of them, or one.
  int64_t runColumns;

  int64_t runsPerRow() const { return kernel[1] / runColumns; }
  int64_t totalSteps() const { return kernel[0] * runsPerRow() * steps; }
  int64_t panels() const { return llvm::divideCeil(groupOutput, columns); }
};

/// Indices of the loops around a tile, and the number of the tile in its panel.
struct Position {
  Value batch, group, panel, row, column, tile;
};

class Conv2DKernel {
public:
  Conv2DKernel(KernelBuilder &builder, ScheduledConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
        epilogue(builder, op),
        arithmetic(builder, input.elementType, bias.elementType, op.getSignedInput()) {
    readGeometry();
    joinPositions();
  }

  void emit();

private:
  using Values = KernelBuilder::Values;

  void readGeometry();
  void joinPositions();
  void forEachPanel(Position position, llvm::function_ref<void(Position, int64_t)> body);
  void forEachBlock(Position position, llvm::function_ref<void(Position, int64_t)> body);
  void emitTile(Position position, int64_t rows, int64_t channels);
  int64_t countProducts(ValueRange accumulators) {
    return accumulators.size() * arithmetic.instructions();
  }
  void planPrefetch(Value tile);
  void emitPrefetch(Value step);
  Values emitReduction(Values accumulators, Value inputOffset, int64_t rows);
  Values emitRun(Values accumulators, Value inputOffset, Value firstStep, int64_t rows);
  Values emitStep(Values accumulators, Value inputOffset, Value weightOffset, int64_t rows);

  KernelBuilder &builder;
  ScheduledConv2DOp op;
  FlatBuffer input, weights, bias;
  Epilogue epilogue;
  MultiplyAccumulate arithmetic;
  Geometry geometry;
  /// Where the weights of the current tile's panel start, and what it prefetches:
  /// that many elements in each step, from an offset on.
  Value panelOffset, prefetchOffset;
  int64_t prefetchedElements = 0;
};

} // namespace

void Conv2DKernel::readGeometry() {
  const FlatBuffer &output = epilogue.getOutput();
  Geometry &g = geometry;
  g.batch = output.shape[0];
  g.outHeight = output.shape[1];
  g.outWidth = output.shape[2];
  g.groups = op.getGroups();
  g.groupInput = input.shape[3] / g.groups;
  g.groupOutput = output.shape[3] / g.groups;
  g.kernel = llvm::to_vector(op.getKernel());
  g.stride = llvm::to_vector(op.getStride());
  g.dilation = llvm::to_vector(op.getDilation());
  g.inputStrides = input.strides;
  g.outputStrides = output.strides;
  g.residualStrides = epilogue.getResidual().strides;
  g.rows = op.getTile().getRows();
  g.columns = op.getTile().getColumns();
  bool rowsAreContiguous = input.strides[2] == input.shape[3];
  g.runColumns = g.dilation[1] == 1 && g.groups == 1 && rowsAreContiguous ? g.kernel[1] : 1;
  g.steps = llvm::divideCeil(g.runColumns * g.groupInput, arithmetic.depth());
}

/// A 1x1 kernel without strides sees batch, height and width as one dimension
/// where they lie behind one another: tiles then cross the ends of rows.
void Conv2DKernel::joinPositions() {
  Geometry &g = geometry;
  auto isPixelwise = [](ArrayRef<int64_t> sizes) { return sizes[0] == 1 && sizes[1] == 1; };
  if (!isPixelwise(g.kernel) || !isPixelwise(g.stride))
    return;
  for (const FlatBuffer *buffer :
       {&std::as_const(input), &epilogue.getOutput(), &epilogue.getResidual()})
    if (*buffer && !buffer->isContiguous(0, 2))
      return;
  g.outWidth *= g.batch * g.outHeight;
  g.batch = g.outHeight = 1;
}

/// Small images are walked once for each panel, whose weights are then read from
/// memory once. Large ones are walked once, all panels of a block of pixels
/// together, while the second-level cache holds the weights of all panels.
void Conv2DKernel::emit() {
  const Geometry &g = geometry;
  bool pixelsOutermost = leavesCache({&input, &epilogue.getOutput()}) && !leavesCache({&weights});
  builder.loop(0, g.batch, 1, [&](Value batch) {
    builder.loop(0, g.groups, 1, [&](Value group) {
      Position position{batch, group, {}, {}, {}, {}};
      if (pixelsOutermost) {
        forEachBlock(position, [&](Position block, int64_t rows) {
          // What comes next is in the cache already.
          block.tile = {};
          forEachPanel(block,
                       [&](Position tile, int64_t channels) { emitTile(tile, rows, channels); });
        });
        return;
      }
      forEachPanel(position, [&](Position panel, int64_t channels) {
        forEachBlock(panel, [&](Position tile, int64_t rows) { emitTile(tile, rows, channels); });
      });
    });
  });
}

/// Panels of output channels, the last of which may be narrower.
void Conv2DKernel::forEachPanel(Position position,
                                llvm::function_ref<void(Position, int64_t)> body) {
  const Geometry &g = geometry;
  int64_t whole = g.groupOutput / g.columns;
  auto emitPanel = [&](Value panel, int64_t channels) {
    position.panel = panel;
    body(position, channels);
  };
  builder.loop(0, whole, 1, [&](Value panel) { emitPanel(panel, g.columns); });
  if (int64_t rest = g.groupOutput % g.columns)
    emitPanel(builder.index(whole), rest);
}

/// Blocks of output columns in all rows, of nearly equal length: a short last
/// one would be slow.
void Conv2DKernel::forEachBlock(Position position,
                                llvm::function_ref<void(Position, int64_t)> body) {
  const Geometry &g = geometry;
  int64_t blocks = llvm::divideCeil(g.outWidth, g.rows);
  int64_t rows = llvm::divideCeil(g.outWidth, blocks);
  int64_t whole = g.outWidth / rows;
  builder.loop(0, g.outHeight, 1, [&](Value row) {
    position.row = row;
    auto emitBlock = [&](Value block, int64_t length) {
      position.column = builder.mul(block, rows);
      position.tile = builder.add(builder.mul(row, blocks), block);
      body(position, length);
    };
    builder.loop(0, whole, 1, [&](Value block) { emitBlock(block, rows); });
    if (int64_t rest = g.outWidth % rows)
      emitBlock(builder.index(whole), rest);
  });
}

/// Decides what a tile prefetches of the panel behind its own, which for the last
/// panel is what the next layer reads first. Tiles without a number prefetch
/// nothing.
void Conv2DKernel::planPrefetch(Value tile) {
  const Geometry &g = geometry;
  int64_t line = kLineBytes * 8 / weights.elementType.getIntOrFloatBitWidth();
  int64_t panelStep = g.columns * arithmetic.depth();
  int64_t linesPerStep = llvm::divideCeil(panelStep, line);
  int64_t tiles = g.outHeight * llvm::divideCeil(g.outWidth, g.rows);
  if (!tile || tiles > kMaxPrefetchingTiles ||
      g.totalSteps() * linesPerStep * kLineBytes < kMinPrefetchedBytes)
    return;
  int64_t lines = llvm::divideCeil(linesPerStep, tiles);
  // Tile t takes the lines from t * steps * lines on; later tiles find nothing
  // that is left to do.
  int64_t lastPart = llvm::divideCeil(linesPerStep, lines) - 1;
  Value part = builder.createOrFold<arith::MinUIOp>(tile, builder.index(lastPart));
  prefetchedElements = lines * line;
  prefetchOffset = builder.add(builder.add(panelOffset, g.totalSteps() * panelStep),
                               builder.mul(part, g.totalSteps() * prefetchedElements));
}

/// base + the offset of an index in each of several dimensions.
static Value offsetOf(KernelBuilder &builder,
                      ArrayRef<std::pair<Value, int64_t>> indicesAndStrides) {
  Value offset = builder.index(0);
  for (auto [index, stride] : indicesAndStrides)
    offset = builder.add(offset, builder.mul(index, stride));
  return offset;
}

void Conv2DKernel::emitTile(Position position, int64_t rows, int64_t channels) {
  const Geometry &g = geometry;
  int64_t lanes = arithmetic.lanes();
  int64_t vectors = llvm::divideCeil(channels, lanes);
  Value packedPanel = builder.add(builder.mul(position.group, g.panels()), position.panel);
  Value packedChannel = builder.mul(packedPanel, g.columns);
  Value inputOffset = offsetOf(builder, {{position.batch, g.inputStrides[0]},
                                         {position.row, g.stride[0] * g.inputStrides[1]},
                                         {position.column, g.stride[1] * g.inputStrides[2]},
                                         {position.group, g.groupInput}});
  panelOffset = builder.mul(packedPanel, g.totalSteps() * g.columns * arithmetic.depth());
  planPrefetch(position.tile);

  Values start;
  for (int64_t v = 0; v < vectors; ++v)
    start.push_back(builder.load(bias, builder.add(packedChannel, v * lanes), lanes));
  Values accumulators;
  for (int64_t row = 0; row < rows; ++row)
    llvm::append_range(accumulators, start);
  accumulators = emitReduction(std::move(accumulators), inputOffset, rows);

  Value channel = builder.add(builder.mul(position.group, g.groupOutput),
                              builder.mul(position.panel, g.columns));
  auto offsetIn = [&](ArrayRef<int64_t> strides) {
    return builder.add(channel, offsetOf(builder, {{position.batch, strides[0]},
                                                   {position.row, strides[1]},
                                                   {position.column, strides[2]}}));
  };
  Value outputOffset = offsetIn(g.outputStrides);
  Value residualOffset = epilogue.getResidual() ? offsetIn(g.residualStrides) : Value();
  epilogue.emit(accumulators, channels, packedChannel,
                epilogue.getPositions(rows, outputOffset, residualOffset));
}

/// Walks all runs; short reductions are written out without loops.
KernelBuilder::Values Conv2DKernel::emitReduction(Values accumulators, Value inputOffset,
                                                  int64_t rows) {
  const Geometry &g = geometry;
  // What accumulators, a column of weights and a broadcast leave.
  int64_t vectors = accumulators.size() / rows;
  int64_t spare = static_cast<int64_t>(builder.isa().vectorRegisters) - accumulators.size() -
                  vectors - arithmetic.instructions();
  int64_t limit = spare >= kSpareRegisters ? kUnrolledSpareProducts : kUnrolledProducts;
  bool unroll = g.totalSteps() * countProducts(accumulators) <= limit;
  auto loopOrUnroll = [&](int64_t count, Values values,
                          llvm::function_ref<Values(Value, ValueRange)> body) {
    if (!unroll)
      return builder.loop(0, count, 1, values, body);
    for (int64_t i = 0; i < count; ++i)
      values = body(builder.index(i), values);
    return values;
  };
  return loopOrUnroll(
      g.kernel[0], std::move(accumulators), [&](Value kernelRow, ValueRange rowValues) {
        return loopOrUnroll(
            g.runsPerRow(), llvm::to_vector(rowValues), [&](Value run, ValueRange values) {
              Value inputRun = builder.add(
                  inputOffset, offsetOf(builder, {{kernelRow, g.dilation[0] * g.inputStrides[1]},
                                                  {run, g.dilation[1] * g.inputStrides[2]}}));
              Value firstStep =
                  offsetOf(builder, {{kernelRow, g.runsPerRow() * g.steps}, {run, g.steps}});
              return emitRun(llvm::to_vector(values), inputRun, firstStep, rows);
            });
      });
}

/// One run. Small tiles take several steps at once, to hide the loop's own
/// instructions; in large ones LLVM's scheduler would use the longer block to
/// load weights early, for which no register is left.
KernelBuilder::Values Conv2DKernel::emitRun(Values accumulators, Value inputOffset, Value firstStep,
                                            int64_t rows) {
  const Geometry &g = geometry;
  int64_t products = countProducts(accumulators);
  int64_t unroll = std::clamp<int64_t>(kLoopProducts / products, 1, 4);
  int64_t panelStep = g.columns * arithmetic.depth();
  auto emitSteps = [&](Values values, Value first, int64_t count) {
    Value inputStep = builder.add(inputOffset, builder.mul(first, arithmetic.depth()));
    Value step = builder.add(firstStep, first);
    Value weightStep = builder.add(panelOffset, builder.mul(step, panelStep));
    for (int64_t i = 0; i < count; ++i) {
      if (prefetchedElements > 0)
        emitPrefetch(builder.add(step, i));
      values = emitStep(std::move(values), builder.add(inputStep, i * arithmetic.depth()),
                        builder.add(weightStep, i * panelStep), rows);
    }
    return values;
  };
  int64_t whole = g.steps * products <= kUnrolledProducts ? 0 : g.steps / unroll * unroll;
  accumulators = builder.loop(0, whole, unroll, accumulators, [&](Value step, ValueRange values) {
    return emitSteps(llvm::to_vector(values), step, unroll);
  });
  return emitSteps(std::move(accumulators), builder.index(whole), g.steps - whole);
}

void Conv2DKernel::emitPrefetch(Value step) {
  int64_t line = kLineBytes * 8 / weights.elementType.getIntOrFloatBitWidth();
  Value offset = builder.add(prefetchOffset, builder.mul(step, prefetchedElements));
  for (int64_t i = 0; i < prefetchedElements; i += line)
    builder.prefetch(weights, builder.add(offset, i));
}

/// One step for every accumulator of the tile, in rows.
KernelBuilder::Values Conv2DKernel::emitStep(Values accumulators, Value inputOffset,
                                             Value weightOffset, int64_t rows) {
  const Geometry &g = geometry;
  int64_t vectors = accumulators.size() / rows;
  Values columns;
  for (int64_t v = 0; v < vectors; ++v)
    columns.push_back(arithmetic.loadWeights(
        weights, builder.add(weightOffset, v * arithmetic.lanes() * arithmetic.depth())));
  for (int64_t row = 0; row < rows; ++row) {
    Value element = arithmetic.loadInput(
        input, builder.add(inputOffset, row * g.stride[1] * g.inputStrides[2]));
    for (int64_t v = 0; v < vectors; ++v) {
      Value &accumulator = accumulators[row * vectors + v];
      accumulator = arithmetic.accumulate(accumulator, element, columns[v]);
    }
  }
  return accumulators;
}

LogicalResult qopt::vectorizeConv2D(PatternRewriter &rewriter, ScheduledConv2DOp op,
                                    const Target &target) {
  if (op.getInput().getType().getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  Conv2DKernel(builder, op).emit();
  return success();
}
