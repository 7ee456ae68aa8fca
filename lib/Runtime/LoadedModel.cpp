#include "qopt/Runtime/LoadedModel.h"
#include "qopt/Target/ISA.h"

#include "mlir/IR/Builders.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

#include <cstdlib>
#include <dlfcn.h>

using namespace llvm;

namespace {

constexpr size_t kArenaAlignment = 64;

Error makeError(StringRef path, const Twine &message) {
  return createStringError(inconvertibleErrorCode(), path + ": " + message);
}

/// The symbol of the model descriptor: the one dynamic symbol `…_model`. Read
/// from the file, so that nothing foreign is loaded to find out what it is.
Expected<std::string> findModelSymbol(StringRef path) {
  Expected<object::OwningBinary<object::ObjectFile>> file =
      object::ObjectFile::createObjectFile(path);
  if (!file)
    return makeError(path, toString(file.takeError()));
  auto *elf = dyn_cast<object::ELFObjectFileBase>(file->getBinary());
  if (!elf || elf->getEType() != ELF::ET_DYN)
    return makeError(path, "is not a shared library; make one with qopt-compile --emit=shared");
  Triple host(sys::getProcessTriple());
  if (elf->getArch() != host.getArch())
    return makeError(path, "is code for " + Triple::getArchTypeName(elf->getArch()) +
                               ", this machine is " + host.getArchName());
  for (const object::ELFSymbolRef &symbol : elf->getDynamicSymbolIterators()) {
    Expected<StringRef> name = symbol.getName();
    if (!name) {
      consumeError(name.takeError());
      continue;
    }
    Expected<object::section_iterator> section = symbol.getSection();
    bool defined = section && *section != elf->section_end();
    if (!section)
      consumeError(section.takeError());
    if (defined && name->ends_with("_model"))
      return name->str();
  }
  return makeError(path, "holds no compiled model (no symbol ending in '_model')");
}

mlir::RankedTensorType tensorType(const qopt_tensor_info &info, mlir::MLIRContext *context) {
  mlir::Builder builder(context);
  auto getElementType = [&]() -> mlir::Type {
    switch (info.element_type) {
    case QOPT_UINT8:
      return builder.getIntegerType(8, /*isSigned=*/false);
    case QOPT_UINT16:
      return builder.getIntegerType(16, /*isSigned=*/false);
    case QOPT_UINT32:
      return builder.getIntegerType(32, /*isSigned=*/false);
    case QOPT_UINT64:
      return builder.getIntegerType(64, /*isSigned=*/false);
    case QOPT_INT8:
      return builder.getI8Type();
    case QOPT_INT16:
      return builder.getI16Type();
    case QOPT_INT32:
      return builder.getI32Type();
    case QOPT_INT64:
      return builder.getI64Type();
    case QOPT_BOOL:
      return builder.getI1Type();
    default:
      return builder.getF32Type();
    }
  };
  return mlir::RankedTensorType::get(ArrayRef<int64_t>(info.shape, info.rank), getElementType());
}

} // namespace

void qopt::LoadedModel::ArenaDeleter::operator()(char *memory) const { std::free(memory); }

Expected<qopt::LoadedModel> qopt::LoadedModel::load(StringRef path) {
  Expected<std::string> symbol = findModelSymbol(path);
  if (!symbol)
    return symbol.takeError();
  // Without a slash dlopen would search the library path instead.
  std::string file = path.contains('/') ? path.str() : "./" + path.str();
  void *handle = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!handle)
    return makeError(path, dlerror());
  LoadedModel result;
  result.library = std::shared_ptr<void>(handle, [](void *library) { dlclose(library); });
  result.model = static_cast<const qopt_model *>(dlsym(handle, symbol->c_str()));
  if (!result.model)
    return makeError(path, dlerror());
  if (result.model->abi_version != QOPT_ABI_VERSION)
    return makeError(path, "was compiled for version " + Twine(result.model->abi_version) +
                               " of the C interface, this is version " + Twine(QOPT_ABI_VERSION) +
                               "; compile it again");
  if (auto *selectVariant = result.model->select_variant) {
    if (!selectVariant())
      return makeError(path, "has code for several CPUs, and none that this one can run; name one "
                             "more with --mcpu, such as x86-64");
  } else if (!isSupportedByHost(result.model->instruction_set))
    return makeError(path, "needs a CPU with " + Twine(result.model->instruction_set) +
                               "; compile it for this one with --mcpu=native");
  return result;
}

SmallVector<mlir::RankedTensorType>
qopt::LoadedModel::inputTypes(mlir::MLIRContext *context) const {
  return llvm::map_to_vector(ArrayRef(model->inputs, model->input_count),
                             [&](const auto &info) { return tensorType(info, context); });
}

SmallVector<mlir::RankedTensorType>
qopt::LoadedModel::outputTypes(mlir::MLIRContext *context) const {
  return llvm::map_to_vector(ArrayRef(model->outputs, model->output_count),
                             [&](const auto &info) { return tensorType(info, context); });
}

Error qopt::LoadedModel::run(ArrayRef<Tensor> inputs, MutableArrayRef<Tensor> outputs,
                             const qopt_executor *executor) {
  if (!arena) {
    size_t bytes = alignTo(std::max<uint64_t>(model->arena_bytes, 1), kArenaAlignment);
    arena.reset(static_cast<char *>(std::aligned_alloc(kArenaAlignment, bytes)));
    if (!arena)
      return makeError(model->name, "no memory for an arena of " + Twine(bytes) + " bytes");
  }
  SmallVector<const void *> inputPointers;
  SmallVector<void *> outputPointers;
  for (const Tensor &input : inputs)
    inputPointers.push_back(input.data());
  for (Tensor &output : outputs)
    outputPointers.push_back(output.data());
  if (model->run(inputPointers.data(), outputPointers.data(), arena.get(), executor) != 0)
    return makeError(model->name, "refused its arguments");
  return Error::success();
}

std::optional<qopt::ModelProfile> qopt::LoadedModel::getProfile() const {
  auto find = [&](const char *suffix) {
    return dlsym(library.get(), (Twine(model->name) + suffix).str().c_str());
  };
  auto *ticks = static_cast<int64_t *>(find("_profile_ticks"));
  auto *text = static_cast<const char *>(find("_profile_layers"));
  if (!ticks || !text)
    return std::nullopt;
  ModelProfile profile;
  StringRef(text).split(profile.layers, '\n', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  profile.ticks = MutableArrayRef(ticks, profile.layers.size());
  return profile;
}
