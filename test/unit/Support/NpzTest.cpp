#include "qopt/Support/Npz.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <cmath>
#include <cstring>
#include <numeric>
#include <zip.h>

using namespace qopt;
using namespace llvm;

namespace {
/// A test with a folder of its own.
class NpzTest : public testing::Test {
protected:
  void SetUp() override { ASSERT_FALSE(sys::fs::createUniqueDirectory("qopt-npz", folder)); }
  void TearDown() override { sys::fs::remove_directories(folder); }

  std::string path(StringRef name) const {
    SmallString<128> result(folder);
    sys::path::append(result, name);
    return std::string(result);
  }

  /// A .npy file from its header's text and data.
  static std::string npy(StringRef text, StringRef data, int version = 1) {
    std::string file("\x93NUMPY", 6);
    file += static_cast<char>(version);
    file += '\0';
    for (int byte = 0; byte < (version == 1 ? 2 : 4); ++byte)
      file += static_cast<char>(text.size() >> (8 * byte));
    return (file + text + data).str();
  }

  struct ZipMember {
    std::string name;
    std::string contents;
    bool compressed = false;
  };

  /// A zip archive as other tools write it.
  void writeZip(const std::string &file, ArrayRef<ZipMember> members) {
    int code;
    zip_t *archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    ASSERT_TRUE(archive);
    for (const ZipMember &member : members) {
      zip_source_t *source =
          zip_source_buffer(archive, member.contents.data(), member.contents.size(), 0);
      zip_int64_t index = zip_file_add(archive, member.name.c_str(), source, 0);
      ASSERT_GE(index, 0);
      zip_set_file_compression(archive, index, member.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                               0);
    }
    ASSERT_EQ(zip_close(archive), 0);
  }

  /// The message of the first error met in reading all arrays, "" if none.
  static std::string readAll(const std::string &file) {
    auto reader = NpzReader::open(file);
    if (!reader)
      return toString(reader.takeError());
    for (const NpyInfo &info : (*reader)->arrays()) {
      Expected<NpyArray> array = (*reader)->read(info.name);
      if (!array)
        return toString(array.takeError());
    }
    return "";
  }

  /// The message for an archive of one array "x".
  std::string messageFor(const std::string &contents) {
    std::string file = path("one.npz");
    writeZip(file, {{"x.npy", contents}});
    return readAll(file);
  }

  SmallString<128> folder;
};

template <typename T> ArrayRef<char> bytesOf(const std::vector<T> &values) {
  return {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(T)};
}
template <typename T> std::vector<T> valuesOf(ArrayRef<char> bytes) {
  std::vector<T> values(bytes.size() / sizeof(T));
  if (!bytes.empty())
    std::memcpy(values.data(), bytes.data(), bytes.size());
  return values;
}

std::string fileContents(const std::string &path) {
  auto buffer = MemoryBuffer::getFile(path);
  return buffer ? (*buffer)->getBuffer().str() : "";
}

constexpr StringLiteral float3x2 = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }";
} // namespace

// Every type keeps its name, its size and its bytes, scalars and empty arrays too.
TEST_F(NpzTest, WritesAndReadsEveryType) {
  std::vector<std::string> names;
  std::vector<std::vector<char>> data;
  std::vector<NpzEntry> entries;
  std::vector<std::vector<int64_t>> shapes = {{}, {0}, {5}, {2, 3}, {1, 2, 2, 2}, {3, 0, 2}};
  for (int type = 0; type <= int(NpyType::Float64); ++type)
    for (size_t shape = 0; shape < shapes.size(); ++shape) {
      names.push_back((npyTypeName(NpyType(type)) + "/" + Twine(shape)).str());
      data.emplace_back(numElements(shapes[shape]) * npyTypeBytes(NpyType(type)));
      std::iota(data.back().begin(), data.back().end(), char(type));
    }
  for (size_t i = 0; i < names.size(); ++i)
    entries.push_back({names[i], NpyType(i / shapes.size()), shapes[i % shapes.size()], data[i]});
  ASSERT_EQ(toString(writeNpz(path("all.npz"), entries)), "");

  auto reader = NpzReader::open(path("all.npz"));
  ASSERT_TRUE(bool(reader)) << toString(reader.takeError());
  ASSERT_EQ((*reader)->arrays().size(), entries.size());
  for (size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ((*reader)->arrays()[i].name, names[i]);
    Expected<NpyArray> array = (*reader)->read(names[i]);
    ASSERT_TRUE(bool(array)) << toString(array.takeError());
    EXPECT_EQ(array->type, entries[i].type);
    EXPECT_EQ(array->shape, shapes[i % shapes.size()]);
    EXPECT_EQ(array->bytes, data[i]);
  }
}

