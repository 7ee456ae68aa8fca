// A model is a file from anywhere. Damaged copies of good ones must give a module
// that verifies, or one error: never a crash, a hang or silence.

#include "qopt/Import/OnnxImporter.h"

#include "mlir/IR/Verifier.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>
#include <onnx/onnx_pb.h>

#include <random>

using namespace qopt;

namespace {

using Generator = std::mt19937;

size_t pick(Generator &rng, size_t count) {
  return std::uniform_int_distribution<size_t>(0, count - 1)(rng);
}

/// Imports `bytes`; true if the outcome is one of the two that are allowed.
::testing::AssertionResult importsCleanly(llvm::StringRef bytes) {
  mlir::MLIRContext context(mlir::MLIRContext::Threading::DISABLED);
  std::vector<std::string> errors;
  context.getDiagEngine().registerHandler([&](mlir::Diagnostic &diagnostic) {
    if (diagnostic.getSeverity() == mlir::DiagnosticSeverity::Error)
      errors.push_back(diagnostic.str());
  });
  auto module = importOnnx(llvm::MemoryBufferRef(bytes, "no/such/folder/model.onnx"), context);
  if (module) {
    if (!errors.empty())
      return ::testing::AssertionFailure() << "imported, but: " << errors.front();
    if (failed(mlir::verify(*module)))
      return ::testing::AssertionFailure() << "the module does not verify";
    return ::testing::AssertionSuccess();
  }
  if (errors.size() != 1 || errors.front().empty())
    return ::testing::AssertionFailure() << errors.size() << " errors";
  // Of ours, not of an operation's verifier: those speak of what we emitted.
  if (llvm::StringRef(errors.front()).starts_with("'tosa.") ||
      llvm::StringRef(errors.front()).starts_with("'linalg."))
    return ::testing::AssertionFailure() << errors.front();
  return ::testing::AssertionSuccess();
}

/// The models of the lit tests, cut out of their files.
std::vector<std::string> readTextModels() {
  std::vector<std::string> models;
  std::error_code error;
  for (llvm::sys::fs::directory_iterator it(QOPT_IMPORT_TESTS, error), end; it != end && !error;
       it.increment(error)) {
    auto file = llvm::MemoryBuffer::getFile(it->path());
    if (!file)
      continue;
    llvm::SmallVector<llvm::StringRef> parts;
    (*file)->getBuffer().split(parts, "#--- ");
    for (llvm::StringRef part : llvm::drop_begin(parts)) {
      onnx::ModelProto model;
      // Some of the tests are no models on purpose.
      google::protobuf::TextFormat::Parser parser;
      struct : google::protobuf::io::ErrorCollector {
        void AddError(int, int, const std::string &) override {}
      } silent;
      parser.RecordErrorsTo(&silent);
      if (parser.ParseFromString(part.split('\n').second.str(), &model))
        models.push_back(model.SerializeAsString());
    }
  }
  llvm::sort(models); // Folders have no order.
  return models;
}

std::string readExample(llvm::StringRef name) {
  auto file = llvm::MemoryBuffer::getFile(QOPT_EXAMPLES "/simplecnn/" + name);
  return file ? (*file)->getBuffer().str() : std::string();
}

/// Changes, inserts, removes or repeats bytes. Structure is at the start of a
/// model, weights behind: half of the damage is done in the first kilobytes.
std::string damageBytes(std::string bytes, Generator &rng) {
  for (size_t count = 1 + pick(rng, 4); count > 0 && !bytes.empty(); --count) {
    size_t limit = pick(rng, 2) ? bytes.size() : std::min<size_t>(bytes.size(), 4096);
    size_t at = pick(rng, limit);
    static constexpr char special[] = {0, 1, 2, 7, 0x7f, char(0x80), char(0xff)};
    switch (pick(rng, 6)) {
    case 0:
      bytes[at] ^= 1 << pick(rng, 8);
      break;
    case 1:
      bytes[at] = special[pick(rng, std::size(special))];
      break;
    case 2:
      bytes[at] = static_cast<char>(pick(rng, 256));
      break;
    case 3:
      bytes.insert(at, 1 + pick(rng, 3), special[pick(rng, std::size(special))]);
      break;
    case 4:
      bytes.erase(at, 1 + pick(rng, 8));
      break;
    default:
      if (pick(rng, 8) == 0)
        bytes.resize(at);
      else
        bytes.insert(at, bytes.substr(pick(rng, bytes.size()), pick(rng, 32)));
    }
  }
  return bytes;
}

/// All fields of a kind, anywhere in a message.
void collectMessages(google::protobuf::Message &message,
                     std::vector<google::protobuf::Message *> &messages) {
  messages.push_back(&message);
  const google::protobuf::Reflection &reflection = *message.GetReflection();
  std::vector<const google::protobuf::FieldDescriptor *> fields;
  reflection.ListFields(message, &fields);
  for (const auto *field : fields) {
    if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE)
      continue;
    if (!field->is_repeated()) {
      collectMessages(*reflection.MutableMessage(&message, field), messages);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i)
      collectMessages(*reflection.MutableRepeatedMessage(&message, field, i), messages);
  }
}

