#include "qopt/Support/Samples.h"

#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt;

namespace {

class SamplesTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::createTemporaryFile("qopt", "npz", path));
    remover.setFile(path);
  }

  /// Writes array `name` of float values 0, 1, 2, … with `shape`.
  void add(StringRef name, std::vector<int64_t> shape) {
    std::vector<float> values(numElements(shape));
    for (size_t i = 0; i < values.size(); ++i)
      values[i] = static_cast<float>(i);
    add(name, NpyType::Float32, std::move(shape), values.data(), values.size() * sizeof(float));
  }

  void add(StringRef name, NpyType type, std::vector<int64_t> shape, const void *data,
           size_t size) {
    const char *bytes = static_cast<const char *>(data);
    arrays.push_back({name.str(), type, std::move(shape), {bytes, bytes + size}});
  }

  NamedTensorType floatTensor(StringRef name, ArrayRef<int64_t> shape) {
    return {name.str(), RankedTensorType::get(shape, Float32Type::get(&context))};
  }

  llvm::Expected<SampleReader> open(ArrayRef<NamedTensorType> tensors) {
    std::vector<NpzEntry> entries;
    for (const Array &array : arrays)
      entries.push_back({array.name, array.type, array.shape, array.bytes});
    if (llvm::Error error = writeNpz(path, entries))
      return std::move(error);
    return SampleReader::open(path, tensors);
  }

  /// The message of the error that `open` gives, without the path.
  std::string errorOf(ArrayRef<NamedTensorType> tensors) {
    llvm::Expected<SampleReader> reader = open(tensors);
    if (reader)
      return "no error";
    std::string message = llvm::toString(reader.takeError());
    EXPECT_TRUE(StringRef(message).starts_with(path.str().str() + ": ")) << message;
    return message.substr(path.size() + 2);
  }

  struct Array {
    std::string name;
    NpyType type;
    std::vector<int64_t> shape;
    std::vector<char> bytes;
  };

  MLIRContext context;
  llvm::SmallString<128> path;
  llvm::FileRemover remover;
  std::vector<Array> arrays;
};

} // namespace

// Would catch samples cut at the wrong place, and any of the accepted spellings
// of the shape refused.
TEST_F(SamplesTest, LeadingUnitDimensionsMayBeAbsent) {
  for (std::vector<int64_t> shape :
       std::vector<std::vector<int64_t>>{{3, 1, 1, 2, 4}, {3, 1, 2, 4}, {3, 2, 4}}) {
    arrays.clear();
    add("x", shape);
    llvm::Expected<SampleReader> reader = open({floatTensor("x", {1, 1, 2, 4})});
    ASSERT_TRUE(static_cast<bool>(reader)) << llvm::toString(reader.takeError());
    ASSERT_EQ(reader->size(), 3);
    for (int64_t index : {0, 1, 2, 1}) {
      llvm::Expected<SmallVector<Tensor>> sample = reader->read(index);
      ASSERT_TRUE(static_cast<bool>(sample));
      ASSERT_EQ(sample->size(), 1u);
      EXPECT_EQ(sample->front().getShape(), ArrayRef<int64_t>({1, 1, 2, 4}));
      EXPECT_EQ(sample->front().as<float>().front(), 8.0f * index);
      EXPECT_EQ(sample->front().as<float>().back(), 8.0f * index + 7);
    }
  }
}

// Would catch tensors in the order of the file rather than of the model, and
// arrays for others (labels, say) that get in the way.
TEST_F(SamplesTest, OrderIsThatOfTheModel) {
  const int64_t ids[] = {7, 8};
  add("label", {2, 5});
  add("image", {2, 3});
  add("ids", NpyType::Int64, {2}, ids, sizeof(ids));
  llvm::Expected<SampleReader> reader =
      open({{"ids", RankedTensorType::get({1}, IntegerType::get(&context, 64))},
            floatTensor("image", {3})});
  ASSERT_TRUE(static_cast<bool>(reader)) << llvm::toString(reader.takeError());
  llvm::Expected<SmallVector<Tensor>> sample = reader->read(1);
  ASSERT_TRUE(static_cast<bool>(sample));
  EXPECT_EQ((*sample)[0].as<int64_t>()[0], 8);
  EXPECT_EQ((*sample)[1].as<float>()[0], 3);
}

// The user must learn what the file has, what the model wants, and what to do.
TEST_F(SamplesTest, SaysWhatDoesNotFit) {
  const NamedTensorType image = floatTensor("image", {1, 3, 4, 4});
  EXPECT_EQ(errorOf({image}), "no array 'image': the file has no arrays, the model wants 'image'");
  const uint8_t bytes[2 * 4] = {};
  const double doubles[2] = {};
  add("bytes", NpyType::UInt8, {2, 4}, bytes, sizeof(bytes));
  add("doubles", NpyType::Float64, {2}, doubles, sizeof(doubles));
  add("small", {2, 3, 4, 2});
  add("scalar", {});
  add("empty", {0, 3, 4, 4});
  add("five", {5, 2});
  add("two", {2, 2});
  EXPECT_EQ(errorOf({image}),
            "no array 'image': the file has 'bytes', 'doubles', 'small', 'scalar', 'empty', "
            "'five', 'two', the model wants 'image'");
  EXPECT_EQ(errorOf({floatTensor("bytes", {1, 4})}),
            "array 'bytes' is uint8, but the model takes float32: scale and normalize the bytes "
            "as the model was trained, then store float32");
  EXPECT_EQ(errorOf({floatTensor("doubles", {1})}),
            "array 'doubles' is float64, but the model takes float32: convert it with astype()");
  EXPECT_EQ(errorOf({floatTensor("small", {1, 3, 4, 4})}),
            "array 'small' has shape [2 x 3 x 4 x 2], but the model takes [N x 3 x 4 x 4], N the "
            "number of samples");
  EXPECT_EQ(errorOf({floatTensor("scalar", {})}),
            "array 'scalar' has shape [], but the model takes [N], N the number of samples");
  EXPECT_EQ(errorOf({floatTensor("empty", {1, 3, 4, 4})}), "array 'empty' holds no samples");
  EXPECT_EQ(errorOf({floatTensor("five", {2}), floatTensor("two", {1, 2})}),
            "array 'two' holds 2 samples, but 'five' holds 5");
}

// Would catch a dimension of the sample mistaken for the count of samples: one
// image without its leading axis is no batch of rows.
TEST_F(SamplesTest, OneSampleNeedsItsLeadingAxis) {
  add("image", {28, 28});
  EXPECT_EQ(errorOf({floatTensor("image", {1, 1, 28, 28})}),
            "array 'image' has shape [28 x 28], but the model takes [N x 1 x 28 x 28], N the "
            "number of samples");
}
