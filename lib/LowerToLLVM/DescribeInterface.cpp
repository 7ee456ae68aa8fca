#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/LowerToLLVM/Passes.h"

#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/BuiltinOps.h"

namespace qopt {
#define GEN_PASS_DEF_DESCRIBEINTERFACE
#include "qopt/LowerToLLVM/Passes.h.inc"
} // namespace qopt

#define DEBUG_TYPE "qopt-describe-interface"

using namespace mlir;

namespace {

/// Bytes of a buffer of `type`.
int64_t sizeInBytes(MemRefType type) {
  return type.getNumElements() * llvm::divideCeil(type.getElementTypeBitWidth(), 8);
}

/// The description of argument `index` as a dictionary of name, type and grid.
DictionaryAttr describeArgument(func::FuncOp func, unsigned index, Builder &builder) {
  auto type = cast<MemRefType>(func.getArgumentTypes()[index]);
  NamedAttrList entry;
  StringAttr name = func.getArgAttrOfType<StringAttr>(index, "qopt.name");
  entry.set("name", name ? name : builder.getStringAttr("arg" + Twine(index)));
  Type element = type.getElementType();
  if (auto stored = func.getArgAttrOfType<TypeAttr>(index, "qopt.element_type"))
    element = stored.getValue();
  ArrayRef<int64_t> shape = type.getShape();
  if (auto stored = func.getArgAttrOfType<DenseI64ArrayAttr>(index, "qopt.shape"))
    shape = stored.asArrayRef();
  entry.set("type", TypeAttr::get(RankedTensorType::get(shape, element)));
  for (StringRef key : {"qopt.scale", "qopt.zero_point"})
    if (Attribute value = func.getArgAttr(index, key))
      entry.set(key.drop_front(StringRef("qopt.").size()), value);
  return entry.getDictionary(builder.getContext());
}

struct DescribeInterface : qopt::impl::DescribeInterfaceBase<DescribeInterface> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    func::FuncOp entry;
    for (auto func : module.getOps<func::FuncOp>()) {
      if (!func.isPublic() || func.isExternal())
        continue;
      if (entry) {
        func.emitError() << "second public function; a model has one, make the others private";
        return signalPassFailure();
      }
      entry = func;
    }
    if (!entry) {
      module.emitError() << "no public function to compile";
      return signalPassFailure();
    }
    for (Type type : entry.getArgumentTypes()) {
      auto memref = dyn_cast<MemRefType>(type);
      if (!memref || !memref.hasStaticShape() || !memref.getLayout().isIdentity()) {
        entry.emitError() << "argument of type " << type
                          << " is not a plain buffer of static shape; run qopt-schedule first";
        return signalPassFailure();
      }
    }
    if (entry.getNumResults() != 0) {
      entry.emitError() << "function returns values; run qopt-schedule first";
      return signalPassFailure();
    }
    module->setAttr("qopt.interface", describe(module, entry));
  }

  DictionaryAttr describe(ModuleOp module, func::FuncOp entry) {
    Builder builder(module.getContext());
    SmallVector<Attribute> inputs, outputs;
    int64_t arenaBytes = 0;
    for (unsigned i = 0; i < entry.getNumArguments(); ++i) {
      if (entry.getArgAttr(i, "qopt.arena"))
        arenaBytes = sizeInBytes(cast<MemRefType>(entry.getArgumentTypes()[i]));
      else if (entry.getArgAttr(i, "qopt.output"))
        outputs.push_back(describeArgument(entry, i, builder));
      else
        inputs.push_back(describeArgument(entry, i, builder));
    }
    int64_t constantBytes = 0;
    for (auto global : module.getOps<memref::GlobalOp>())
      constantBytes += sizeInBytes(global.getType());
    int64_t tasks = 1;
    entry.walk([&](qopt::qint::TaskParallelOp parallel) {
      tasks = std::max<int64_t>(tasks, parallel.getTasks().size());
    });
    return builder.getDictionaryAttr({
        builder.getNamedAttr("name", builder.getStringAttr(entry.getName())),
        builder.getNamedAttr("inputs", builder.getArrayAttr(inputs)),
        builder.getNamedAttr("outputs", builder.getArrayAttr(outputs)),
        builder.getNamedAttr("arena_bytes", builder.getI64IntegerAttr(arenaBytes)),
        builder.getNamedAttr("constant_bytes", builder.getI64IntegerAttr(constantBytes)),
        builder.getNamedAttr("tasks", builder.getI64IntegerAttr(tasks)),
    });
  }
};

} // namespace
