#include "Epilogue.h"
#include "KernelBuilder.h"
#include "VectorizeConvolution.h"
#include "WinogradTransforms.h"
#include "qopt/Support/Winograd.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Multiply-accumulates of one iteration of the loop over channels.
constexpr int64_t kLoopProducts = 32;
/// Elements of weights in a cache line.
constexpr int64_t kLineElements = 32;

/// The tiles of a band along one dimension: `wide` ones, of which the first has
/// number `first`, then `narrow` ones, of which the first starts at `firstNarrow`.
struct BandSide {
  Value first;
  int64_t wide, narrow, firstNarrow;
};

/// The tiles of a band that have one size: rows and columns of them, and outputs of
/// each along both dimensions.
struct Part {
  int64_t rows, columns;
  bool narrowRows, narrowColumns;

  int64_t tiles() const { return rows * columns; }
  int64_t outputRows() const { return narrowRows ? 2 : 4; }
  int64_t outputColumns() const { return narrowColumns ? 2 : 4; }
  int64_t pointRows() const { return outputRows() + 2; }
  int64_t pointColumns() const { return outputColumns() + 2; }
  /// Whether its tiles take part in the products of a point row and a point column.
  bool has(int64_t pointRow, int64_t pointColumn) const {
    return pointRow < pointRows() && pointColumn < pointColumns();
  }
};

class WinogradKernel {
public:
  WinogradKernel(KernelBuilder &builder, ScheduledWinogradConv2DOp op)
      : builder(builder), op(op), input(builder.flatten(op.getInput())),
        weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
        transformed(builder.flatten(op.getTransformed())),
        products(builder.flatten(op.getProducts())), epilogue(builder, op) {
    channels = input.shape[3];
    pairs = weights.shape[2];
    columns = weights.shape[3];
    lanes = builder.lanes(builder.getI32Type());
  }

  void emit();

private:
  using Values = KernelBuilder::Values;

  void forEachBand(unsigned dim, llvm::function_ref<void(BandSide)> body);
  void forEachTile(const Part &part, llvm::function_ref<void(Value tile, Value y, Value x)> body);
  void emitBand();
  int64_t firstRow(const Part &part, int64_t pointRow, int64_t pointColumn) const;
  void transformInput(const Part &part);
  void transformTile(const Part &part, Value tile, Value inputOffset, int64_t count);
  void multiply(Value panel, int64_t vectors);
  void multiplyMatrix(Value product, Value panel, int64_t rows, int64_t vectors);
  void multiplyRows(Value row, Value product, Value weightOffset, Value next, int64_t share,
                    int64_t rows, int64_t vectors);
  Values multiplyPair(Values accumulators, Value inputOffset, Value weightOffset, int64_t rows);
  void transformOutput(const Part &part, Value panel, int64_t panelChannels);
  SmallVector<Values, 2> transformRows(const Part &part, Value tileOffset, ValueRange biases,
                                       bool isOdd);
  Value divide(Value value, int64_t shift);

  KernelBuilder &builder;
  ScheduledWinogradConv2DOp op;
  FlatBuffer input, weights, bias, transformed, products;
  Epilogue epilogue;
  int64_t channels, pairs, columns, lanes;
  Value batch;
  BandSide side[2];
  /// The tiles of the band, in the order of their rows in the matrices.
  SmallVector<Part> parts;
};

} // namespace

void WinogradKernel::emit() {
  builder.loop(0, input.shape[0], 1, [&](Value index) {
    batch = index;
    forEachBand(0, [&](BandSide rows) {
      side[0] = rows;
      forEachBand(1, [&](BandSide columns) {
        side[1] = columns;
        emitBand();
      });
    });
  });
}

/// Bands of wide tiles alone are one loop; what remains is written out.
void WinogradKernel::forEachBand(unsigned dim, llvm::function_ref<void(BandSide)> body) {
  WinogradTiling tiling(epilogue.getOutput().shape[dim + 1]);
  int64_t band = op.getBand()[dim], whole = tiling.wide / band;
  builder.loop(0, whole, 1, [&](Value index) { body({builder.mul(index, band), band, 0, 0}); });
  for (int64_t tile = whole * band; tile < tiling.tiles(); tile += band) {
    int64_t count = std::min(band, tiling.tiles() - tile);
    int64_t wide = std::clamp<int64_t>(tiling.wide - tile, 0, count);
    body({builder.index(tile), wide, count - wide,
          tiling.firstNarrow() + std::max<int64_t>(tile - tiling.wide, 0)});
  }
}

