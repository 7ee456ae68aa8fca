#include "ChainLoops.h"
#include "Epilogue.h"
#include "MultiplyAccumulate.h"
#include "StagedPositions.h"
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

/// Positions from `first` on, in `tiles` tiles of so many registers.
struct Block {
  Value first;
  int64_t tiles, registers;

  int64_t countRegisters() const { return tiles * registers; }
};

/// A 1x1 convolution in chains whose lanes are output positions. Four elements of the
/// input of each position lie side by side, and meet weights of one channel, which are
/// broadcast: few weights share a chain, so that chains are long.
class PositionChainsKernel {
public:
  PositionChainsKernel(KernelBuilder &builder, ScheduledChainedConv2DOp op);

  void emit();

private:
  using Values = KernelBuilder::Values;

  /// Bytes of four elements of the input of a register of positions, and of all of a
  /// tile.
  int64_t registerBytes() const { return 4 * lanes; }
  int64_t tileBytes(const Block &block) const { return quads * registerBytes() * block.registers; }
  void joinPositions();
  void emitTiles(int64_t firstRegister, int64_t tiles, int64_t registers);
  void emitBlock(const Block &block);
  void notePlaces(const Block &block, const FlatBuffer &table, const FlatBuffer &buffer);
  void pack(const Block &block);
  void packRegister(const Block &block, Value position, Value packedRegister);
  void packQuads(ArrayRef<Value> pixels, const Block &block, Value packedRegister, Value quad);
  Value divide(Value value, int64_t divisor);
  Value clampPosition(Value position);
  Value offsetIn(const FlatBuffer &buffer, Value position, ArrayRef<int64_t> steps);
  void emitTile(const Block &block, Value panel, Value tile);
  ChainLoops::Slot loadSlot(const Block &block, Value packedTile, Value slot);

  KernelBuilder &builder;
  ScheduledChainedConv2DOp op;
  FlatBuffer input, weights, bias, offsets;
  Epilogue epilogue;
  /// Those of the op: the epilogue sees what is staged.
  FlatBuffer output, residual;
  StagedPositions staged;
  ChainLoops loops;
  MultiplyAccumulate arithmetic;
  /// Positions of a register, channels of a tile, and fours of the reduction.
  int64_t lanes, columns, quads;
  int64_t width, height, positions;
  /// Registers of positions that can be packed together.
  int64_t maxRegisters;
  /// Tiles that are packed together: [tiles][quads][registers][lanes][4] bytes, and
  /// where each position lies in the output and in the residual.
  FlatBuffer packed, places, residualPlaces;
};

} // namespace

PositionChainsKernel::PositionChainsKernel(KernelBuilder &builder, ScheduledChainedConv2DOp op)
    : builder(builder), op(op), input(builder.flatten(op.getInput())),
      weights(builder.flatten(op.getWeights())), bias(builder.flatten(op.getBias())),
      offsets(builder.flatten(op.getOffsets())), epilogue(builder, op),
      output(epilogue.getOutput()), residual(epilogue.getResidual()), staged(builder, output),
      loops(builder, op.getChains()),
      arithmetic(builder, weights.elementType, weights.elementType, builder.getI32Type(),
                 /*signedInput=*/false),
      lanes(builder.lanes(builder.getI32Type())), columns(op.getTile().getColumns()),
      quads(llvm::divideCeil(input.shape[3], 4)),
      maxRegisters(countPositionRegisters(
          input.shape[3], output.elementType.getIntOrFloatBitWidth(), builder.isa())) {
  positions = output.shape[0] * output.shape[1] * output.shape[2];
  height = output.shape[1];
  width = output.shape[2];
  joinPositions();
  epilogue.redirect(staged.getBuffer());
}

/// Where positions lie at equal distances in all buffers, they are one row.
void PositionChainsKernel::joinPositions() {
  if (op.getStride()[0] != 1 || op.getStride()[1] != 1)
    return;
  for (const FlatBuffer *buffer : {&input, &output, &residual})
    if (*buffer && !buffer->isContiguous(0, 2))
      return;
  width = positions;
  height = 1;
}

/// Tiles are of nearly equal size: the first ones may have a register more.
void PositionChainsKernel::emit() {
  int64_t most = std::clamp<int64_t>(op.getTile().getRows() / lanes, 1, maxRegisters);
  int64_t all = llvm::divideCeil(positions, lanes), tiles = llvm::divideCeil(all, most);
  int64_t larger = all % tiles, registers = all / tiles;
  packed = builder.getStack(kPackedAttrName, kPackedPositionBytes, builder.getI8Type());
  places = builder.getStack(kPlacesAttrName, kPackedPositions, builder.getI32Type());
  if (residual)
    residualPlaces =
        builder.getStack(kResidualPlacesAttrName, kPackedPositions, builder.getI32Type());
  emitTiles(0, larger, registers + 1);
  emitTiles(larger * (registers + 1), tiles - larger, registers);
}

