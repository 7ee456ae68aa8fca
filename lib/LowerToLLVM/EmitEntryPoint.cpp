#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/LowerToLLVM/Passes.h"
#include "qopt/Runtime/ABI.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"

namespace qopt {
#define GEN_PASS_DEF_EMITENTRYPOINT
#include "qopt/LowerToLLVM/Passes.h.inc"
} // namespace qopt

#define DEBUG_TYPE "qopt-emit-entry-point"

using namespace mlir;

namespace {

/// Alignment that the arena must have, and that scheduling relies on.
constexpr int64_t kArenaAlignment = 64;

/// The `QOPT_…` code of an element type, or nothing.
std::optional<int32_t> elementTypeCode(Type type) {
  if (type.isF32())
    return QOPT_FLOAT32;
  if (type.isInteger(1))
    return QOPT_BOOL;
  if (type.isUnsignedInteger(8))
    return QOPT_UINT8;
  if (type.isUnsignedInteger(16))
    return QOPT_UINT16;
  if (type.isUnsignedInteger(32))
    return QOPT_UINT32;
  if (type.isUnsignedInteger(64))
    return QOPT_UINT64;
  if (type.isInteger(8))
    return QOPT_INT8;
  if (type.isInteger(16))
    return QOPT_INT16;
  if (type.isInteger(32))
    return QOPT_INT32;
  if (type.isInteger(64))
    return QOPT_INT64;
  return std::nullopt;
}

/// Builds the globals and the function of one model.
class EntryPointBuilder {
public:
  EntryPointBuilder(ModuleOp module, DictionaryAttr interface)
      : module(module), interface(interface), builder(OpBuilder::atBlockEnd(module.getBody())),
        loc(module.getLoc()), pointer(LLVM::LLVMPointerType::get(module.getContext())),
        i32(builder.getI32Type()), i64(builder.getI64Type()),
        name(interface.getAs<StringAttr>("name").getValue()) {
    MLIRContext *context = module.getContext();
    tensorInfo = LLVM::LLVMStructType::getLiteral(
        context, {pointer, pointer, i32, i32, builder.getF32Type(), i32});
    model =
        LLVM::LLVMStructType::getLiteral(context, {i32, i32, i32, i32, pointer, pointer, pointer,
                                                   pointer, i64, i64, pointer, pointer});
  }

  LogicalResult build(LLVM::LLVMFuncOp body) {
    auto inputs = interface.getAs<ArrayAttr>("inputs");
    auto outputs = interface.getAs<ArrayAttr>("outputs");
    if (failed(buildTensorInfos("inputs", inputs)) || failed(buildTensorInfos("outputs", outputs)))
      return failure();
    buildRunFunction(body, inputs, outputs);
    buildModel(inputs.size(), outputs.size());
    return success();
  }

private:
  /// Appends a constant `type` global named `<model>.<suffix>` whose initializer
  /// `initialize` builds.
  LLVM::GlobalOp buildGlobal(const Twine &suffix, Type type,
                             llvm::function_ref<Value()> initialize) {
    OpBuilder::InsertionGuard guard(builder);
    auto global =
        LLVM::GlobalOp::create(builder, loc, type, /*isConstant=*/true, LLVM::Linkage::Internal,
                               (name + "." + suffix).str(), Attribute());
    builder.createBlock(&global.getInitializerRegion());
    LLVM::ReturnOp::create(builder, loc, initialize());
    return global;
  }

  void buildString(const Twine &suffix, StringRef text) {
    std::string bytes = text.str();
    bytes.push_back('\0');
    auto type = LLVM::LLVMArrayType::get(builder.getI8Type(), bytes.size());
    LLVM::GlobalOp::create(builder, loc, type, /*isConstant=*/true, LLVM::Linkage::Internal,
                           (name + "." + suffix).str(), builder.getStringAttr(bytes));
  }

  Value addressOf(const Twine &suffix) {
    return LLVM::AddressOfOp::create(builder, loc, pointer, (name + "." + suffix).str());
  }

  Value constant(Type type, int64_t value) {
    return LLVM::ConstantOp::create(builder, loc, type, builder.getIntegerAttr(type, value));
  }

  Value insertAll(Type type, ArrayRef<Value> fields) {
    Value aggregate = LLVM::UndefOp::create(builder, loc, type);
    for (auto [i, field] : llvm::enumerate(fields))
      aggregate = LLVM::InsertValueOp::create(builder, loc, aggregate, field,
                                              ArrayRef<int64_t>(static_cast<int64_t>(i)));
    return aggregate;
  }

