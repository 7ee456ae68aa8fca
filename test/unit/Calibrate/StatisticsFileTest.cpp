#include "qopt/Calibrate/StatisticsFile.h"

#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/xxhash.h"
#include "gtest/gtest.h"

#include <cfloat>

using namespace qopt;

namespace {

CalibrationStatistics example() {
  std::vector<SiteStatistics> sites;
  sites.emplace_back(Site{"input", SiteKind::Stored, 2});
  sites.emplace_back(Site{"relu/out", SiteKind::MeanOnly, 1});
  sites.emplace_back(Site{"sum", SiteKind::Epilogue, 1});
  sites[0].add({1.0f, -2.0f, 0.0f, 3.5f});
  sites[0].add({FLT_MAX, -0x1p-149f});
  sites[1].add({7.0f});
  return CalibrationStatistics(Fingerprint{0xde, 0xad}, std::move(sites));
}

std::string errorOf(llvm::StringRef bytes) {
  llvm::Expected<CalibrationStatistics> parsed = parseStatistics(bytes);
  return parsed ? "no error" : llvm::toString(parsed.takeError());
}

/// Makes the checksum fit whatever the bytes now say.
std::string resealed(std::string bytes) {
  llvm::support::endian::write64le(bytes.data() + bytes.size() - 8,
                                   llvm::xxh3_64bits(llvm::StringRef(bytes).drop_back(8)));
  return bytes;
}

} // namespace

// Would catch a field that is written but not read, or read elsewhere.
TEST(StatisticsFileTest, ReadsBackWhatItWrites) {
  const std::string bytes = serializeStatistics(example());
  llvm::Expected<CalibrationStatistics> parsed = parseStatistics(bytes);
  ASSERT_TRUE(static_cast<bool>(parsed));
  EXPECT_EQ(serializeStatistics(*parsed), bytes);
  EXPECT_EQ(parsed->getFingerprint(), example().getFingerprint());
  ASSERT_EQ(parsed->getSites().size(), 3u);
  const SiteStatistics &site = parsed->getSites()[0];
  EXPECT_EQ(site.getSite().name, "input");
  EXPECT_EQ(site.getMax(), FLT_MAX);
  EXPECT_EQ(site.getNumValues(), 6u);
  EXPECT_EQ(parsed->getSites()[2].getSite().kind, SiteKind::Epilogue);
  // What was read can be added to.
  EXPECT_FALSE(static_cast<bool>(parsed->merge(example())));
}

// Would catch files that are read although they are cut short or damaged, and
// crashes on them.
TEST(StatisticsFileTest, RefusesEveryTruncationAndEveryFlippedBit) {
  const std::string bytes = serializeStatistics(example());
  for (size_t size = 0; size < bytes.size(); size += size < 200 ? 1 : 97)
    ASSERT_NE(errorOf(llvm::StringRef(bytes).take_front(size)), "no error") << size;
  for (size_t i = 0; i < bytes.size(); i += i < 400 ? 1 : 31)
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[i] ^= 1 << bit;
      ASSERT_NE(errorOf(damaged), "no error") << "byte " << i << " bit " << bit;
    }
  EXPECT_NE(errorOf(bytes + "x"), "no error");
}

// Would catch reads beyond the end, giant allocations and inconsistent
// statistics when a file lies with a checksum that fits: every 4-byte field is
// replaced by nonsense. Fields that are free (fingerprint, limbs of sums) may be
// accepted; nothing may crash, and what is accepted can be written again.
TEST(StatisticsFileTest, SurvivesNonsenseWithAGoodChecksum) {
  const std::string bytes = serializeStatistics(example());
  unsigned refused = 0, accepted = 0;
  for (size_t i = 8; i + 12 <= bytes.size(); i += i < 400 ? 1 : 61)
    for (uint32_t nonsense : {0u, 1u, 0x7fffffffu, 0x80000000u, 0xffffffffu, 0x7f800000u}) {
      std::string changed = bytes;
      llvm::support::endian::write32le(changed.data() + i, nonsense);
      llvm::Expected<CalibrationStatistics> parsed = parseStatistics(resealed(changed));
      if (!parsed) {
        llvm::consumeError(parsed.takeError());
        ++refused;
        continue;
      }
      ++accepted;
      ASSERT_EQ(serializeStatistics(*parsed), resealed(changed));
    }
  EXPECT_GT(refused, 100u);
  EXPECT_GT(accepted, 100u);
}