/// Tiles of one size, in blocks of as many as can be packed.
void PositionChainsKernel::emitTiles(int64_t firstRegister, int64_t tiles, int64_t registers) {
  if (tiles == 0)
    return;
  int64_t most = maxRegisters / registers;
  int64_t blockTiles = llvm::divideCeil(tiles, llvm::divideCeil(tiles, most));
  auto emitAt = [&](Value tile, int64_t count) {
    Value first = builder.add(builder.mul(tile, registers * lanes), firstRegister * lanes);
    emitBlock({first, count, registers});
  };
  int64_t whole = tiles / blockTiles * blockTiles;
  builder.loop(0, whole, blockTiles, [&](Value tile) { emitAt(tile, blockTiles); });
  if (whole < tiles)
    emitAt(builder.index(whole), tiles - whole);
}

/// Packs tiles, then multiplies them by one panel of weights after the other, and brings
/// each band of channels to its place.
void PositionChainsKernel::emitBlock(const Block &block) {
  notePlaces(block, places, output);
  pack(block);
  if (residual)
    notePlaces(block, residualPlaces, residual);
  staged.forEachBand(block.countRegisters() * lanes, [&](Value first, Value end) {
    if (residual)
      staged.load(residual, residualPlaces);
    Value firstPanel = divide(first, columns), endPanel = divide(end, columns);
    builder.loop(firstPanel, endPanel, ValueRange(), [&](Value panel, ValueRange) {
      builder.loop(0, block.tiles, 1, [&](Value tile) { emitTile(block, panel, tile); });
      return Values();
    });
    staged.store(output, places);
  });
}

Value PositionChainsKernel::divide(Value value, int64_t divisor) {
  return builder.createOrFold<arith::DivUIOp>(value, builder.index(divisor));
}

/// Lanes behind the last position repeat it: they store the same once more.
Value PositionChainsKernel::clampPosition(Value position) {
  if (positions % lanes == 0)
    return position;
  return builder.createOrFold<arith::MinUIOp>(position, builder.index(positions - 1));
}

/// Where a position lies in a buffer, whose lines and columns it takes in `steps`.
Value PositionChainsKernel::offsetIn(const FlatBuffer &buffer, Value position,
                                     ArrayRef<int64_t> steps) {
  if (width == positions)
    return builder.mul(position, steps[1] * buffer.strides[2]);
  auto remainder = [&](Value value, int64_t divisor) {
    return builder.createOrFold<arith::RemUIOp>(value, builder.index(divisor));
  };
  Value line = divide(position, width), column = remainder(position, width);
  Value image = divide(line, height), row = remainder(line, height);
  Value offset = builder.mul(column, steps[1] * buffer.strides[2]);
  offset = builder.add(offset, builder.mul(row, steps[0] * buffer.strides[1]));
  return builder.add(offset, builder.mul(image, buffer.strides[0]));
}

void PositionChainsKernel::notePlaces(const Block &block, const FlatBuffer &table,
                                      const FlatBuffer &buffer) {
  builder.loop(0, block.countRegisters() * lanes, 1, [&](Value index) {
    Value position = clampPosition(builder.add(block.first, index));
    Value offset = arith::IndexCastOp::create(builder, builder.getI32Type(),
                                              offsetIn(buffer, position, {1, 1}));
    memref::StoreOp::create(builder, offset, table.memref, index);
  });
}

/// Brings the input of a block into fours side by side.
void PositionChainsKernel::pack(const Block &block) {
  builder.loop(0, block.tiles, 1, [&](Value tile) {
    Value packedTile = builder.mul(tile, tileBytes(block));
    Value first = builder.add(block.first, builder.mul(tile, block.registers * lanes));
    builder.loop(0, block.registers, 1, [&](Value number) {
      packRegister(block, builder.add(first, builder.mul(number, lanes)),
                   builder.add(packedTile, builder.mul(number, registerBytes())));
    });
  });
}