/// Transforms the input once, then takes panel by panel of output channels.
void WinogradKernel::emitBand() {
  parts.clear();
  for (bool narrowRows : {false, true})
    for (bool narrowColumns : {false, true}) {
      Part part{narrowRows ? side[0].narrow : side[0].wide,
                narrowColumns ? side[1].narrow : side[1].wide, narrowRows, narrowColumns};
      if (part.tiles() > 0)
        parts.push_back(part);
    }
  for (const Part &part : parts)
    transformInput(part);
  auto emitPanel = [&](Value panel, int64_t panelChannels) {
    multiply(panel, llvm::divideCeil(panelChannels, lanes));
    for (const Part &part : parts)
      transformOutput(part, panel, panelChannels);
  };
  int64_t outputs = epilogue.getOutput().shape[3], whole = outputs / columns;
  builder.loop(0, whole, 1, [&](Value panel) { emitPanel(panel, columns); });
  if (int64_t rest = outputs % columns)
    emitPanel(builder.index(whole), rest);
}

/// Calls `body` with the number of each tile within its part and its first output.
void WinogradKernel::forEachTile(const Part &part,
                                 llvm::function_ref<void(Value, Value, Value)> body) {
  auto position = [&](unsigned dim, bool isNarrow, Value index) -> Value {
    if (isNarrow)
      return builder.add(index, side[dim].firstNarrow);
    Value first = builder.mul(builder.add(side[dim].first, index), 4);
    WinogradTiling tiling(epilogue.getOutput().shape[dim + 1]);
    if (tiling.lastWide() % 4 == 0 || tiling.narrow > 0)
      return first;
    return builder.createOrFold<arith::MinUIOp>(first, builder.index(tiling.lastWide()));
  };
  builder.loop(0, part.rows, 1, [&](Value row) {
    builder.loop(0, part.columns, 1, [&](Value column) {
      body(builder.add(builder.mul(row, part.columns), column), position(0, part.narrowRows, row),
           position(1, part.narrowColumns, column));
    });
  });
}

/// Row of the part's first tile in the matrices of a product. Those of tiles that
/// lack the product are missing there.
int64_t WinogradKernel::firstRow(const Part &part, int64_t pointRow, int64_t pointColumn) const {
  int64_t row = 0;
  for (const Part &other : parts) {
    if (&other == &part)
      break;
    if (other.has(pointRow, pointColumn))
      row += other.tiles();
  }
  return row;
}

//===----------------------------------------------------------------------===//
// Input
//===----------------------------------------------------------------------===//

void WinogradKernel::transformInput(const Part &part) {
  int64_t words = builder.lanes(transformed.elementType);
  forEachTile(part, [&](Value tile, Value y, Value x) {
    Value offset = builder.add(
        builder.mul(batch, input.strides[0]),
        builder.add(builder.mul(y, input.strides[1]), builder.mul(x, input.strides[2])));
    Value row = builder.mul(tile, 2 * pairs);
    builder.chunks(channels, words, [&](Value channel, int64_t count) {
      transformTile(part, builder.add(row, channel), builder.add(offset, channel), count);
    });
  });
}

/// `count` channels of one tile. `rowOffset` is where they lie in the part's first
/// row of a matrix.
void WinogradKernel::transformTile(const Part &part, Value rowOffset, Value inputOffset,
                                   int64_t count) {
  SmallVector<Values> lines(part.pointRows());
  for (int64_t j = 0; j < part.pointColumns(); ++j) {
    Values column;
    for (int64_t i = 0; i < part.pointRows(); ++i) {
      int64_t offset = i * input.strides[1] + j * input.strides[2];
      Value bytes = builder.load(input, builder.add(inputOffset, offset), count);
      column.push_back(builder.extend(bytes, transformed.elementType, /*isUnsigned=*/true));
    }
    for (auto [line, value] : llvm::zip_equal(lines, buildWinogradInput(builder, column)))
      line.push_back(value);
  }
  for (auto [i, line] : llvm::enumerate(lines))
    for (auto [j, value] : llvm::enumerate(buildWinogradInput(builder, line))) {
      int64_t offset =
          getWinogradProduct(i, j) * transformed.strides[0] + firstRow(part, i, j) * 2 * pairs;
      builder.store(value, transformed, builder.add(rowOffset, offset));
    }
}

//===----------------------------------------------------------------------===//
// Products
//===----------------------------------------------------------------------===//

