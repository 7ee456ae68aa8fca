#include "qopt/Schedule/TileCosts.h"

#include "qopt/Support/Winograd.h"

#include "llvm/Support/MathExtras.h"
#include "gtest/gtest.h"

#include <set>

using namespace qopt;

namespace {

TileChoice choose(llvm::StringRef isa, int64_t rows, int64_t columns, int64_t steps,
                  TileElement element = TileElement::Int8) {
  return chooseTile(*lookupISA(isa), {/*repetitions=*/rows, rows, columns, steps, element});
}

} // namespace

// Accumulators, a column of weights and a broadcast must fit into the registers:
// a spilled accumulator halves the speed.
TEST(TileCostsTest, TilesFitTheRegisters) {
  for (const ISA &isa : getAllISAs())
    for (TileElement element :
         {TileElement::Int8, TileElement::Int8ByWord, TileElement::Int16, TileElement::Float32})
      for (int64_t rows : {1, 2, 7, 14, 56, 3136})
        for (int64_t columns : {1, 3, 10, 16, 24, 64, 100, 1000}) {
          TileChoice choice = chooseTile(isa, {1, rows, columns, 64, element});
          int64_t lanes = isa.lanes(32), vectors = choice.columns / lanes;
          EXPECT_EQ(choice.columns % lanes, 0);
          EXPECT_GE(choice.rows, 1);
          EXPECT_LE(choice.rows, rows);
          EXPECT_LE(choice.rows * vectors + vectors + 1, isa.vectorRegisters) << isa.name.str();
          EXPECT_LT(choice.columns - lanes, llvm::alignTo(columns, lanes));
        }
}

// Four accumulators leave registers for the factors.
TEST(TileCostsTest, MatrixTilesFitTheRegisters) {
  const ISA &isa = *lookupISA("amx");
  for (int64_t rows : {1, 7, 14, 33, 56, 3136})
    for (int64_t columns : {3, 16, 40, 512})
      for (int64_t steps : {1, 16, 17, 64, 72}) {
        TileProblem problem{1, rows, columns, steps, TileElement::Int8, 32, /*lines=*/9};
        auto tiles = listMatrixTiles(isa, problem, steps);
        ASSERT_FALSE(tiles.empty());
        for (const MatrixTileChoice &tile : tiles) {
          int64_t width = std::min(tile.rows, rows);
          int64_t groups = tile.rows / width * llvm::divideCeil(width, 16);
          EXPECT_LE(groups * (tile.columns / 16), 4) << tile.rows << " x " << tile.columns;
        }
      }
}

// Where the reduction is deep; a few bytes are not worth the way through memory.
TEST(TileCostsTest, MatrixRegistersWinWhereSumsAreLong) {
  const ISA &isa = *lookupISA("amx");
  auto wins = [&](int64_t steps) {
    TileProblem problem{1, 784, 128, steps, TileElement::Int8};
    return listMatrixTiles(isa, problem, steps).front().cycles < chooseTile(isa, problem).cycles;
  };
  EXPECT_TRUE(wins(288));
  EXPECT_FALSE(wins(2));
  EXPECT_TRUE(listMatrixTiles(*lookupISA("avx512vnni"), {1, 784, 128, 288, TileElement::Int8}, 288)
                  .empty());
  EXPECT_TRUE(listMatrixTiles(isa, {1, 784, 128, 288, TileElement::Float32}, 288).empty());
}

// What is tried one after the other: all tiles once, from the fastest on.
TEST(TileCostsTest, ListsAreSortedAndDistinct) {
  const ISA &isa = *lookupISA("avx2");
  TileProblem problem{1, 14, 256, 576, TileElement::Int8ByWord};
  std::set<std::pair<int64_t, int64_t>> seen;
  double previous = 0;
  for (const TileChoice &choice : listTiles(isa, problem)) {
    EXPECT_GE(choice.cycles, previous);
    EXPECT_TRUE(seen.insert({choice.rows, choice.columns}).second);
    previous = choice.cycles;
  }
  EXPECT_GE(seen.size(), 4u);
  TileChoices two = {{1, 8, 1.0}, {2, 8, 2.0}};
  EXPECT_EQ(takeRank(two, 1).rows, 2);
  EXPECT_EQ(takeRank(two, 5).rows, 2);
}

// Large layers: enough independent accumulators to hide the latency, without
// waste at the end of a row of 56 (4, 7, 8 and 14 divide it).
TEST(TileCostsTest, LargeLayersHideTheLatency) {
  TileChoice vnni = choose("avx512vnni", 56, 64, 144);
  EXPECT_GE(vnni.rows * vnni.columns / 16, 8);
  EXPECT_EQ(56 % vnni.rows, 0);
  EXPECT_EQ(64 % vnni.columns, 0);
  TileChoice avxvnni = choose("avxvnni", 56, 64, 144);
  EXPECT_GE(avxvnni.rows * avxvnni.columns / 8, 8);
}