// The file that NumPy wrote is read, and what we write has NumPy's header.
TEST_F(NpzTest, AgreesWithNumPy) {
  auto reader = NpzReader::open(QOPT_SOURCE_DIR "/examples/simplecnn/calibration.npz");
  ASSERT_TRUE(bool(reader)) << toString(reader.takeError());
  ASSERT_FALSE((*reader)->arrays().empty());
  const NpyInfo &info = (*reader)->arrays().front();
  Expected<NpyArray> array = (*reader)->read(info.name);
  ASSERT_TRUE(bool(array)) << toString(array.takeError());
  EXPECT_GT(array->bytes.size(), 0u);

  std::vector<float> values = {1, 2, 3};
  ASSERT_EQ(toString(writeNpz(path("x.npz"), {{"x", NpyType::Float32, {3}, bytesOf(values)}})), "");
  std::string text = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }";
  EXPECT_NE(fileContents(path("x.npz")).find(text), std::string::npos);
}

// Rows in any order from stored and from compressed members: a stream that stands
// at the wrong row gives wrong values.
TEST_F(NpzTest, ReadsRowsInAnyOrder) {
  std::vector<int32_t> values(1000 * 7);
  std::iota(values.begin(), values.end(), 0);
  StringRef data(bytesOf(values).data(), bytesOf(values).size());
  std::string text = "{'descr': '<i4', 'fortran_order': False, 'shape': (1000, 7), }";
  for (bool compressed : {false, true}) {
    writeZip(path("rows.npz"),
             {{"a.npy", npy(text, data), compressed}, {"b.npy", npy(text, data), compressed}});
    auto reader = NpzReader::open(path("rows.npz"));
    ASSERT_TRUE(bool(reader)) << toString(reader.takeError());
    std::pair<int64_t, int64_t> ranges[] = {{0, 1},   {1, 5},    {6, 994}, {999, 1}, {3, 2},
                                            {500, 0}, {700, 10}, {710, 1}, {2, 998}, {0, 1000}};
    for (auto [first, count] : ranges)
      for (StringRef name : {"a", "b"}) { // two streams at once
        std::vector<int32_t> rows(count * 7, -1);
        MutableArrayRef<char> bytes(reinterpret_cast<char *>(rows.data()), rows.size() * 4);
        ASSERT_EQ(toString((*reader)->readRows(name, first, count, bytes)), "");
        for (int64_t i = 0; i < count * 7; ++i)
          ASSERT_EQ(rows[i], first * 7 + i) << first << " " << count;
      }
    std::vector<char> row(28);
    EXPECT_NE(toString((*reader)->readRows("a", 1000, 1, row)), "");
    EXPECT_NE(toString((*reader)->readRows("a", -1, 1, row)), "");
    EXPECT_NE(toString((*reader)->readRows("a", 0, 2, row)), "");
  }
}

// Column-major arrays come out row-major, by rows as well.
TEST_F(NpzTest, ReordersFortranArrays) {
  std::vector<int16_t> stored(2 * 3 * 4);
  std::iota(stored.begin(), stored.end(), 0);
  StringRef data(bytesOf(stored).data(), bytesOf(stored).size());
  std::string text = "{'descr': '<i2', 'fortran_order': True, 'shape': (2, 3, 4), }";
  writeZip(path("f.npz"), {{"x.npy", npy(text, data), true}});
  auto reader = NpzReader::open(path("f.npz"));
  ASSERT_TRUE(bool(reader)) << toString(reader.takeError());
  Expected<NpyArray> array = (*reader)->read("x");
  ASSERT_TRUE(bool(array)) << toString(array.takeError());
  std::vector<int16_t> values = valuesOf<int16_t>(array->bytes);
  for (int i = 0; i < 2; ++i)
    for (int j = 0; j < 3; ++j)
      for (int k = 0; k < 4; ++k)
        EXPECT_EQ(values[(i * 3 + j) * 4 + k], i + 2 * j + 6 * k);
  std::vector<char> row(24);
  ASSERT_EQ(toString((*reader)->readRows("x", 1, 1, row)), "");
  EXPECT_EQ(std::memcmp(row.data(), array->bytes.data() + 24, 24), 0);
}

