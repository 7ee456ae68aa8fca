#include "StagedPositions.h"

#include "ChainLoops.h"
#include "Transpose.h"
#include "qopt/Schedule/Chains.h"
#include "llvm/Support/FormatVariadic.h"

using namespace mlir;
using namespace qopt;

static constexpr StringLiteral kStagedAttrName = "qint.staged_positions";

StagedPositions::StagedPositions(KernelBuilder &builder, const FlatBuffer &output)
    : builder(builder), channels(output.shape[3]), lanes(builder.lanes(output.elementType)),
      group(getStagedGroup(output.elementType.getIntOrFloatBitWidth())) {
  int64_t bytes = output.elementType.getIntOrFloatBitWidth() / 8;
  std::string name = llvm::formatv("{0}.{1}", kStagedAttrName, output.elementType);
  staged = builder.getStack(name, kStagedPositionBytes / bytes, output.elementType);
}

void StagedPositions::forEachBand(int64_t count, llvm::function_ref<void(Value, Value)> body) {
  positions = count;
  width = llvm::alignTo(count, lanes);
  // Less than a group of channels joins the band before.
  int64_t bands = channels / kBandChannels + (channels % kBandChannels >= group);
  if (bands <= 1) {
    firstChannel = builder.index(0);
    bandChannels = builder.index(channels);
    return body(firstChannel, bandChannels);
  }
  builder.loop(0, bands, 1, [&](Value band) {
    firstChannel = builder.mul(band, kBandChannels);
    Value isLast =
        arith::CmpIOp::create(builder, arith::CmpIPredicate::eq, band, builder.index(bands - 1));
    Value end = arith::SelectOp::create(builder, isLast, builder.index(channels),
                                        builder.add(firstChannel, kBandChannels));
    bandChannels = arith::SubIOp::create(builder, end, firstChannel);
    body(firstChannel, end);
  });
}

Value StagedPositions::getRow(Value channel) {
  return builder.createOrFold<arith::SubIOp>(channel, firstChannel);
}

/// Walks squares of a register of positions by 128 bits of channels. The last channels
/// are taken together with some that were taken before.
void StagedPositions::forEachSquare(EmitSquare emitSquare) {
  Value rest = builder.index(group - 1), size = builder.index(group);
  Value groups = builder.createOrFold<arith::DivUIOp>(builder.add(bandChannels, rest), size);
  auto forEachGroup = [&](Value first, int64_t count) {
    if (channels <= group)
      return emitSquare(first, count, builder.index(0));
    Value last = builder.createOrFold<arith::SubIOp>(bandChannels, size);
    builder.loop(builder.index(0), groups, ValueRange(), [&](Value number, ValueRange) {
      Value row = builder.mul(number, group);
      if (channels % group != 0)
        row = arith::MinUIOp::create(builder, row, last);
      emitSquare(first, count, row);
      return Values();
    });
  };
  int64_t whole = positions / lanes * lanes;
  builder.loop(0, whole, lanes, [&](Value first) { forEachGroup(first, lanes); });
  if (whole < positions)
    forEachGroup(builder.index(whole), positions - whole);
}

Value StagedPositions::locate(const FlatBuffer &places, Value position, Value row) {
  return builder.add(ChainLoops::loadIndex(builder, places, position),
                     builder.add(firstChannel, row));
}

void StagedPositions::load(const FlatBuffer &buffer, const FlatBuffer &places) {
  forEachSquare([&](Value first, int64_t count, Value square) {
    Values rows;
    for (int64_t row = 0; row < group; ++row) {
      Values parts;
      for (int64_t lane = row; lane < lanes; lane += group)
        // Behind the last position any will do.
        parts.push_back(builder.loadFirst(
            buffer, locate(places, builder.add(first, std::min(lane, count - 1)), square),
            std::min(channels, group), group));
      rows.push_back(builder.concat(parts));
    }
    Value offset = builder.add(builder.mul(square, width), first);
    for (auto [row, vector] : llvm::enumerate(transposeGroups(builder, rows)))
      builder.store(vector, staged, builder.add(offset, row * width));
  });
}

void StagedPositions::store(const FlatBuffer &buffer, const FlatBuffer &places) {
  forEachSquare([&](Value first, int64_t count, Value square) {
    Value offset = builder.add(builder.mul(square, width), first);
    Values rows;
    for (int64_t row = 0; row < group; ++row)
      rows.push_back(builder.load(staged, builder.add(offset, row * width), lanes));
    Values columns = transposeGroups(builder, rows);
    for (int64_t position = 0; position < count; ++position)
      builder.storeFirst(builder.slice(columns[position % group], position / group * group, group),
                         std::min(channels, group), buffer,
                         locate(places, builder.add(first, position), square));
  });
}