// Where a CPU overlaps the epilogues of eight accumulators with products, tiles of short
// reductions are so small; long ones load weights too often for that.
TEST(TileCostsTest, SmallTilesHideEpilogues) {
  const ISA &isa = *lookupISA("avx512vnni");
  auto choose = [&](int64_t size, int64_t columns, int64_t steps) {
    TileProblem problem{size, size, columns, steps, TileElement::Int8};
    problem.overlap = 8;
    return chooseTile(isa, problem);
  };
  auto countAccumulators = [](const TileChoice &tile) { return tile.rows * tile.columns / 16; };
  EXPECT_EQ(countAccumulators(choose(28, 192, 8)), 8);
  EXPECT_EQ(countAccumulators(choose(14, 576, 24)), 8);
  EXPECT_GE(countAccumulators(choose(14, 192, 288)), 24);
  // Where panels alternate, a tile of all channels has their constants, and weights that are
  // few, in registers.
  EXPECT_EQ(choose(112, 96, 4).columns, 96);
  // Pieces of rows of 24 channels fill registers of bytes by fours.
  EXPECT_EQ(choose(56, 24, 24).rows % 4, 0);
}

// 7 positions in a row: tiles of 7 rows, not of 6 and 1.
TEST(TileCostsTest, RowsDivideShortRows) {
  EXPECT_EQ(choose("avx512vnni", 7, 512, 1152).rows, 7);
  EXPECT_EQ(choose("avx512vnni", 14, 256, 576).rows % 7, 0);
}

// Lines of 7 positions leave registers unused: two make a tile.
TEST(TileCostsTest, TilesTakeSeveralShortLines) {
  TileProblem problem{1, 7, 512, 4608, TileElement::Float32};
  const ISA &isa = *lookupISA("avx512vnni");
  double singleLines = 7 * chooseTile(isa, problem).cycles;
  problem.lines = 7;
  TileChoice choice = chooseTile(isa, problem);
  EXPECT_EQ(choice.rows, 14);
  EXPECT_LE(choice.cycles, singleLines);
}

// Rows 4096 bytes apart share one set of the first-level cache, which holds fewer lines
// than a large tile has rows. Half of that is two sets.
TEST(TileCostsTest, RowsShareTheWaysOfTheCache) {
  const ISA &isa = *lookupISA("avx512vnni");
  TileProblem problem{1, 196, 256, 1024, TileElement::Float32};
  auto rowsAt = [&](int64_t pitch) {
    problem.rowPitch = pitch;
    return chooseTile(isa, problem).rows;
  };
  EXPECT_EQ(rowsAt(0), 14);
  EXPECT_EQ(rowsAt(4096 + 64), 14);
  EXPECT_EQ(rowsAt(2048), 14);
  EXPECT_LT(rowsAt(4096), 8);
  EXPECT_LT(rowsAt(3 * 4096), 8);
}

// One row (a fully connected layer): several vectors of columns are the only
// independent accumulators.
TEST(TileCostsTest, FullyConnectedLayersAreWide) {
  TileChoice choice = choose("avx512vnni", 1, 1000, 320);
  EXPECT_EQ(choice.rows, 1);
  EXPECT_GE(choice.columns / 16, 4);
}

// 24 channels: no panel of 64 that computes 40 channels of padding.
TEST(TileCostsTest, NarrowLayersDoNotComputePadding) {
  EXPECT_LE(choose("avx512vnni", 112, 24, 24).columns, 32);
}

// 24 channels of 96 in windows of 3x3: the last 8 for two positions at once need a fifth
// less than 32.
TEST(TileCostsTest, PairsOfPositionsFillTheLastVector) {
  const ISA &isa = *lookupISA("avx512vnni");
  TileProblem problem{1, 160, 24, 864, TileElement::Float32, 32, /*lines=*/160};
  TileChoices paired = listPairedTiles(isa, problem, 3, 96, 288);
  ASSERT_FALSE(paired.empty());
  for (const TileChoice &choice : paired) {
    EXPECT_EQ(choice.doubledChannels, 8);
    if (choice.columns == 32)
      EXPECT_LE(choice.rows + (choice.rows + 1) / 2 + 3, isa.vectorRegisters);
  }
  auto best = llvm::min_element(paired, [](auto &a, auto &b) { return a.cycles < b.cycles; });
  EXPECT_LT(best->cycles, 0.9 * chooseTile(isa, problem).cycles);
}

