#include "ModelFile.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/text_format.h>

#include <climits>

using namespace mlir;
using namespace qopt::onnx_import;

namespace {

constexpr int64_t minOpset = 7;

/// Keeps the first error of the text format parser.
class FirstError : public google::protobuf::io::ErrorCollector {
public:
  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string &text) override {
    if (message.empty())
      message = llvm::formatv("line {0}, column {1}: {2}", line + 1, column + 1, text);
  }

  std::string message;
};

/// By extension; the standard input, which has none, by content.
bool isTextFormat(llvm::MemoryBufferRef buffer) {
  StringRef path = buffer.getBufferIdentifier();
  if (path == "<stdin>")
    return llvm::all_of(buffer.getBuffer().take_front(64),
                        [](char c) { return llvm::isPrint(c) || llvm::isSpace(c); });
  return llvm::StringSwitch<bool>(llvm::sys::path::extension(path))
      .Cases({".pbtxt", ".textproto", ".prototxt", ".onnxtxt"}, true)
      .Default(false);
}

LogicalResult parseText(llvm::MemoryBufferRef buffer, onnx::ModelProto &model,
                        ErrorFunction error) {
  FirstError collector;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  parser.SetRecursionLimit(100);
  google::protobuf::io::ArrayInputStream stream(buffer.getBufferStart(), buffer.getBufferSize());
  if (parser.Parse(&stream, &model))
    return success();
  return error() << "not an ONNX model in protobuf text format: " << collector.message;
}

} // namespace

std::unique_ptr<onnx::ModelProto> qopt::onnx_import::parseModel(llvm::MemoryBufferRef buffer,
                                                                ErrorFunction error) {
  // Protobuf would write to stderr by itself.
  google::protobuf::LogSilencer silencer;
  auto model = std::make_unique<onnx::ModelProto>();
  if (buffer.getBufferSize() == 0)
    return error() << "the file is empty; export the model again", nullptr;
  if (buffer.getBufferSize() > INT_MAX)
    return error() << "the file is larger than 2 GiB; save the model with external data", nullptr;
  if (isTextFormat(buffer)) {
    if (failed(parseText(buffer, *model, error)))
      return nullptr;
  } else if (!model->ParseFromArray(buffer.getBufferStart(), buffer.getBufferSize())) {
    return error() << "not an ONNX model, or a truncated one; export or copy it again", nullptr;
  }
  if (!model->has_graph() || !model->has_ir_version())
    return error() << "not an ONNX model: it has no "
                   << (model->has_graph() ? "IR version" : "graph"),
           nullptr;
  return model;
}

bool qopt::onnx_import::isDefaultDomain(const onnx::OperatorSetIdProto &opset) {
  return opset.domain().empty() || opset.domain() == "ai.onnx";
}

FailureOr<int64_t> qopt::onnx_import::getOpset(const OpsetList &opsets, ErrorFunction error) {
  for (const onnx::OperatorSetIdProto &opset : opsets) {
    if (!isDefaultDomain(opset))
      continue;
    if (opset.version() >= minOpset && opset.version() <= maxOpset)
      return opset.version();
    return error() << "opset " << opset.version() << " is not supported (" << minOpset << " to "
                   << maxOpset << " are); export with another opset, or convert with "
                   << "onnx.version_converter";
  }
  return error() << "the model imports no version of the default operator set; it may be truncated";
}