int64_t pickInteger(Generator &rng) {
  static constexpr int64_t special[] = {0,  1,  2,   3,         4,         5,
                                        -1, -2, 100, INT32_MAX, INT64_MAX, INT64_MIN};
  return special[pick(rng, std::size(special))];
}

/// Changes one field: damage that byte errors seldom do, because the file still
/// parses.
void damageField(google::protobuf::Message &message, Generator &rng) {
  using Field = google::protobuf::FieldDescriptor;
  const google::protobuf::Reflection &reflection = *message.GetReflection();
  std::vector<const Field *> fields;
  reflection.ListFields(message, &fields);
  if (fields.empty())
    return;
  const Field *field = fields[pick(rng, fields.size())];
  if (pick(rng, 6) == 0)
    return reflection.ClearField(&message, field);
  int size = field->is_repeated() ? reflection.FieldSize(message, field) : 0;
  if (field->is_repeated() && pick(rng, 3) == 0)
    return reflection.RemoveLast(&message, field);
  if (field->is_repeated() && pick(rng, 3) == 0)
    return reflection.SwapElements(&message, field, pick(rng, size), pick(rng, size));
  int64_t integer = pickInteger(rng);
  static const char *const strings[] = {"", "x", "y", "w", "\xff", "SAME_UPPER", "axes", "Conv"};
  std::string string = strings[pick(rng, std::size(strings))];
  float number = pick(rng, 2) ? std::nanf("") : -1e30f;
  int index = size > 0 ? pick(rng, size) : 0;
  switch (field->cpp_type()) {
  case Field::CPPTYPE_INT64:
    return field->is_repeated() ? reflection.SetRepeatedInt64(&message, field, index, integer)
                                : reflection.SetInt64(&message, field, integer);
  case Field::CPPTYPE_INT32:
    return field->is_repeated() ? reflection.SetRepeatedInt32(&message, field, index, integer)
                                : reflection.SetInt32(&message, field, integer);
  case Field::CPPTYPE_FLOAT:
    return field->is_repeated() ? reflection.SetRepeatedFloat(&message, field, index, number)
                                : reflection.SetFloat(&message, field, number);
  case Field::CPPTYPE_STRING:
    return field->is_repeated() ? reflection.SetRepeatedString(&message, field, index, string)
                                : reflection.SetString(&message, field, string);
  default:
    return;
  }
}

std::string damageModel(const std::string &bytes, Generator &rng) {
  onnx::ModelProto model;
  model.ParseFromString(bytes);
  for (size_t count = 1 + pick(rng, 3); count > 0; --count) {
    std::vector<google::protobuf::Message *> messages;
    collectMessages(model, messages);
    damageField(*messages[pick(rng, messages.size())], rng);
  }
  return model.SerializeAsString();
}

TEST(MutationTest, DamagedBytesOfExamples) {
  for (llvm::StringRef name : {"simplecnn.onnx", "simplecnn-qat.onnx"}) {
    std::string original = readExample(name);
    ASSERT_TRUE(importsCleanly(original)) << name.str();
    for (unsigned seed = 0; seed < 500; ++seed) {
      Generator rng(seed);
      ASSERT_TRUE(importsCleanly(damageBytes(original, rng))) << name.str() << ", seed " << seed;
    }
  }
}

TEST(MutationTest, DamagedFieldsOfExamples) {
  for (llvm::StringRef name : {"simplecnn.onnx", "simplecnn-qat.onnx"}) {
    std::string original = readExample(name);
    for (unsigned seed = 0; seed < 500; ++seed) {
      Generator rng(seed);
      ASSERT_TRUE(importsCleanly(damageModel(original, rng))) << name.str() << ", seed " << seed;
    }
  }
}

// Every operator: each model of test/Import, damaged in several ways.
TEST(MutationTest, DamagedModelsOfEveryOperator) {
  std::vector<std::string> models = readTextModels();
  ASSERT_GT(models.size(), 100u);
  for (auto [index, original] : llvm::enumerate(models)) {
    ASSERT_TRUE(importsCleanly(original)) << "model " << index;
    for (unsigned seed = 0; seed < 12; ++seed) {
      Generator rng(seed);
      ASSERT_TRUE(importsCleanly(damageModel(original, rng)))
          << "model " << index << ", seed " << seed;
      ASSERT_TRUE(importsCleanly(damageBytes(original, rng)))
          << "model " << index << ", seed " << seed;
    }
  }
}

// Which operands an operator needs depends on its version: each one, and all from each one
// on, are left out.
TEST(MutationTest, OperandsLeftOut) {
  for (auto [index, bytes] : llvm::enumerate(readTextModels())) {
    onnx::ModelProto model;
    model.ParseFromString(bytes);
    for (int node = 0; node < model.graph().node_size(); ++node)
      for (int operand = 0; operand < model.graph().node(node).input_size(); ++operand) {
        onnx::ModelProto without = model, shorter = model;
        without.mutable_graph()->mutable_node(node)->set_input(operand, "");
        auto &inputs = *shorter.mutable_graph()->mutable_node(node)->mutable_input();
        inputs.DeleteSubrange(operand, inputs.size() - operand);
        for (const onnx::ModelProto &damaged : {without, shorter})
          ASSERT_TRUE(importsCleanly(damaged.SerializeAsString()))
              << "model " << index << ", node " << node << ", operand " << operand;
      }
  }
}

} // namespace