// Not where the last vector is more than half full, or full, and not of bytes; and no
// windows that leave the first-level cache.
TEST(TileCostsTest, PairsOfPositionsNeedHalfAVector) {
  const ISA &isa = *lookupISA("avx512vnni");
  TileProblem problem{1, 160, 25, 864, TileElement::Float32};
  EXPECT_TRUE(listPairedTiles(isa, problem, 3, 96, 288).empty());
  problem.columns = 32;
  EXPECT_TRUE(listPairedTiles(isa, problem, 3, 96, 288).empty());
  problem.columns = 24;
  EXPECT_TRUE(listPairedTiles(isa, problem, 3, 2000, 6000).empty());
  problem.element = TileElement::Int8;
  EXPECT_TRUE(listPairedTiles(isa, problem, 3, 96, 288).empty());
}

// Doubling the reduction costs more, never less.
TEST(TileCostsTest, CostsGrowWithTheWork) {
  for (const ISA &isa : getAllISAs()) {
    double previous = 0;
    for (int64_t steps : {1, 8, 64, 512, 4096}) {
      double cycles = chooseTile(isa, {56, 56, 64, steps, TileElement::Int8}).cycles;
      EXPECT_GT(cycles, previous);
      previous = cycles;
    }
  }
}

TEST(TileCostsTest, WideAccumulatorsHaveFewerLanes) {
  const ISA &isa = *lookupISA("avx2");
  TileChoice choice = chooseTile(isa, {1, 8, 64, 64, TileElement::Int16, /*accumulatorBits=*/64});
  EXPECT_EQ(choice.columns % 4, 0);
  EXPECT_LE(choice.rows * (choice.columns / 4), 16);
}

// Both accumulators of a chain, its weights, a broadcast and a product fit; chains
// pay where s (1 + 1/L) is clearly below 2, and not where it is above.
TEST(TileCostsTest, ChainsPayByTheirCounts) {
  for (llvm::StringRef name : {"avx2", "avx512bw"}) {
    const ISA &isa = *lookupISA(name);
    int64_t columns = 2 * isa.lanes(32), quads = 256;
    TileProblem words{1, 196, columns, 2 * quads, TileElement::Int8ByWord};
    double cycles = chooseTile(isa, words).cycles;
    TileChoice good = chooseChainTile(isa, words, 2, 8, {1, quads, quads / 4});
    EXPECT_LE(4 * good.rows + 4, isa.vectorRegisters);
    EXPECT_EQ(good.columns, columns);
    EXPECT_LT(good.cycles, cycles);
    EXPECT_GT(chooseChainTile(isa, words, 2, 8, {1, 2 * quads, 2 * quads}).cycles, cycles);
  }
}

// Panels of four columns cost the packing of the input and more stores: they need longer
// chains and fewer slots.
TEST(TileCostsTest, PositionsPayByTheirCounts) {
  const ISA &isa = *lookupISA("avx2");
  constexpr int64_t kQuads = 120, kColumns = 64, kWide = kColumns / 8, kNarrow = kColumns / 4;
  TileProblem problem{1, 14, kColumns, 2 * kQuads, TileElement::Int8ByWord, 32, /*lines=*/14};
  auto positions = [&](int64_t slots, int64_t chains) {
    return choosePositionTile(isa, problem, 4, kQuads, /*maxRegisters=*/12,
                              {kNarrow, kNarrow * slots, kNarrow * chains});
  };
  double wide = chooseChainTile(isa, problem, 1, 4, {kWide, kWide * 156, kWide * 62}).cycles;
  TileChoice narrow = positions(130, 42);
  EXPECT_EQ(narrow.rows, 8);
  EXPECT_EQ(narrow.columns, 4);
  EXPECT_LT(narrow.cycles, wide);
  EXPECT_GT(positions(156, 62).cycles, wide);
}

TEST(TileCostsTest, DepthwiseTilesFitTheRegisters) {
  for (const ISA &isa : getAllISAs())
    for (int64_t channels : {1, 8, 32, 144, 960}) {
      TileChoice choice =
          listDepthwiseTiles(isa, {1, 56, 56, channels, {3, 3}, {1, 1}, TileElement::Int8}).front();
      int64_t vectors = choice.columns / isa.lanes(32);
      EXPECT_EQ(choice.columns % isa.lanes(32), 0);
      EXPECT_LE(choice.rows * vectors + vectors + 2, isa.vectorRegisters);
    }
}