  /// `<model>.inputs` or `.outputs`: an array of `qopt_tensor_info`.
  LogicalResult buildTensorInfos(StringRef kind, ArrayAttr tensors) {
    for (auto [i, attr] : llvm::enumerate(tensors)) {
      auto tensor = cast<DictionaryAttr>(attr);
      auto type = cast<RankedTensorType>(tensor.getAs<TypeAttr>("type").getValue());
      if (!elementTypeCode(type.getElementType()))
        return module.emitError() << "element type " << type.getElementType() << " of '"
                                  << tensor.getAs<StringAttr>("name").getValue()
                                  << "' has no C form";
      buildString(kind + Twine(i) + ".name", tensor.getAs<StringAttr>("name").getValue());
      buildGlobal(kind + Twine(i) + ".shape", LLVM::LLVMArrayType::get(i64, type.getRank()), [&] {
        SmallVector<Value> sizes;
        for (int64_t size : type.getShape())
          sizes.push_back(constant(i64, size));
        return insertAll(LLVM::LLVMArrayType::get(i64, type.getRank()), sizes);
      });
    }
    auto arrayType = LLVM::LLVMArrayType::get(tensorInfo, tensors.size());
    buildGlobal(kind, arrayType, [&] {
      SmallVector<Value> infos;
      for (auto [i, attr] : llvm::enumerate(tensors))
        infos.push_back(buildTensorInfo(kind + Twine(i), cast<DictionaryAttr>(attr)));
      return insertAll(arrayType, infos);
    });
    return success();
  }

  Value buildTensorInfo(const Twine &symbol, DictionaryAttr tensor) {
    std::string prefix = symbol.str();
    auto type = cast<RankedTensorType>(tensor.getAs<TypeAttr>("type").getValue());
    auto scale = tensor.getAs<FloatAttr>("scale");
    auto zeroPoint = tensor.getAs<IntegerAttr>("zero_point");
    Type f32 = builder.getF32Type();
    return insertAll(
        tensorInfo,
        {addressOf(prefix + ".name"), addressOf(prefix + ".shape"), constant(i32, type.getRank()),
         constant(i32, *elementTypeCode(type.getElementType())),
         LLVM::ConstantOp::create(
             builder, loc, f32, builder.getFloatAttr(f32, scale ? scale.getValueAsDouble() : 0.0)),
         constant(i32, zeroPoint ? zeroPoint.getInt() : 0)});
  }

  /// True if `tensor`, an entry of the interface, has no elements.
  static bool isEmpty(Attribute tensor) {
    auto type = cast<DictionaryAttr>(tensor).getAs<TypeAttr>("type").getValue();
    return cast<RankedTensorType>(type).getNumElements() == 0;
  }

  /// `int <model>_run(inputs, outputs, arena, executor)`.
  void buildRunFunction(LLVM::LLVMFuncOp body, ArrayAttr inputs, ArrayAttr outputs) {
    OpBuilder::InsertionGuard guard(builder);
    auto type = LLVM::LLVMFunctionType::get(i32, {pointer, pointer, pointer, pointer});
    auto run = LLVM::LLVMFuncOp::create(builder, loc, (name + "_run").str(), type);
    Block *entry = run.addEntryBlock(builder);
    Block *work = builder.createBlock(&run.getBody());
    Block *refuse = builder.createBlock(&run.getBody());

    builder.setInsertionPointToEnd(refuse);
    LLVM::ReturnOp::create(builder, loc, constant(i32, QOPT_INVALID_ARGUMENT));

    // One condition per pointer, so that nothing is read through a null one.
    Value null = nullptr;
    auto refuseIf = [&](Value condition) {
      Block *next = builder.createBlock(work);
      builder.setInsertionPointToEnd(next->getPrevNode());
      LLVM::CondBrOp::create(builder, loc, condition, refuse, next);
      builder.setInsertionPointToEnd(next);
    };
    auto isNull = [&](Value value) -> Value {
      return LLVM::ICmpOp::create(builder, loc, LLVM::ICmpPredicate::eq, value, null);
    };
    builder.setInsertionPointToEnd(entry);
    null = LLVM::ZeroOp::create(builder, loc, pointer);
    for (unsigned i = 0; i < 3; ++i)
      refuseIf(isNull(entry->getArgument(i)));
    Value address = LLVM::PtrToIntOp::create(builder, loc, i64, entry->getArgument(2));
    Value rest = LLVM::AndOp::create(builder, loc, address, constant(i64, kArenaAlignment - 1));
    refuseIf(LLVM::ICmpOp::create(builder, loc, LLVM::ICmpPredicate::ne, rest, constant(i64, 0)));

    SmallVector<Value> arguments;
    for (auto [list, tensors] : {std::pair(0u, inputs), std::pair(1u, outputs)}) {
      for (auto [i, tensor] : llvm::enumerate(tensors)) {
        Value slot = LLVM::GEPOp::create(builder, loc, pointer, pointer, entry->getArgument(list),
                                         ArrayRef<LLVM::GEPArg>(static_cast<int32_t>(i)));
        Value value = LLVM::LoadOp::create(builder, loc, pointer, slot);
        if (!isEmpty(tensor)) // Nothing is read from, or written to, one that is.
          refuseIf(isNull(value));
        arguments.push_back(value);
      }
    }
    for (unsigned i = arguments.size(); i < body.getNumArguments(); ++i)
      arguments.push_back(entry->getArgument(body.getArgAttr(i, "qopt.executor") ? 3 : 2));
    if (usesMatrixRegisters()) {
      Block *denied = builder.createBlock(&run.getBody());
      LLVM::ReturnOp::create(builder, loc, constant(i32, QOPT_UNSUPPORTED_CPU));
      builder.setInsertionPointToEnd(work->getPrevNode());
      LLVM::CondBrOp::create(builder, loc, requestMatrixRegisters(), work, denied);
    } else {
      LLVM::BrOp::create(builder, loc, work);
    }

    builder.setInsertionPointToEnd(work);
    LLVM::CallOp::create(builder, loc, body, arguments);
    LLVM::ReturnOp::create(builder, loc, constant(i32, QOPT_SUCCESS));
  }