// float16 becomes float32 for every bit pattern; the reference decodes by powers.
TEST_F(NpzTest, WidensFloat16) {
  std::vector<uint16_t> halves(65536);
  std::iota(halves.begin(), halves.end(), 0);
  StringRef data(bytesOf(halves).data(), bytesOf(halves).size());
  writeZip(path("h.npz"),
           {{"x.npy", npy("{'descr':'<f2','fortran_order':False,'shape':(65536,)}", data)}});
  auto reader = NpzReader::open(path("h.npz"));
  ASSERT_TRUE(bool(reader)) << toString(reader.takeError());
  Expected<NpyArray> array = (*reader)->read("x");
  ASSERT_TRUE(bool(array)) << toString(array.takeError());
  ASSERT_EQ(array->type, NpyType::Float32);
  std::vector<float> values = valuesOf<float>(array->bytes);
  for (uint32_t half = 0; half < 65536; ++half) {
    int exponent = half >> 10 & 31, fraction = half & 1023;
    double expected = exponent == 31 ? (fraction ? NAN : HUGE_VAL)
                      : exponent     ? (1 + fraction / 1024.0) * std::pow(2.0, exponent - 15)
                                     : fraction / 1024.0 * std::pow(2.0, -14);
    if (std::isnan(expected))
      EXPECT_TRUE(std::isnan(values[half]));
    else
      EXPECT_EQ(values[half], half & 0x8000 ? -expected : expected);
  }
}

// Headers in every form that writers of .npy files produce.
TEST_F(NpzTest, UnderstandsHeaderVariants) {
  std::string data(24, '\0');
  EXPECT_EQ(messageFor(npy(float3x2, data, 1)), "");
  EXPECT_EQ(messageFor(npy(float3x2, data, 2)), "");
  EXPECT_EQ(messageFor(npy(float3x2, data, 3)), "");
  EXPECT_EQ(messageFor(npy("{\"shape\": (3L, 2L), 'fortran_order': True, 'descr': '=f4'}\n", data)),
            "");
  EXPECT_EQ(messageFor(npy("  {'descr':'f8','fortran_order':False,'shape':(3)}   \n", data)), "");
}

// One clear message per kind of broken file, with file and array.
TEST_F(NpzTest, RefusesBrokenFiles) {
  EXPECT_NE(readAll(path("none.npz")).find("none.npz: No such file or directory"),
            std::string::npos);
  EXPECT_NE(readAll(std::string(folder)).find("is a directory"), std::string::npos);
  {
    std::error_code code;
    raw_fd_ostream(path("text.npz"), code) << "no archive";
  }
  EXPECT_NE(readAll(path("text.npz")).find("text.npz: not a readable .npz file"),
            std::string::npos);

  std::string data(24, '\0');
  std::pair<std::string, std::string> cases[] = {
      {"", "not a .npy file"},
      {"\x93NUMPX.......", "not a .npy file"},
      {npy(float3x2, data, 4), "version 4"},
      {npy(float3x2, data).substr(0, 30), "its length does not fit the file"},
      {npy(float3x2, data, 2).substr(0, 11), "the file ends in it"},
      {npy(float3x2, data.substr(1)), "its shape asks for 24 bytes, the file has 23"},
      {npy(float3x2, data + "x"), "its shape asks for 24 bytes, the file has 25"},
      {npy("{'descr': '>f4', 'fortran_order': False, 'shape': (3, 2), }", data), "big-endian"},
      {npy("{'descr': '|O', 'fortran_order': False, 'shape': (3,), }", data), "Python objects"},
      {npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (6,), }", data),
       "structured arrays"},
      {npy("{'descr': '<c8', 'fortran_order': False, 'shape': (3,), }", data),
       "element type '<c8'"},
      {npy("{'descr': '<f4', 'fortran_order': 0, 'shape': (3, 2), }", data), "True or False"},
      {npy("{'descr': '<f4', 'fortran_order': False, 'shape': (-3, 2), }", data),
       "a size in 'shape'"},
      {npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2}", data), "',' or ')'"},
      {npy("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4294967296, 4294967296)}", ""),
       "too large"},
      {npy("{'descr': '<f4', 'shape': (3, 2), }", data), "a key is missing"},
      {npy("{'descr': '<f4', 'descr': '<f4', 'shape': (3, 2), }", data), "unexpected key 'descr'"},
      {npy("{'descr': '<f4', 'order': 'C', 'shape': (3, 2), }", data), "unexpected key 'order'"},
      {npy("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), } x", data), "behind '}'"},
      {npy("'descr'", data), "expected '{'"},
      {npy("", data), "its length does not fit the file"},
  };
  for (const auto &[contents, reason] : cases) {
    std::string message = messageFor(contents);
    EXPECT_NE(message.find("one.npz: array 'x': "), std::string::npos) << message;
    EXPECT_NE(message.find(reason), std::string::npos) << message << "; expected " << reason;
  }
}

