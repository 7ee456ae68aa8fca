#include "qopt/Calibrate/StatisticsFile.h"

#include "qopt/Support/OutputFile.h"
#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/DataExtractor.h"
#include "llvm/Support/EndianStream.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/xxhash.h"

using namespace qopt;

static constexpr llvm::StringLiteral magic = "QOPTSTAT";
static constexpr uint32_t currentVersion = 2;
static constexpr size_t headerSize = 8 + 4 + 4 + 16;
static constexpr size_t checksumSize = 8;

namespace qopt {

/// Appends the fields of sites, little-endian, to a string.
class StatisticsWriter {
public:
  explicit StatisticsWriter(llvm::raw_ostream &os) : out(os, llvm::endianness::little) {}

  void write(const CalibrationStatistics &statistics);

private:
  void write(const SiteStatistics &statistics);
  void write(const Histogram &histogram);
  void write(const ExactSum &sum) { out.write(sum.getLimbs()); }

  llvm::support::endian::Writer out;
};

/// Reads them back. After the first problem all reads give zeros, and `error`
/// tells what was wrong.
class StatisticsReader {
public:
  explicit StatisticsReader(llvm::StringRef bytes)
      : data(bytes, /*IsLittleEndian=*/true, /*AddressSize=*/8), cursor(0) {}

  llvm::Expected<CalibrationStatistics> read();

private:
  llvm::Expected<SiteStatistics> readSite();
  llvm::Error readHistogram(SiteStatistics &statistics);
  ExactSum readSum();

  llvm::DataExtractor data;
  llvm::DataExtractor::Cursor cursor;
};

} // namespace qopt

//===----------------------------------------------------------------------===//
// Writing
//===----------------------------------------------------------------------===//

void StatisticsWriter::write(const CalibrationStatistics &statistics) {
  out.OS << magic;
  out.write<uint32_t>(currentVersion);
  out.write<uint32_t>(statistics.getSites().size());
  out.write<uint8_t>(llvm::ArrayRef<uint8_t>(statistics.getFingerprint()));
  for (const SiteStatistics &site : statistics.getSites())
    write(site);
}

void StatisticsWriter::write(const SiteStatistics &statistics) {
  const Site &site = statistics.getSite();
  out.write<uint32_t>(site.name.size());
  out.OS << site.name;
  out.write<uint32_t>(static_cast<uint32_t>(site.kind));
  out.write<uint64_t>(site.numChannels);
  out.write<uint64_t>(statistics.numSamples);
  out.write<uint64_t>(statistics.numValues);
  out.write<float>(statistics.min);
  out.write<float>(statistics.max);
  write(statistics.sumOfMinima);
  write(statistics.sumOfMaxima);
  if (statistics.hasHistogram()) {
    out.write<uint64_t>(statistics.numZeros);
    write(statistics.histogram);
  }
  for (const ExactSum &sum : statistics.channelSums)
    write(sum);
  out.write<float>(llvm::ArrayRef<float>(statistics.channelMinima));
  out.write<float>(llvm::ArrayRef<float>(statistics.channelMaxima));
}

void StatisticsWriter::write(const Histogram &histogram) {
  out.write<int32_t>(histogram.getExponent());
  out.write<int32_t>(histogram.getFirstBin());
  out.write<int32_t>(histogram.getLastBin());
  for (int64_t bin = histogram.getFirstBin(); bin <= histogram.getLastBin(); ++bin)
    out.write<uint64_t>(histogram.getCount(bin));
}

static uint64_t checksumOf(llvm::StringRef bytes) { return llvm::xxh3_64bits(bytes); }

std::string qopt::serializeStatistics(const CalibrationStatistics &statistics) {
  std::string bytes;
  llvm::raw_string_ostream os(bytes);
  StatisticsWriter(os).write(statistics);
  const uint64_t checksum = checksumOf(bytes);
  llvm::support::endian::write<uint64_t>(os, checksum, llvm::endianness::little);
  return bytes;
}

llvm::Error qopt::writeStatisticsFile(llvm::StringRef path,
                                      const CalibrationStatistics &statistics) {
  return writeOutputFile(path, serializeStatistics(statistics));
}

//===----------------------------------------------------------------------===//
// Reading
//===----------------------------------------------------------------------===//

static llvm::Error damaged(const llvm::Twine &what) {
  return llvm::createStringError("is damaged (" + what +
                                 "): write it again with 'qopt-calibrate --stats='");
}

ExactSum StatisticsReader::readSum() {
  std::array<uint64_t, ExactSum::numLimbs> limbs;
  for (uint64_t &limb : limbs)
    limb = data.getU64(cursor);
  return ExactSum(limbs);
}

llvm::Error StatisticsReader::readHistogram(SiteStatistics &statistics) {
  statistics.numZeros = data.getU64(cursor);
  const auto exponent = static_cast<int32_t>(data.getU32(cursor));
  const auto first = static_cast<int32_t>(data.getU32(cursor));
  const auto last = static_cast<int32_t>(data.getU32(cursor));
  // The window follows from the extreme values; anything else was not written
  // by us, and could not be merged.
  Histogram &histogram = statistics.histogram;
  histogram.cover(statistics.min, statistics.max);
  if (histogram.getExponent() != exponent || histogram.getFirstBin() != first ||
      histogram.getLastBin() != last)
    return damaged("histogram of site '" + statistics.site.name + "' does not fit its range");
  uint64_t total = statistics.numZeros;
  for (int64_t bin = first; bin <= last; ++bin) {
    const uint64_t count = data.getU64(cursor);
    histogram.setCount(bin, count);
    total += count;
    if (total < count)
      return damaged("counts of site '" + statistics.site.name + "' overflow");
  }
  if (total != statistics.numValues)
    return damaged("counts of site '" + statistics.site.name + "' do not add up");
  return llvm::Error::success();
}

