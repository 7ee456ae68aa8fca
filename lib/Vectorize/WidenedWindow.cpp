#include "WidenedWindow.h"

using namespace mlir;
using namespace qopt;

static constexpr StringLiteral kWindowAttrName = "qint.widened_window";

WidenedWindow::WidenedWindow(KernelBuilder &builder, qint::ScheduledConv2DOp op,
                             const FlatBuffer &input, const ConvolutionTiles &tiles)
    : builder(builder), input(input), tiles(tiles),
      columnStep(op.getStride()[1] * input.strides[2]),
      lineStep(op.getStride()[0] * input.strides[1]),
      runStep(op.getDilation()[1] * input.strides[2]), runs(op.getKernel()[1] / op.getRunColumns()),
      runBytes(llvm::alignTo(op.getRunLength(), 4)) {
  int64_t read = op.getKernel()[1] == 1 ? op.getStride()[1] : 1;
  isDense = input.strides[2] * read <= 2 * (input.shape[3] / op.getGroups());
}

int64_t WidenedWindow::span(int64_t rows) const {
  return llvm::alignTo((tiles.getLineRows(rows) - 1) * columnStep + (runs - 1) * runStep + runBytes,
                       4);
}

int64_t WidenedWindow::distance(int64_t index, int64_t rows) const {
  int64_t width = tiles.getLineRows(rows);
  return index / width * span(rows) + index % width * columnStep;
}

bool WidenedWindow::fits(int64_t rows) const {
  int64_t width = tiles.getLineRows(rows);
  bool isAligned = (width == 1 || columnStep % 4 == 0) && (runs == 1 || runStep % 4 == 0);
  return isDense && isAligned && llvm::divideCeil(rows, width) * span(rows) <= kHalfBytes;
}

void WidenedWindow::widen(Value source, Value target, int64_t bytes) {
  Value loaded = builder.load(input, source, bytes);
  Type words = builder.vectorType(bytes / 2, builder.getI16Type());
  Value pairs = vector::BitCastOp::create(builder, words, loaded);
  Value even = arith::AndIOp::create(builder, pairs, builder.constant(words, int64_t(255)));
  Value odd = arith::ShRUIOp::create(builder, pairs, builder.constant(words, int64_t(8)));
  auto store = [&](Value half, int64_t offset) {
    builder.store(vector::BitCastOp::create(builder, loaded.getType(), half), buffer,
                  builder.add(target, offset));
  };
  store(even, 0);
  store(odd, kHalfBytes);
}

void WidenedWindow::fill(Value inputOffset, int64_t rows) {
  if (!buffer)
    buffer = builder.getStack(kWindowAttrName, 2 * kHalfBytes, builder.getI8Type());
  // Short windows are written out.
  constexpr int64_t kMaxUnrolled = 8;
  int64_t bytes = span(rows), registerBytes = builder.lanes(builder.getI8Type());
  int64_t whole = bytes / registerBytes * registerBytes;
  for (int64_t first = 0, line = 0; first < rows; first += tiles.getLineRows(rows), ++line) {
    Value source = builder.add(inputOffset, line * lineStep), target = builder.index(line * bytes);
    auto widenAt = [&](Value offset, int64_t count) {
      widen(builder.add(source, offset), builder.add(target, offset), count);
    };
    int64_t looped = whole > kMaxUnrolled * registerBytes ? whole : 0;
    builder.loop(0, looped, registerBytes, [&](Value offset) { widenAt(offset, registerBytes); });
    for (int64_t offset = looped; offset < bytes;) {
      int64_t count = std::min<int64_t>(registerBytes, llvm::bit_floor<uint64_t>(bytes - offset));
      widenAt(builder.index(offset), count);
      offset += count;
    }
  }
}
