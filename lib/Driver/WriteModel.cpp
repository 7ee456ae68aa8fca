#include "WriteModel.h"
#include "CHeader.h"
#include "qopt/Support/OutputFile.h"
#include "qopt/Target/CodeGen.h"

#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Target/TargetMachine.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Generated code or text, in memory.
llvm::Expected<SmallVector<char, 0>> makeCode(llvm::Module &code, llvm::TargetMachine &machine,
                                              OutputKind kind) {
  if (kind != OutputKind::LLVMIR)
    return generateCode(code, machine,
                        kind == OutputKind::Assembly ? CodeKind::Assembly : CodeKind::Object);
  SmallVector<char, 0> text;
  llvm::raw_svector_ostream os(text);
  code.print(os, nullptr);
  return text;
}

/// The C header beside `path`.
llvm::Error writeHeader(DictionaryAttr interface, StringRef path) {
  SmallString<128> header(path);
  llvm::sys::path::replace_extension(header, "h");
  return writeOutputFile(header, makeCHeader(interface));
}

/// Links beside the final place and renames, so that no half a library is seen.
llvm::Error writeLibrary(ArrayRef<char> object, StringRef path) {
  std::string temporary = (path + ".tmp").str();
  if (llvm::Error error = linkSharedLibrary(object, temporary)) {
    llvm::sys::fs::remove(temporary);
    return error;
  }
  if (std::error_code code = llvm::sys::fs::rename(temporary, path)) {
    llvm::sys::fs::remove(temporary);
    return llvm::createStringError(code, path + ": cannot write: " + code.message());
  }
  return llvm::Error::success();
}

} // namespace

LogicalResult qopt::report(llvm::Error error) {
  if (!error)
    return success();
  llvm::WithColor::error() << llvm::toString(std::move(error)) << "\n";
  return failure();
}

LogicalResult qopt::writeCode(llvm::Module &code, llvm::TargetMachine &machine,
                              DictionaryAttr interface, OutputKind kind, StringRef path) {
  llvm::Expected<SmallVector<char, 0>> result = makeCode(code, machine, kind);
  if (!result)
    return report(result.takeError());
  bool hasHeader = kind == OutputKind::Object || kind == OutputKind::SharedLibrary;
  if (hasHeader && failed(report(writeHeader(interface, path))))
    return failure();
  if (kind == OutputKind::SharedLibrary)
    return report(writeLibrary(*result, path));
  return report(writeOutputFile(path, StringRef(result->data(), result->size())));
}

LogicalResult qopt::writeModel(ModuleOp module, OutputKind kind, StringRef path) {
  if (kind == OutputKind::MLIR) {
    std::string text;
    llvm::raw_string_ostream os(text);
    module.print(os);
    os << "\n";
    return report(writeOutputFile(path, text));
  }
  auto interface = module->getAttrOfType<DictionaryAttr>("qopt.interface");
  if (!interface)
    return module.emitError() << "has no 'qopt.interface' to make a C header from";
  llvm::Expected<std::unique_ptr<llvm::TargetMachine>> machine = createTargetMachine(module);
  if (!machine)
    return module.emitError() << llvm::toString(machine.takeError());
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> code = translateAndOptimize(module, context, **machine);
  return code ? writeCode(*code, **machine, interface, kind, path) : failure();
}
