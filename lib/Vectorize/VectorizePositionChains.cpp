#include "ChainLoops.h"
#include "Epilogue.h"
#include "MultiplyAccumulate.h"
#include "Transpose.h"
#include "VectorizeConvolution.h"
#include "qopt/Schedule/Chains.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

constexpr StringLiteral kPackedAttrName = "qint.packed_positions",
                        kPlacesAttrName = "qint.output_places",
                        kResidualPlacesAttrName = "qint.residual_places";
/// Positions that are packed together: so few that a table of their places is small.
constexpr int64_t kMaxPositions = 128;

/// A 1x1 convolution in chains whose lanes are output positions. Four elements of the
/// input of each position lie side by side, and meet weights of one channel, which are
/// broadcast: few weights share a chain, so that chains are long.
class PositionChainsKernel {
public:
  PositionChainsKernel(KernelBuilder &builder, ScheduledChainedConv2DOp op);

  void emit();

private:
  using Values = KernelBuilder::Values;

  /// Bytes of four elements of the input of all positions of a tile.
  int64_t quadBytes() const { return 4 * lanes; }
  void joinPositions();
  void emitBlock(Value firstTile, Value count);
  void packTile(Value tile, Value number);
  void packQuads(ArrayRef<Value> pixels, Value packedTile, Value quad);
  Value offsetIn(const FlatBuffer &buffer, Value position, ArrayRef<int64_t> steps);
  void emitTile(Value panel, Value number);
  void emitSlot(Values &sums, Value packedTile, Value slot);
  OutputPositions getPositions(Value channel, Value number);

  KernelBuilder &builder;
  ScheduledChainedConv2DOp op;
  FlatBuffer input, weights, bias, offsets;
  Epilogue epilogue;
  ChainLoops loops;
  MultiplyAccumulate arithmetic;
  /// Positions of a tile, its channels, and fours of the reduction.
  int64_t lanes, columns, quads;
  int64_t width, height, positions;
  /// Tiles that are packed together: [tiles][quads][lanes][4] bytes, and where each
  /// position lies in the output and in the residual.
  FlatBuffer packed, places, residualPlaces;
};

} // namespace

PositionChainsKernel::PositionChainsKernel(KernelBuilder &builder, ScheduledChainedConv2DOp op)
    : builder(builder), op(op), input(builder.flatten(op.getInput())),
      weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
      offsets(builder.flatten(op.getOffsets())), epilogue(builder, op),
      loops(builder, op.getChains()),
      arithmetic(builder, weights.elementType, weights.elementType, builder.getI32Type(),
                 /*signedInput=*/false),
      lanes(builder.lanes(builder.getI32Type())), columns(op.getTile().getColumns()),
      quads(llvm::divideCeil(input.shape[3], 4)) {
  ArrayRef<int64_t> output = epilogue.getOutput().shape;
  positions = output[0] * output[1] * output[2];
  height = output[1];
  width = output[2];
  joinPositions();
}

/// Where positions lie at equal distances in all buffers, they are one row.
void PositionChainsKernel::joinPositions() {
  if (op.getStride()[0] != 1 || op.getStride()[1] != 1)
    return;
  const FlatBuffer *buffers[] = {&input, &epilogue.getOutput(), &epilogue.getResidual()};
  for (const FlatBuffer *buffer : buffers)
    if (*buffer && !buffer->isContiguous(0, 2))
      return;
  width = positions;
  height = 1;
}

void PositionChainsKernel::emit() {
  int64_t tiles = llvm::divideCeil(positions, lanes);
  int64_t most = std::min(kPackedPositionBytes / (quads * quadBytes()), kMaxPositions / lanes);
  int64_t blockTiles = llvm::divideCeil(tiles, llvm::divideCeil(tiles, most));
  packed = builder.getStack(kPackedAttrName, kPackedPositionBytes, builder.getI8Type());
  places = builder.getStack(kPlacesAttrName, kMaxPositions, builder.getI32Type());
  if (epilogue.getResidual())
    residualPlaces = builder.getStack(kResidualPlacesAttrName, kMaxPositions, builder.getI32Type());
  int64_t whole = tiles / blockTiles * blockTiles;
  builder.loop(0, whole, blockTiles,
               [&](Value tile) { emitBlock(tile, builder.index(blockTiles)); });
  if (whole < tiles)
    emitBlock(builder.index(whole), builder.index(tiles - whole));
}

/// Packs tiles, then multiplies them by one panel of weights after the other.
void PositionChainsKernel::emitBlock(Value firstTile, Value count) {
  auto forEachTile = [&](llvm::function_ref<void(Value)> body) {
    builder.loop(builder.index(0), count, ValueRange(), [&](Value number, ValueRange) {
      body(number);
      return Values();
    });
  };
  forEachTile([&](Value number) { packTile(builder.add(firstTile, number), number); });
  builder.loop(0, loops.panels(), 1,
               [&](Value panel) { forEachTile([&](Value number) { emitTile(panel, number); }); });
}

/// Where a position lies in a buffer, whose lines and columns it takes in `steps`.
Value PositionChainsKernel::offsetIn(const FlatBuffer &buffer, Value position,
                                     ArrayRef<int64_t> steps) {
  if (width == positions)
    return builder.mul(position, steps[1] * buffer.strides[2]);
  auto divide = [&](Value value, int64_t divisor) -> std::pair<Value, Value> {
    Value by = builder.index(divisor);
    return {builder.createOrFold<arith::DivUIOp>(value, by),
            builder.createOrFold<arith::RemUIOp>(value, by)};
  };
  auto [line, column] = divide(position, width);
  auto [image, row] = divide(line, height);
  Value offset = builder.mul(column, steps[1] * buffer.strides[2]);
  offset = builder.add(offset, builder.mul(row, steps[0] * buffer.strides[1]));
  return builder.add(offset, builder.mul(image, buffer.strides[0]));
}