  bool usesMatrixRegisters() {
    return module
        .walk([](LLVM::CallIntrinsicOp call) {
          return call.getIntrin() == "llvm.x86.ldtilecfg" ? WalkResult::interrupt()
                                                          : WalkResult::advance();
        })
        .wasInterrupted();
  }

  /// Linux saves the matrix registers of x86 for processes only that ask for them,
  /// by arch_prctl. Whether it agreed; asking again costs little and changes nothing.
  Value requestMatrixRegisters() {
    constexpr int64_t kArchPrctl = 158, kRequestPermission = 0x1023, kTileData = 18;
    Value result = LLVM::InlineAsmOp::create(
                       builder, loc, i64,
                       ValueRange{constant(i64, kArchPrctl), constant(i64, kRequestPermission),
                                  constant(i64, kTileData)},
                       "syscall", "={rax},{rax},{rdi},{rsi},~{rcx},~{r11},~{memory}",
                       /*has_side_effects=*/true, /*is_align_stack=*/false,
                       LLVM::tailcallkind::TailCallKind::None, LLVM::AsmDialectAttr(), ArrayAttr())
                       .getResult(0);
    return LLVM::ICmpOp::create(builder, loc, LLVM::ICmpPredicate::eq, result, constant(i64, 0));
  }

  /// Tasks that run side by side at most.
  int64_t getTaskCount() {
    auto tasks = interface.getAs<IntegerAttr>("tasks");
    return tasks ? tasks.getInt() : 1;
  }

  void buildModel(size_t inputCount, size_t outputCount) {
    auto target = module->getAttrOfType<qopt::qint::TargetAttr>(qopt::qint::kTargetAttrName);
    bool native = target && !target.getEmulate();
    buildString("name", name);
    buildString("instruction_set", native ? target.getIsa() : StringRef("generic"));
    LLVM::GlobalOp global = buildGlobal("model", model, [&]() -> Value {
      Value run = LLVM::AddressOfOp::create(builder, loc, pointer, (name + "_run").str());
      // Code for several CPUs is put together later (qopt/Target/LinkVariants.h).
      Value selectVariant = LLVM::ZeroOp::create(builder, loc, pointer);
      return insertAll(
          model, {constant(i32, QOPT_ABI_VERSION), constant(i32, inputCount),
                  constant(i32, outputCount), constant(i32, getTaskCount()), addressOf("name"),
                  addressOf("instruction_set"), addressOf("inputs"), addressOf("outputs"),
                  constant(i64, interface.getAs<IntegerAttr>("arena_bytes").getInt()),
                  constant(i64, interface.getAs<IntegerAttr>("constant_bytes").getInt()), run,
                  selectVariant});
    });
    global.setSymName((name + "_model").str());
    global.setLinkage(LLVM::Linkage::External);
  }

  ModuleOp module;
  DictionaryAttr interface;
  OpBuilder builder;
  Location loc;
  Type pointer, i32, i64;
  LLVM::LLVMStructType tensorInfo, model;
  StringRef name;
};

struct EmitEntryPoint : qopt::impl::EmitEntryPointBase<EmitEntryPoint> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    auto interface = module->getAttrOfType<DictionaryAttr>("qopt.interface");
    if (!interface) {
      module.emitError() << "has no 'qopt.interface'; run qopt-describe-interface before the "
                            "conversion to the LLVM dialect";
      return signalPassFailure();
    }
    StringRef name = interface.getAs<StringAttr>("name").getValue();
    auto body = module.lookupSymbol<LLVM::LLVMFuncOp>(name);
    if (!body) {
      module.emitError() << "has no LLVM function '" << name << "'";
      return signalPassFailure();
    }
    body.setLinkage(LLVM::Linkage::Internal);
    if (failed(EntryPointBuilder(module, interface).build(body)))
      return signalPassFailure();
    // Inputs, outputs and the arena never overlap: part of the C interface.
    for (unsigned i = 0; i < body.getNumArguments(); ++i) {
      for (StringRef key : {"qopt.name", "qopt.output", "qopt.arena", "qopt.executor", "qopt.scale",
                            "qopt.zero_point", "qopt.element_type", "qopt.shape"})
        body.removeArgAttr(i, StringAttr::get(&getContext(), key));
      body.setArgAttr(i, LLVM::LLVMDialect::getNoAliasAttrName(), UnitAttr::get(&getContext()));
    }
    // Only the LLVM dialect is left: stock tools read what follows.
    module->removeAttr(qopt::qint::kTargetAttrName);
  }
};

} // namespace
