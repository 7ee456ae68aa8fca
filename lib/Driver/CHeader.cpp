#include "CHeader.h"

#include "mlir/IR/BuiltinTypes.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace {

/// The text of qopt/Runtime/ABI.h, put here by the build.
constexpr const char *kABIText =
#include "ABIText.inc"
    ;

/// A comment line for each tensor: index, name, shape and element type.
void printTensors(llvm::raw_ostream &os, StringRef kind, ArrayAttr tensors) {
  for (auto [i, attr] : llvm::enumerate(tensors)) {
    auto tensor = cast<DictionaryAttr>(attr);
    auto type = cast<RankedTensorType>(tensor.getAs<TypeAttr>("type").getValue());
    os << " *   " << kind << "[" << i << "] " << tensor.getAs<StringAttr>("name").getValue()
       << ": ";
    llvm::interleave(type.getShape(), os, "x");
    os << " " << type.getElementType() << "\n";
  }
}

} // namespace

std::string qopt::makeCHeader(DictionaryAttr interface) {
  std::string text;
  llvm::raw_string_ostream os(text);
  std::string name = interface.getAs<StringAttr>("name").str();
  std::string upper = StringRef(name).upper();
  os << "/* Model " << name << ", compiled by qopt.\n";
  printTensors(os, "inputs", interface.getAs<ArrayAttr>("inputs"));
  printTensors(os, "outputs", interface.getAs<ArrayAttr>("outputs"));
  os << " */\n#ifndef " << upper << "_H\n#define " << upper << "_H\n\n"
     << kABIText << "\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n"
     << "#define " << upper << "_ARENA_BYTES "
     << interface.getAs<IntegerAttr>("arena_bytes").getInt() << "\n"
     << "#define " << upper << "_CONSTANT_BYTES "
     << interface.getAs<IntegerAttr>("constant_bytes").getInt() << "\n\n"
     << "/* See qopt_run_function. */\n"
     << "int " << name << "_run(const void *const *inputs, void *const *outputs, void *arena,\n"
     << std::string(name.size() + 9, ' ') << "const qopt_executor *executor);\n\n"
     << "/* Names, shapes, element types and sizes; `run` is " << name << "_run. */\n"
     << "extern const qopt_model " << name << "_model;\n\n"
     << "#ifdef __cplusplus\n}\n#endif\n\n#endif /* " << upper << "_H */\n";
  return text;
}