/// All products of a panel, in order. Those of equally many tiles share their code;
/// tiles that lack a product leave no gap in its rows.
void WinogradKernel::multiply(Value panel, int64_t vectors) {
  constexpr int64_t kNarrow = kWinogradNarrowPoints;
  struct {
    int64_t i, j, end;
  } sets[] = {{0, 0, getWinogradProduct(0, kNarrow)},
              {0, kNarrow, getWinogradProduct(kNarrow, 0)},
              {kNarrow, 0, getWinogradProduct(kNarrow, kNarrow)},
              {kNarrow, kNarrow, kWinogradProducts}};
  int64_t begin = 0;
  for (size_t set = 0; set < std::size(sets); ++set) {
    auto countRows = [&](size_t index) {
      int64_t rows = 0;
      for (const Part &part : parts)
        if (part.has(sets[index].i, sets[index].j))
          rows += part.tiles();
      return rows;
    };
    int64_t rows = countRows(set);
    if (set + 1 < std::size(sets) && countRows(set + 1) == rows)
      continue;
    if (rows > 0)
      builder.loop(begin, sets[set].end, 1,
                   [&](Value product) { multiplyMatrix(product, panel, rows, vectors); });
    begin = sets[set].end;
  }
}

/// One product of `rows` tiles. Its blocks of rows bring equal shares of the next
/// product's weights nearer, so that memory delivers all the time.
void WinogradKernel::multiplyMatrix(Value product, Value panel, int64_t rows, int64_t vectors) {
  int64_t matrix = pairs * columns * 2;
  Value weightOffset =
      builder.mul(builder.add(builder.mul(panel, kWinogradProducts), product), matrix);
  // Blocks of nearly equal length: a short last one would be slow.
  int64_t blocks = llvm::divideCeil(rows, op.getTile().getRows());
  int64_t length = llvm::divideCeil(rows, blocks), whole = rows / length;
  int64_t share = llvm::divideCeil(2 * columns, llvm::divideCeil(rows, length));
  auto emitBlock = [&](Value block, int64_t count) {
    Value next = builder.add(builder.add(weightOffset, matrix), builder.mul(block, pairs * share));
    multiplyRows(builder.mul(block, length), product, weightOffset, next, share, count, vectors);
  };
  builder.loop(0, whole, 1, [&](Value block) { emitBlock(block, length); });
  if (int64_t rest = rows % length)
    emitBlock(builder.index(whole), rest);
}

/// `rows` tiles by `vectors` of output channels, in registers. For each pair of input
/// channels prefetches a `share` of elements from `next` on.
void WinogradKernel::multiplyRows(Value row, Value product, Value weightOffset, Value next,
                                  int64_t share, int64_t rows, int64_t vectors) {
  int64_t step = columns * 2;
  Value inputOffset =
      builder.add(builder.mul(product, transformed.strides[0]), builder.mul(row, 2 * pairs));
  Value zero = builder.constant(builder.vectorType(lanes, products.elementType), int64_t(0));
  Values accumulators(rows * vectors, zero);
  auto emitPairs = [&](Values values, Value first, int64_t count) {
    Value inputPair = builder.add(inputOffset, builder.mul(first, 2));
    Value weightPair = builder.add(weightOffset, builder.mul(first, step));
    for (int64_t i = 0; i < count; ++i)
      values = multiplyPair(std::move(values), builder.add(inputPair, 2 * i),
                            builder.add(weightPair, i * step), rows);
    Value ahead = builder.add(next, builder.mul(first, share));
    for (int64_t element = 0; element < count * share; element += kLineElements)
      builder.prefetch(weights, builder.add(ahead, element));
    return values;
  };
  int64_t unroll = std::clamp<int64_t>(kLoopProducts / (rows * vectors), 1, 4);
  int64_t whole = pairs / unroll * unroll;
  accumulators = builder.loop(0, whole, unroll, accumulators, [&](Value pair, ValueRange values) {
    return emitPairs(llvm::to_vector(values), pair, unroll);
  });
  accumulators = emitPairs(std::move(accumulators), builder.index(whole), pairs - whole);

  Value target = builder.add(builder.mul(row, products.strides[0]), builder.mul(product, columns));
  for (auto [index, value] : llvm::enumerate(accumulators))
    builder.store(
        value, products,
        builder.add(target, index / vectors * products.strides[0] + index % vectors * lanes));
}

/// Two channels for every accumulator, in rows.
KernelBuilder::Values WinogradKernel::multiplyPair(Values accumulators, Value inputOffset,
                                                   Value weightOffset, int64_t rows) {
  int64_t vectors = accumulators.size() / rows;
  Values panel;
  for (int64_t v = 0; v < vectors; ++v)
    panel.push_back(builder.load(weights, builder.add(weightOffset, 2 * v * lanes), 2 * lanes));
  for (int64_t row = 0; row < rows; ++row) {
    // Two words travel as one of 32 bits, which instruction sets can broadcast.
    Value words = builder.load(transformed, builder.add(inputOffset, row * 2 * pairs), 2);
    Value word =
        vector::BitCastOp::create(builder, builder.vectorType(1, builder.getI32Type()), words);
    Value all = builder.broadcast(vector::ExtractOp::create(builder, word, 0), lanes);
    Value pair = vector::BitCastOp::create(
        builder, builder.vectorType(2 * lanes, transformed.elementType), all);
    for (int64_t v = 0; v < vectors; ++v) {
      Value &accumulator = accumulators[row * vectors + v];
      accumulator = VectorDotOp::create(builder, accumulator, pair, panel[v], false);
    }
  }
  return accumulators;
}