// Would catch statistics whose parts contradict each other: merging and range
// methods rely on them.
TEST(StatisticsFileTest, RefusesContradictions) {
  const std::string bytes = serializeStatistics(example());
  const size_t kind = 32 + 4 + 5, values = kind + 4 + 8 + 8, min = values + 8;
  const size_t sumOfMaxima = min + 8 + 48, zeros = sumOfMaxima + 48, exponent = zeros + 8;
  auto errorWith = [&](size_t position, char change) {
    std::string changed = bytes;
    changed[position] ^= change;
    const std::string message = errorOf(resealed(changed));
    return llvm::StringRef(message).split('(').second.split(')').first.str();
  };
  EXPECT_EQ(errorWith(kind, 8), "bad description of a site");
  EXPECT_EQ(errorWith(values, 1), "bad counts of site 'input'");
  EXPECT_EQ(errorWith(min + 4 + 2, '\x80'), "bad range of site 'input'");
  EXPECT_EQ(errorWith(sumOfMaxima + 47, 1), "bad mean range of site 'input'");
  EXPECT_EQ(errorWith(zeros, 1), "counts of site 'input' do not add up");
  EXPECT_EQ(errorWith(exponent, 1), "histogram of site 'input' does not fit its range");
}

// The user must learn which kind of wrong it is, and what to do.
TEST(StatisticsFileTest, SaysWhatIsWrong) {
  const std::string bytes = serializeStatistics(example());
  EXPECT_EQ(errorOf("PK\x03\x04 something else"), "is not a statistics file of qopt-calibrate");
  EXPECT_EQ(errorOf(""), "is not a statistics file of qopt-calibrate");
  EXPECT_EQ(errorOf(llvm::StringRef(bytes).take_front(20)),
            "is damaged (truncated in its header): write it again with 'qopt-calibrate --stats='");
  EXPECT_EQ(errorOf(llvm::StringRef(bytes).drop_back(1)),
            "is damaged (truncated or changed: its checksum does not match): write it again with "
            "'qopt-calibrate --stats='");
  std::string newer = bytes;
  newer[8] = 3;
  EXPECT_EQ(errorOf(resealed(newer)),
            "has format version 3, but this qopt reads version 2: calibrate again");
}

// Would catch a writer that leaves half a file behind, or hides that it failed.
TEST(StatisticsFileTest, FilesRoundTripAndErrorsAreReported) {
  llvm::SmallString<128> path;
  ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("qopt", "stats", path));
  llvm::FileRemover remover(path);
  ASSERT_FALSE(static_cast<bool>(writeStatisticsFile(path, example())));
  llvm::Expected<CalibrationStatistics> read = readStatisticsFile(path);
  ASSERT_TRUE(static_cast<bool>(read));
  EXPECT_EQ(serializeStatistics(*read), serializeStatistics(example()));

  llvm::Error error = writeStatisticsFile("/nonexistent-folder/x.stats", example());
  EXPECT_TRUE(static_cast<bool>(error));
  llvm::consumeError(std::move(error));
  llvm::Expected<CalibrationStatistics> missing = readStatisticsFile("/nonexistent-folder/x.stats");
  ASSERT_FALSE(static_cast<bool>(missing));
  EXPECT_EQ(llvm::toString(missing.takeError()), "cannot be read: No such file or directory");
}