// Measured, with AVX512-VNNI on Sapphire Rapids and with AVX2 on Zen 4: tasks are cut by
// these numbers, and one that is several times too large would split layers that are done
// before a core wakes up.
TEST(TileCostsTest, DepthwiseCyclesAreThoseOfTheKernels) {
  struct Layer {
    int64_t size, channels, kernel, stride;
    double vnni, avx2;
  };
  for (Layer layer : {Layer{112, 32, 3, 1, 101e3, 297e3}, Layer{56, 144, 3, 1, 120e3, 368e3},
                      Layer{28, 192, 3, 1, 36e3, 117e3}, Layer{14, 384, 3, 1, 18.3e3, 59.6e3},
                      Layer{7, 576, 3, 2, 12.5e3, 25.8e3}, Layer{7, 960, 3, 1, 15.6e3, 37e3},
                      Layer{28, 120, 5, 1, 75e3, 148e3}, Layer{14, 672, 5, 1, 100e3, 204e3},
                      Layer{7, 960, 5, 1, 34.3e3, 73e3}}) {
    DepthwiseProblem problem{1,
                             layer.size,
                             layer.size,
                             layer.channels,
                             {layer.kernel, layer.kernel},
                             {layer.stride, layer.stride},
                             TileElement::Int8};
    auto predict = [&](llvm::StringRef isa) {
      return predictDepthwiseCycles(*lookupISA(isa), problem, /*rows=*/8, /*columns=*/16);
    };
    EXPECT_NEAR(predict("avx512vnni") / layer.vnni, 1.0, 0.25)
        << layer.size << "x" << layer.channels;
    EXPECT_NEAR(predict("avx2") / layer.avx2, 1.0, 0.3) << layer.size << "x" << layer.channels;
  }
}

// The last chunk of channels, column and row cost what they take.
TEST(TileCostsTest, DepthwiseEndsAreCountedAsTheyAre) {
  for (const ISA &isa : getAllISAs()) {
    auto predict = [&](int64_t height, int64_t width, int64_t channels) {
      return predictDepthwiseCycles(
          isa, {1, height, width, channels, {3, 3}, {1, 1}, TileElement::Int8}, 8, isa.lanes(32));
    };
    EXPECT_LT(predict(28, 28, 192), predict(28, 28, 193));
    EXPECT_LT(predict(28, 27, 192), predict(28, 28, 192) + 1);
    EXPECT_LT(predict(27, 28, 192), predict(28, 28, 192));
    // Halves of an image take about half of its time.
    EXPECT_LT(2 * predict(14, 28, 192), 1.2 * predict(28, 28, 192));
  }
}

// No rows are carried down a column of tiles, and `vpmaddwd` gets no pairs of rows.
TEST(TileCostsTest, DilatedWindowsShareNoRows) {
  DepthwiseProblem problem{1, 28, 28, 192, {3, 3}, {1, 1}, TileElement::Int8};
  DepthwiseProblem dilated = problem;
  dilated.dilation = {2, 2};
  for (llvm::StringRef name : {"avx2", "avxvnni", "avx512vnni"}) {
    const ISA &isa = *lookupISA(name);
    EXPECT_LT(1.1 * predictDepthwiseCycles(isa, problem, 8, 16),
              predictDepthwiseCycles(isa, dilated, 8, 16))
        << name.str();
  }
}

// The scratch of a band is allocated by these numbers.
TEST(TileCostsTest, WinogradBandsAndTilesFit) {
  for (const ISA &isa : getAllISAs())
    for (int64_t size : {2, 3, 7, 14, 56, 300})
      for (int64_t channels : {1, 30, 64, 700}) {
        for (const WinogradChoice &choice :
             listWinograd(isa, {1, size, 2 * size, channels, channels})) {
          int64_t vectors = choice.columns / isa.lanes(32);
          EXPECT_EQ(choice.columns % isa.lanes(32), 0);
          EXPECT_LE((choice.rows + 1) * vectors + 1, isa.vectorRegisters);
          EXPECT_LE(choice.rows, choice.bandRows * choice.bandColumns);
          EXPECT_LE(choice.bandRows, WinogradTiling(size).tiles());
          EXPECT_LE(choice.bandColumns, WinogradTiling(2 * size).tiles());
        }
      }
}

// A row of one position has no tile.
TEST(TileCostsTest, WinogradNeedsTwoPositions) {
  EXPECT_TRUE(listWinograd(*lookupISA("avx2"), {1, 1, 56, 64, 64}).empty());
  EXPECT_TRUE(listWinograd(*lookupISA("avx2"), {1, 56, 1, 64, 64}).empty());
}

// The weights of 7x7x512 are 19 MB: where memory delivers them in time, Winograd pays.
TEST(TileCostsTest, FastMemoryFavorsWinograd) {
  const ISA &isa = *lookupISA("avx2");
  WinogradProblem problem{1, 7, 7, 512, 512};
  double slow = listWinograd(isa, problem).front().cycles;
  problem.memoryRate = 8.0;
  EXPECT_LT(listWinograd(isa, problem).front().cycles, 0.6 * slow);
}