// A flipped bit in the data breaks the checksum, in the last byte as in the first.
TEST_F(NpzTest, ChecksTheChecksum) {
  std::string npyFile = npy(float3x2, "0123456789abcdefghijklmn");
  writeZip(path("x.npz"), {{"x.npy", npyFile}});
  std::string contents = fileContents(path("x.npz"));
  for (char byte : {'0', 'n'}) {
    std::string damaged = contents;
    damaged[contents.find("0123456789") + (byte == '0' ? 0 : 23)] ^= 1;
    {
      std::error_code code;
      raw_fd_ostream(path("damaged.npz"), code) << damaged;
    }
    EXPECT_NE(readAll(path("damaged.npz")).find("array 'x': damaged data"), std::string::npos);
  }
}

// Whatever the bytes: an error or arrays, never a crash or a huge allocation.
TEST_F(NpzTest, SurvivesMutations) {
  std::vector<float> values(300, 1.5f);
  StringRef data(bytesOf(values).data(), 1200);
  writeZip(path("x.npz"),
           {{"a.npy", npy("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 100), }", data)},
            {"b.npy", npy("{'descr': '<f2', 'fortran_order': False, 'shape': (6, 100), }", data, 2),
             true}});
  std::string original = fileContents(path("x.npz"));
  uint64_t state = 20240611;
  auto random = [&state](uint64_t bound) { // Knuth's linear congruential generator
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % bound;
  };
  int errors = 0;
  for (int round = 0; round < 600; ++round) {
    std::string mutated = original;
    for (uint64_t count = 1 + random(4); count > 0; --count) {
      // Headers are short; half of the changes go there.
      size_t place = random(2) ? random(mutated.size())
                               : (random(2) ? random(140) : mutated.size() - 1 - random(140));
      switch (random(4)) {
      case 0:
        mutated[place] ^= char(1 << random(8));
        break;
      case 1:
        mutated[place] = char(random(2) ? 0xff : random(256));
        break;
      case 2:
        mutated.erase(place, 1 + random(8));
        break;
      default:
        mutated.insert(place, 1 + random(4), char(random(256)));
      }
    }
    if (random(8) == 0)
      mutated.resize(random(mutated.size()));
    {
      std::error_code code;
      raw_fd_ostream(path("mutated.npz"), code) << mutated;
    }
    std::string message = readAll(path("mutated.npz"));
    errors += !message.empty();
    if (!message.empty()) {
      EXPECT_NE(message.find("mutated.npz: "), std::string::npos) << message;
    }
  }
  EXPECT_GT(errors, 300);
}

// Equal arrays, equal bytes; a failed write leaves the old file and no rubbish.
TEST_F(NpzTest, WritesTheSameBytesOrNothing) {
  std::vector<float> values = {1, 2, 3};
  std::vector<int64_t> three = {3}, four = {4};
  NpzEntry entry{"x", NpyType::Float32, three, bytesOf(values)};
  ASSERT_EQ(toString(writeNpz(path("a.npz"), {entry})), "");
  ASSERT_EQ(toString(writeNpz(path("b.npz"), {entry})), "");
  std::string contents = fileContents(path("a.npz"));
  EXPECT_EQ(contents, fileContents(path("b.npz")));
  EXPECT_EQ(contents.substr(10, 4), StringRef("\0\0\x21\0", 4)); // 1 January 1980

  NpzEntry wrong{"y", NpyType::Float32, four, bytesOf(values)};
  EXPECT_NE(toString(writeNpz(path("a.npz"), {entry, wrong})).find("array 'y': its shape asks"),
            std::string::npos);
  EXPECT_NE(toString(writeNpz(path("a.npz"), {entry, entry})).find("twice"), std::string::npos);
  EXPECT_EQ(fileContents(path("a.npz")), contents);
  EXPECT_NE(toString(writeNpz(path("no/a.npz"), {entry})).find("cannot write"), std::string::npos);
  std::error_code code;
  int files = 0;
  for (sys::fs::directory_iterator it(folder, code), end; it != end; it.increment(code))
    ++files;
  EXPECT_EQ(files, 2);

  ASSERT_EQ(toString(writeNpz(path("empty.npz"), {})), "");
  EXPECT_EQ(readAll(path("empty.npz")), "");
}
