#include "ConvolutionTiles.h"

#include "VectorizeConvolution.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

template <typename ConvOp>
ConvolutionTiles::ConvolutionTiles(KernelBuilder &builder, ConvOp op, const FlatBuffer &input,
                                   int64_t groups)
    : builder(builder), input(input), bias(builder.flatten(op.getBias())), epilogue(builder, op),
      stride(op.getStride()), groups(groups) {
  ArrayRef<int64_t> output = epilogue.getOutput().shape;
  batch = output[0];
  outHeight = output[1];
  outWidth = output[2];
  groupInput = input.shape[3] / groups;
  groupOutput = output[3] / groups;
  maxRows = op.getTile().getRows();
  panelColumns = op.getTile().getColumns();
  joinPositions(op.getKernel());
}

template ConvolutionTiles::ConvolutionTiles(KernelBuilder &, ScheduledConv2DOp, const FlatBuffer &,
                                            int64_t);
template ConvolutionTiles::ConvolutionTiles(KernelBuilder &, ScheduledChainedConv2DOp,
                                            const FlatBuffer &, int64_t);

/// A 1x1 kernel without strides sees batch, height and width as one dimension
/// where they lie behind one another: tiles then cross the ends of rows.
void ConvolutionTiles::joinPositions(ArrayRef<int64_t> kernel) {
  auto isPixelwise = [](ArrayRef<int64_t> sizes) { return sizes[0] == 1 && sizes[1] == 1; };
  if (!isPixelwise(kernel) || !isPixelwise(stride))
    return;
  for (const FlatBuffer *buffer : {&input, &epilogue.getOutput(), &epilogue.getResidual()})
    if (*buffer && !buffer->isContiguous(0, 2))
      return;
  outWidth *= batch * outHeight;
  batch = outHeight = 1;
}

/// Small images are walked once for each panel, whose weights are then read from
/// memory once. Large ones are walked once, all panels of a block of pixels
/// together, while the second-level cache holds the weights of all panels; so are small
/// ones whose blocks can be prepared, while the first-level cache holds the weights.
bool ConvolutionTiles::arePixelsOutermost(const FlatBuffer &weights, bool canPrepare) const {
  constexpr int64_t kFirstLevelBytes = 16 * 1024;
  if (leavesCache({&weights}))
    return false;
  return leavesCache({&input, &epilogue.getOutput()}) ||
         (canPrepare && countBytes(weights) <= kFirstLevelBytes);
}

void ConvolutionTiles::emit(const FlatBuffer &weights, Reduce reduce, Prepare prepare) {
  bool pixelsOutermost = arePixelsOutermost(weights, /*canPrepare=*/bool(prepare));
  builder.loop(0, batch, 1, [&](Value image) {
    builder.loop(0, groups, 1, [&](Value group) {
      Position position{image, group, {}, {}, {}, {}};
      if (pixelsOutermost) {
        forEachBlock(position, [&](Position block, int64_t rows) {
          // What comes next is in the cache already.
          block.number = {};
          if (prepare)
            prepare(getInputOffset(block), rows);
          forEachPanel(block, [&](Position tile, int64_t channels) {
            emitTile(tile, rows, channels, /*isPrepared=*/bool(prepare), reduce);
          });
        });
        return;
      }
      forEachPanel(position, [&](Position panel, int64_t channels) {
        forEachBlock(panel, [&](Position tile, int64_t rows) {
          emitTile(tile, rows, channels, /*isPrepared=*/false, reduce);
        });
      });
    });
  });
}

/// Panels of output channels, the last of which may be narrower.
void ConvolutionTiles::forEachPanel(Position position,
                                    llvm::function_ref<void(Position, int64_t)> body) {
  int64_t whole = groupOutput / panelColumns;
  auto emitPanel = [&](Value panel, int64_t channels) {
    position.panel = panel;
    body(position, channels);
  };
  builder.loop(0, whole, 1, [&](Value panel) { emitPanel(panel, panelColumns); });
  if (int64_t rest = groupOutput % panelColumns)
    emitPanel(builder.index(whole), rest);
}