llvm::Expected<SiteStatistics> StatisticsReader::readSite() {
  Site site;
  const uint32_t nameLength = data.getU32(cursor);
  site.name = data.getBytes(cursor, nameLength).str();
  const uint32_t kind = data.getU32(cursor);
  const uint64_t numChannels = data.getU64(cursor);
  const uint64_t bytesOfSums = sizeof(uint64_t) * ExactSum::numLimbs;
  // Also keeps a nonsensical number from being allocated.
  if (!cursor || site.name.empty() || kind > static_cast<uint32_t>(SiteKind::MeanOnly) ||
      numChannels == 0 || numChannels > data.size() / bytesOfSums)
    return damaged("bad description of a site");
  site.kind = static_cast<SiteKind>(kind);
  site.numChannels = numChannels;

  SiteStatistics statistics(std::move(site));
  statistics.numSamples = data.getU64(cursor);
  statistics.numValues = data.getU64(cursor);
  statistics.min = llvm::bit_cast<float>(data.getU32(cursor));
  statistics.max = llvm::bit_cast<float>(data.getU32(cursor));
  if (!(std::isfinite(statistics.min) && std::isfinite(statistics.max) &&
        statistics.min <= statistics.max))
    return damaged("bad range of site '" + statistics.site.name + "'");
  if (statistics.numSamples > statistics.numValues || statistics.numValues % numChannels != 0 ||
      (statistics.numSamples == 0 && statistics.numValues != 0))
    return damaged("bad counts of site '" + statistics.site.name + "'");
  statistics.sumOfMinima = readSum();
  statistics.sumOfMaxima = readSum();
  // In float, where the rounding of the mean's last bit does not show.
  const auto meanOfMinima = static_cast<float>(statistics.getMeanOfMinima());
  const auto meanOfMaxima = static_cast<float>(statistics.getMeanOfMaxima());
  if (statistics.numSamples != 0 &&
      !(statistics.min <= meanOfMinima &&
        statistics.getMeanOfMinima() <= statistics.getMeanOfMaxima() &&
        meanOfMaxima <= statistics.max))
    return damaged("bad mean range of site '" + statistics.site.name + "'");
  if (statistics.hasHistogram())
    if (llvm::Error error = readHistogram(statistics))
      return std::move(error);
  for (ExactSum &sum : statistics.channelSums)
    sum = readSum();
  for (std::vector<float> *extremes : {&statistics.channelMinima, &statistics.channelMaxima})
    for (float &value : *extremes) {
      value = llvm::bit_cast<float>(data.getU32(cursor));
      if (cursor && !(statistics.min <= value && value <= statistics.max))
        return damaged("bad channels of site '" + statistics.site.name + "'");
    }
  return statistics;
}

llvm::Expected<CalibrationStatistics> StatisticsReader::read() {
  // The cursor's error says no more than `damaged` does.
  auto discard = llvm::scope_exit([&] { llvm::consumeError(cursor.takeError()); });
  data.skip(cursor, magic.size() + sizeof(uint32_t));
  const uint32_t numSites = data.getU32(cursor);
  Fingerprint fingerprint;
  data.getU8(cursor, fingerprint.data(), fingerprint.size());

  std::vector<SiteStatistics> sites;
  llvm::StringSet<> names;
  for (uint32_t i = 0; i < numSites; ++i) {
    llvm::Expected<SiteStatistics> site = readSite();
    if (!site)
      return site.takeError();
    if (!cursor)
      return damaged("it ends within site '" + site->getSite().name + "'");
    if (!names.insert(site->getSite().name).second)
      return damaged("site '" + site->getSite().name + "' twice");
    sites.push_back(std::move(*site));
  }
  if (cursor.tell() != data.size())
    return damaged("bytes after the last site");
  return CalibrationStatistics(fingerprint, std::move(sites));
}

llvm::Expected<CalibrationStatistics> qopt::parseStatistics(llvm::StringRef bytes) {
  if (!bytes.starts_with(magic))
    return llvm::createStringError("is not a statistics file of qopt-calibrate");
  if (bytes.size() < headerSize + checksumSize)
    return damaged("truncated in its header");
  const uint32_t version = llvm::support::endian::read32le(bytes.data() + magic.size());
  if (version != currentVersion)
    return llvm::createStringError("has format version " + llvm::Twine(version) +
                                   ", but this qopt reads version " + llvm::Twine(currentVersion) +
                                   ": calibrate again");
  const llvm::StringRef body = bytes.drop_back(checksumSize);
  if (llvm::support::endian::read64le(body.end()) != checksumOf(body))
    return damaged("truncated or changed: its checksum does not match");
  return StatisticsReader(body).read();
}

llvm::Expected<CalibrationStatistics> qopt::readStatisticsFile(llvm::StringRef path) {
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> buffer =
      llvm::MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return llvm::createStringError(buffer.getError(),
                                   "cannot be read: " + buffer.getError().message());
  return parseStatistics((*buffer)->getBuffer());
}