void PositionChainsKernel::packRegister(const Block &block, Value position, Value packedRegister) {
  Values pixels;
  for (int64_t lane = 0; lane < lanes; ++lane)
    pixels.push_back(offsetIn(input, clampPosition(builder.add(position, lane)), op.getStride()));
  int64_t whole = quads / 4 * 4;
  builder.loop(0, whole, 4, [&](Value quad) { packQuads(pixels, block, packedRegister, quad); });
  if (whole < quads)
    packQuads(pixels, block, packedRegister, builder.index(quads - 4));
}

/// Four quads of a register of positions: each 128 bits hold those of four positions, a
/// square that is transposed.
void PositionChainsKernel::packQuads(ArrayRef<Value> pixels, const Block &block,
                                     Value packedRegister, Value quad) {
  Value channel = builder.mul(quad, 4);
  Type words = builder.vectorType(lanes, builder.getI32Type());
  Values rows;
  for (int64_t row = 0; row < 4; ++row) {
    Values parts;
    for (int64_t lane = row; lane < lanes; lane += 4)
      parts.push_back(builder.load(input, builder.add(pixels[lane], channel), 16));
    rows.push_back(vector::BitCastOp::create(builder, words, builder.concat(parts)));
  }
  int64_t distance = block.registers * registerBytes();
  Value offset = builder.add(packedRegister, builder.mul(quad, distance));
  Type bytes = builder.vectorType(registerBytes(), builder.getI8Type());
  for (auto [index, four] : llvm::enumerate(transposeGroups(builder, rows)))
    builder.store(vector::BitCastOp::create(builder, bytes, four), packed,
                  builder.add(offset, index * distance));
}

void PositionChainsKernel::emitTile(const Block &block, Value panel, Value tile) {
  Value channel = builder.mul(loops.loadNumber(panel), columns);
  Value packedTile = builder.mul(tile, tileBytes(block));
  Values start;
  for (int64_t column = 0; column < columns; ++column)
    start.push_back(
        builder.broadcast(builder.loadScalar(bias, builder.add(channel, column)), lanes));
  Values sums;
  for (int64_t i = 0; i < block.registers; ++i)
    sums.append(start);
  sums = loops.emit(
      std::move(sums), columns, panel,
      [&](Value slot) { return loadSlot(block, packedTile, slot); }, [](Value, int64_t) {});
  Values byColumn;
  for (int64_t column = 0; column < columns; ++column)
    for (int64_t i = 0; i < block.registers; ++i)
      byColumn.push_back(sums[i * columns + column]);
  Value offset = builder.add(builder.mul(staged.getRow(channel), staged.getWidth()),
                             builder.mul(tile, block.registers * lanes));
  OutputPositions channels = {columns, offset, staged.getWidth(), Value(), staged.getWidth()};
  if (residual)
    channels.residualOffset = offset;
  epilogue.emitByChannel(byColumn, channel, channels);
}

/// Four elements of the input of each register of positions, and the weights of each
/// channel.
ChainLoops::Slot PositionChainsKernel::loadSlot(const Block &block, Value packedTile, Value slot) {
  // Offsets are in elements of a position, of which the packed ones are further apart.
  Value quad = builder.mul(ChainLoops::loadIndex(builder, offsets, slot), block.registers * lanes);
  Value offset = builder.add(packedTile, quad), weight = builder.mul(slot, 4 * columns);
  ChainLoops::Slot loaded;
  for (int64_t column = 0; column < columns; ++column)
    loaded.columns.push_back(
        arithmetic.loadInput(weights, builder.add(weight, 4 * column), /*part=*/0));
  loaded.loadRow = [=](int64_t number) {
    return builder.load(packed, builder.add(offset, number * registerBytes()), registerBytes());
  };
  return loaded;
}

LogicalResult qopt::vectorizePositionChains(PatternRewriter &rewriter, KernelBuilder &builder,
                                            ScheduledChainedConv2DOp op) {
  auto isOne = [](int64_t size) { return size == 1; };
  MemRefType output = op.getOutput().getType();
  int64_t channels = output.getDimSize(3);
  if (Value residual = op.getResidual();
      residual && getElementTypeOrSelf(residual) != output.getElementType())
    return rewriter.notifyMatchFailure(op, "where lanes are positions, the residual is staged as "
                                           "the output is, and must be of its type");
  if (!llvm::all_of(op.getKernel(), isOne) || channels % op.getTile().getColumns() != 0 ||
      countPositionRegisters(op.getInput().getType().getDimSize(3), output.getElementTypeBitWidth(),
                             builder.isa()) == 0)
    return rewriter.notifyMatchFailure(op, "lanes can be positions of 1x1 kernels only, whose "
                                           "channels fill tiles");
  PositionChainsKernel(builder, op).emit();
  return success();
}