/// Blocks of output positions.
void ConvolutionTiles::forEachBlock(Position position,
                                    llvm::function_ref<void(Position, int64_t)> body) {
  auto emitAt = [&](Value row, Value column, Value number, int64_t rows) {
    position.row = row;
    position.column = column;
    position.number = number;
    body(position, rows);
  };
  // Several output rows in one tile.
  if (lines() > 1) {
    int64_t whole = outHeight / lines();
    auto emitLines = [&](Value block, int64_t count) {
      emitAt(builder.mul(block, lines()), builder.index(0), block, count * outWidth);
    };
    builder.loop(0, whole, 1, [&](Value block) { emitLines(block, lines()); });
    if (int64_t rest = outHeight % lines())
      emitLines(builder.index(whole), rest);
    return;
  }
  // Parts of a row, of nearly equal length: a short last one would be slow.
  int64_t blocks = llvm::divideCeil(outWidth, maxRows);
  int64_t rows = llvm::divideCeil(outWidth, blocks);
  int64_t whole = outWidth / rows;
  builder.loop(0, outHeight, 1, [&](Value row) {
    auto emitPart = [&](Value block, int64_t length) {
      emitAt(row, builder.mul(block, rows), builder.add(builder.mul(row, blocks), block), length);
    };
    builder.loop(0, whole, 1, [&](Value block) { emitPart(block, rows); });
    if (int64_t rest = outWidth % rows)
      emitPart(builder.index(whole), rest);
  });
}

Value ConvolutionTiles::offsetOf(ArrayRef<std::pair<Value, int64_t>> indicesAndStrides) {
  Value offset = builder.index(0);
  for (auto [index, step] : indicesAndStrides)
    offset = builder.add(offset, builder.mul(index, step));
  return offset;
}

int64_t ConvolutionTiles::getLastLanes(int64_t channels) const {
  int64_t last = (channels - 1) % lanes() + 1;
  return canHalve && 2 * last <= lanes() ? lanes() / 2 : lanes();
}

Value ConvolutionTiles::getInputOffset(Position position) {
  return offsetOf({{position.batch, input.strides[0]},
                   {position.row, stride[0] * input.strides[1]},
                   {position.column, stride[1] * input.strides[2]},
                   {position.group, groupInput}});
}

void ConvolutionTiles::emitTile(Position position, int64_t rows, int64_t channels, bool isPrepared,
                                Reduce reduce) {
  Tile tile;
  tile.isPrepared = isPrepared;
  tile.rows = rows;
  tile.number = position.number;
  tile.channels = channels;
  tile.vectors = llvm::divideCeil(channels, lanes());
  tile.lastLanes = getLastLanes(channels);
  int64_t panels = llvm::divideCeil(groupOutput, panelColumns);
  tile.panel = builder.add(builder.mul(position.group, panels), position.panel);
  tile.inputOffset = getInputOffset(position);

  Value channel = builder.add(builder.mul(position.group, groupOutput),
                              builder.mul(position.panel, panelColumns));
  auto offsetIn = [&](ArrayRef<int64_t> strides) {
    return builder.add(channel, offsetOf({{position.batch, strides[0]},
                                          {position.row, strides[1]},
                                          {position.column, strides[2]}}));
  };
  const FlatBuffer &output = epilogue.getOutput(), &residual = epilogue.getResidual();
  Value outputOffset = offsetIn(output.strides);
  Value residualOffset = residual ? offsetIn(residual.strides) : Value();
  if (leavesCache({&input, &output})) {
    prefetchTile(output, outputOffset, rows, channels);
    if (residual)
      prefetchTile(residual, residualOffset, rows, channels);
  }

  Value packedChannel = builder.mul(tile.panel, panelColumns);
  Values start;
  for (int64_t v = 0; v < tile.vectors; ++v)
    start.push_back(builder.load(bias, builder.add(packedChannel, v * lanes()), lanes(tile, v)));
  Values accumulators;
  for (int64_t row = 0; row < rows; ++row)
    llvm::append_range(accumulators, start);
  accumulators = reduce(std::move(accumulators), tile);
  for (Value &accumulator : accumulators)
    accumulator = builder.widen(accumulator, lanes());

  int64_t width = getLineRows(rows);
  for (int64_t line = 0; line * width < rows; ++line) {
    OutputPositions positions = epilogue.getPositions(
        width, builder.add(outputOffset, line * output.strides[1]),
        residual ? builder.add(residualOffset, line * residual.strides[1]) : Value());
    epilogue.emit(ArrayRef(accumulators).slice(line * width * tile.vectors, width * tile.vectors),
                  channels, packedChannel, positions);
  }
}

/// Lets the memory that the epilogue will touch come while the reduction runs.
void ConvolutionTiles::prefetchTile(const FlatBuffer &buffer, Value offset, int64_t rows,
                                    int64_t channels) {
  constexpr int64_t kLineBits = 512;
  int64_t line = kLineBits / buffer.elementType.getIntOrFloatBitWidth();
  for (int64_t row = 0; row < rows; ++row) {
    int64_t distance = row / outWidth * buffer.strides[1] + row % outWidth * buffer.strides[2];
    for (int64_t first = 0; first < channels; first += line)
      builder.prefetch(buffer, builder.add(offset, distance + first));
  }
}