/// Brings the input of a tile into fours side by side, and notes where its positions
/// lie. Lanes behind the last position repeat it: they store the same once more.
void PositionChainsKernel::packTile(Value tile, Value number) {
  Value first = builder.mul(tile, lanes), place = builder.mul(number, lanes);
  Values pixels;
  for (int64_t lane = 0; lane < lanes; ++lane) {
    Value position = builder.add(first, lane);
    if (positions % lanes != 0)
      position = builder.createOrFold<arith::MinUIOp>(position, builder.index(positions - 1));
    pixels.push_back(offsetIn(input, position, op.getStride()));
    auto note = [&](const FlatBuffer &table, const FlatBuffer &buffer) {
      Value offset = arith::IndexCastOp::create(builder, builder.getI32Type(),
                                                offsetIn(buffer, position, {1, 1}));
      memref::StoreOp::create(builder, offset, table.memref, builder.add(place, lane));
    };
    note(places, epilogue.getOutput());
    if (residualPlaces)
      note(residualPlaces, epilogue.getResidual());
  }
  Value packedTile = builder.mul(number, quads * quadBytes());
  int64_t whole = quads / 4 * 4;
  builder.loop(0, whole, 4, [&](Value quad) { packQuads(pixels, packedTile, quad); });
  if (whole < quads)
    packQuads(pixels, packedTile, builder.index(quads - 4));
}

/// Four quads of all positions: each 128 bits hold those of four positions, a square that
/// is transposed.
void PositionChainsKernel::packQuads(ArrayRef<Value> pixels, Value packedTile, Value quad) {
  Value channel = builder.mul(quad, 4);
  Type words = builder.vectorType(lanes, builder.getI32Type());
  Values rows;
  for (int64_t row = 0; row < 4; ++row) {
    Values parts;
    for (int64_t lane = row; lane < lanes; lane += 4)
      parts.push_back(builder.load(input, builder.add(pixels[lane], channel), 16));
    rows.push_back(vector::BitCastOp::create(builder, words, builder.concat(parts)));
  }
  Value offset = builder.add(packedTile, builder.mul(quad, quadBytes()));
  Type bytes = builder.vectorType(quadBytes(), builder.getI8Type());
  for (bool isUpper : {false, true}) {
    Value even = unpack(builder, rows[0], rows[1], 1, isUpper);
    Value odd = unpack(builder, rows[2], rows[3], 1, isUpper);
    for (bool isSecond : {false, true}) {
      Value four = unpack(builder, even, odd, 2, isSecond);
      builder.store(vector::BitCastOp::create(builder, bytes, four), packed,
                    builder.add(offset, (2 * isUpper + isSecond) * quadBytes()));
    }
  }
}

OutputPositions PositionChainsKernel::getPositions(Value channel, Value number) {
  const FlatBuffer &residual = epilogue.getResidual();
  OutputPositions result = epilogue.getPositions(lanes, channel, residual ? channel : Value());
  for (int64_t lane = 0; lane < lanes; ++lane) {
    Value index = builder.add(builder.mul(number, lanes), lane);
    result.distances.push_back(ChainLoops::loadIndex(builder, places, index));
    if (residual)
      result.residualDistances.push_back(ChainLoops::loadIndex(builder, residualPlaces, index));
  }
  return result;
}

void PositionChainsKernel::emitTile(Value panel, Value number) {
  Value channel = builder.mul(panel, columns);
  Value packedTile = builder.mul(number, quads * quadBytes());
  Values sums;
  for (int64_t column = 0; column < columns; ++column)
    sums.push_back(
        builder.broadcast(builder.loadScalar(bias, builder.add(channel, column)), lanes));
  sums = loops.emit(
      std::move(sums), panel,
      [&](Values &lanes16, Value slot) { emitSlot(lanes16, packedTile, slot); },
      [](Value, int64_t) {});
  SmallVector<int64_t> order;
  for (int64_t column = 0; column < columns; ++column)
    for (int64_t lane = 0; lane < lanes; ++lane)
      order.push_back(lane * columns + column);
  epilogue.emitInOrder(sums, columns, channel, getPositions(channel, number), order);
}

/// Four elements of the input of all positions times the weights of each channel.
void PositionChainsKernel::emitSlot(Values &sums, Value packedTile, Value slot) {
  // Offsets are in elements of a position, of which the packed ones are `lanes` apart.
  Value quad = builder.mul(ChainLoops::loadIndex(builder, offsets, slot), lanes);
  Value elements = builder.load(packed, builder.add(packedTile, quad), quadBytes());
  Value weight = builder.mul(slot, 4 * columns);
  for (auto [column, sum] : llvm::enumerate(sums))
    sum = VectorDotOp::create(
        builder, sum, elements,
        arithmetic.loadInput(weights, builder.add(weight, 4 * column), /*part=*/0));
}

LogicalResult qopt::vectorizePositionChains(PatternRewriter &rewriter, KernelBuilder &builder,
                                            ScheduledChainedConv2DOp op) {
  if (op.getKernel()[0] != 1 || op.getKernel()[1] != 1 ||
      !canChainPositions(op.getInput().getType().getDimSize(3),
                         op.getOutput().getType().getDimSize(3), op.getTile().getColumns(),
                         builder.isa().lanes(32)))
    return rewriter.notifyMatchFailure(op, "lanes can be positions of 1x1 kernels only, whose "
                                           "channels fill tiles");
  PositionChainsKernel(builder, op).emit();
  return success();
}