//===----------------------------------------------------------------------===//
// Output
//===----------------------------------------------------------------------===//

void WinogradKernel::transformOutput(const Part &part, Value panel, int64_t panelChannels) {
  Value channel = builder.mul(panel, columns);
  Values biases;
  for (int64_t done = 0; done < panelChannels; done += lanes)
    biases.push_back(builder.load(bias, builder.add(channel, done), lanes));
  forEachTile(part, [&](Value tile, Value y, Value x) {
    auto offsetIn = [&](const FlatBuffer &buffer) {
      Value offset = builder.add(channel, builder.mul(batch, buffer.strides[0]));
      return builder.add(offset, builder.add(builder.mul(y, buffer.strides[1]),
                                             builder.mul(x, buffer.strides[2])));
    };
    const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
    Value outputOffset = offsetIn(output);
    Value residualOffset = residual ? offsetIn(residual) : Value();
    Value tileOffset = builder.mul(tile, products.strides[0]);
    // Rows of even number, then those of odd number: all of them do not fit the
    // registers, and need not be in them at a time.
    for (bool isOdd : {false, true})
      for (auto [i, accumulators] :
           llvm::enumerate(transformRows(part, tileOffset, biases, isOdd))) {
        int64_t line = 2 * i + isOdd;
        Value place = builder.add(outputOffset, line * output.strides[1]), residualPlace;
        if (residual)
          residualPlace = builder.add(residualOffset, line * residual.strides[1]);
        epilogue.emit(accumulators, panelChannels, channel,
                      epilogue.getPositions(part.outputColumns(), place, residualPlace));
      }
  });
}

/// The accumulators of each even or odd row of a tile, position by position.
SmallVector<KernelBuilder::Values, 2>
WinogradKernel::transformRows(const Part &part, Value tileOffset, ValueRange biases, bool isOdd) {
  int64_t rows = part.outputRows() / 2, vectors = biases.size();
  SmallVector<Values, 2> sums(rows, Values(part.outputColumns() * vectors));
  for (int64_t v = 0; v < vectors; ++v) {
    SmallVector<Values, 2> lines(rows);
    for (int64_t j = 0; j < part.pointColumns(); ++j) {
      Values column;
      for (int64_t i = 0; i < part.pointRows(); ++i) {
        int64_t offset = firstRow(part, i, j) * products.strides[0] +
                         getWinogradProduct(i, j) * columns + v * lanes;
        column.push_back(builder.load(products, builder.add(tileOffset, offset), lanes));
      }
      for (auto [i, value] : llvm::enumerate(buildWinogradOutput(builder, column, isOdd)))
        lines[i].push_back(value);
    }
    for (int64_t i = 0; i < rows; ++i)
      for (bool isOddColumn : {false, true})
        for (auto [j, value] :
             llvm::enumerate(buildWinogradOutput(builder, lines[i], isOddColumn))) {
          int64_t line = 2 * i + isOdd, column = 2 * j + isOddColumn;
          int64_t shift = getWinogradShift(part.outputRows(), line) +
                          getWinogradShift(part.outputColumns(), column);
          sums[i][column * vectors + v] = builder.add(divide(value, shift), biases[v]);
        }
  }
  return sums;
}

/// value / (9 * 2^shift), which leaves no rest.
Value WinogradKernel::divide(Value value, int64_t shift) {
  Value inverse = builder.constant(value.getType(), int64_t(kWinogradInverse));
  Value product = arith::MulIOp::create(builder, value, inverse);
  return arith::ShRSIOp::create(builder, product, builder.constant(value.getType(), shift));
}

LogicalResult qopt::vectorizeWinogradConv2D(PatternRewriter &rewriter, ScheduledWinogradConv2DOp op,
                                            const Target &target) {
  if (op.getInput().getType().getStridesAndOffset().first[3] != 1)
    return rewriter.notifyMatchFailure(op, "the channels of a pixel must lie without gaps");
  KernelBuilder builder(op.getLoc(), rewriter, target);
  WinogradKernel(builder, op).emit();
  return success();
}
