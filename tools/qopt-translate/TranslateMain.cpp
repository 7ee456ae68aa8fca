#include "TranslateMain.h"

#include "mlir/IR/AsmState.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Tools/mlir-translate/Translation.h"
#include "qopt/Support/Diagnostics.h"
#include "qopt/Support/OutputFile.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/WithColor.h"

using namespace mlir;
namespace cl = llvm::cl;

namespace {

constexpr StringRef toolName = "qopt-translate";

constexpr char overview[] = R"(Translate models to MLIR, and MLIR to other formats.

EXAMPLES:
  Import a model. The result is a float program in TOSA, for `qopt`:
    qopt-translate --import-onnx model.onnx -o model.mlir
  The model leaves the batch size open:
    qopt-translate --import-onnx model.onnx --input-shape=images:1x3x224x224 -o model.mlir
  A model in protobuf text format (.pbtxt), for experiments and tests:
    qopt-translate --import-onnx model.pbtxt
  Write a quantized program back as an ONNX model with QuantizeLinear and DequantizeLinear:
    qopt-translate --export-onnx-qdq fake-quantized.mlir -o model-qdq.onnx
  Read a compiled program as LLVM IR:
    qopt-translate --mlir-to-llvmir model.llvm.mlir -o model.ll
)";

int fail(StringRef where, const llvm::Twine &message) {
  llvm::WithColor::error(llvm::errs(), where) << message << "\n";
  return EXIT_FAILURE;
}

/// Runs `translation` on the file `input`; nothing is written if it fails.
int translate(const Translation &translation, StringRef input, StringRef output) {
  // Read, not mapped: the output may be the same file.
  auto buffer = input == "-" ? llvm::MemoryBuffer::getSTDIN()
                             : llvm::MemoryBuffer::getFile(input, /*IsText=*/false,
                                                           /*RequiresNullTerminator=*/true,
                                                           /*IsVolatile=*/true);
  if (!buffer)
    return fail(input, "cannot read the file: " + buffer.getError().message());
  auto sources = std::make_shared<llvm::SourceMgr>();
  sources->AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());

  MLIRContext context;
  SourceMgrDiagnosticHandler diagnostics(*sources, &context);
  qopt::FileDiagnosticHandler fileDiagnostics(&context);
  std::string text;
  llvm::raw_string_ostream os(text);
  if (failed(translation(sources, os, &context)))
    return EXIT_FAILURE;
  if (llvm::Error error = qopt::writeOutputFile(output, text))
    return fail(toolName, llvm::toString(std::move(error)));
  return EXIT_SUCCESS;
}

} // namespace

int qopt::translateMain(int argc, char **argv, OnnxImportOptions &importOptions) {
  llvm::setBugReportMsg("Please report this crash with the input and the command line.\n");
  llvm::InitLLVM init(argc, argv);

  cl::OptionCategory category("qopt-translate options");
  cl::opt<const Translation *, false, TranslationParser> translation(
      "", cl::desc("Translation to perform"), cl::cat(category));
  cl::opt<std::string> input(cl::Positional, cl::desc("<input file, - for standard input>"),
                             cl::init("-"), cl::cat(category));
  cl::opt<std::string> output("o",
                              cl::desc("Where to write the result (default: - for standard "
                                       "output)"),
                              cl::value_desc("file"), cl::init("-"), cl::cat(category));
  cl::list<std::string> shapes(
      "input-shape", cl::value_desc("NAME:1x3x224x224"), cl::cat(category),
      cl::desc("--import-onnx: shape of a model input that the model leaves open (repeatable)"));
  cl::list<std::string> outputs(
      "cut-at", cl::value_desc("NAME"), cl::cat(category),
      cl::desc("--import-onnx: value that becomes an output, in the place of the model's own "
               "(repeatable)"));
  registerAsmPrinterCLOptions();
  registerMLIRContextCLOptions();
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv, overview);

  if (!translation)
    return fail(toolName, "no translation is chosen; add --import-onnx (see --help)");
  for (const std::string &shape : shapes)
    if (llvm::Error error = parseInputShape(shape, importOptions))
      return fail(toolName, "--input-shape: " + llvm::toString(std::move(error)));
  importOptions.outputs = outputs;
  return translate(*translation, input, output);
}
