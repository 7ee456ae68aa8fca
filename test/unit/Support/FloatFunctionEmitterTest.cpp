#include "qopt/Support/FloatFunctionEmitter.h"

#include "qopt/Support/FloatFunctions.h"
#include "qopt/Target/CodeGen.h"
#include "qopt/Target/ISA.h"

#include "FixedPointTestUtils.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "llvm/ADT/bit.h"
#include "llvm/ExecutionEngine/Orc/LLJIT.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Target/TargetMachine.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt;

namespace {
constexpr int64_t lanes = 8;

using Emit = Value (*)(OpBuilder &, Location, Value, bool);

/// Emits functions over memory, compiles them for the host and runs them.
class FloatFunctionEmitterTest : public testing::Test {
protected:
  FloatFunctionEmitterTest() {
    context.loadDialect<arith::ArithDialect, LLVM::LLVMDialect>();
    module = ModuleOp::create(UnknownLoc::get(&context));
  }

  void SetUp() override {
    if (!isSupportedByHost("avx2") && !isSupportedByHost("neon"))
      GTEST_SKIP() << "the host has no fused multiply-add";
  }

  /// Adds void NAME(x, y, result): loads f32 or a vector of them, stores f(x, y).
  void define(StringRef name, bool vector, llvm::function_ref<Value(OpBuilder &, Value, Value)> f) {
    ImplicitLocOpBuilder b(UnknownLoc::get(&context), &context);
    b.setInsertionPointToEnd(module->getBody());
    Type pointer = LLVM::LLVMPointerType::get(&context);
    Type type = b.getF32Type();
    if (vector)
      type = VectorType::get({lanes}, type);
    auto function =
        LLVM::LLVMFuncOp::create(b, name,
                                 LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(&context),
                                                             {pointer, pointer, pointer}));
    b.setInsertionPointToStart(function.addEntryBlock(b));
    constexpr unsigned alignment = 4;
    Value x = LLVM::LoadOp::create(b, type, function.getArgument(0), alignment);
    Value y = LLVM::LoadOp::create(b, type, function.getArgument(1), alignment);
    LLVM::StoreOp::create(b, f(b, x, y), function.getArgument(2), alignment);
    LLVM::ReturnOp::create(b, ValueRange());
  }

  void compile() {
    PassManager manager(&context);
    manager.addPass(createArithToLLVMConversionPass());
    ASSERT_TRUE(succeeded(manager.run(*module)));
    auto llvmContext = std::make_unique<llvm::LLVMContext>();
    auto cpu = resolveCPU("", "native", "");
    ASSERT_TRUE(bool(cpu)) << toString(cpu.takeError());
    auto target = createTargetMachine(*cpu);
    ASSERT_TRUE(bool(target)) << toString(target.takeError());
    auto code = translateAndOptimize(*module, *llvmContext, **target);
    ASSERT_TRUE(code);
    auto object = generateCode(*code, **target, CodeKind::Object);
    ASSERT_TRUE(bool(object)) << toString(object.takeError());
    auto created = llvm::orc::LLJITBuilder().create();
    ASSERT_TRUE(bool(created)) << toString(created.takeError());
    jit = std::move(*created);
    auto buffer = llvm::MemoryBuffer::getMemBufferCopy(StringRef(object->data(), object->size()));
    ASSERT_EQ(toString(jit->addObjectFile(std::move(buffer))), "");
  }

  /// Compares a compiled function with the evaluator's.
  void expectSameBytes(StringRef name, bool vector,
                       llvm::function_ref<float(float, float)> expected) {
    auto address = jit->lookup(name);
    ASSERT_TRUE(bool(address)) << toString(address.takeError());
    auto *function = address->toPtr<void (*)(const float *, const float *, float *)>();
    test::Random random(7);
    for (int round = 0; round < 40000; ++round) {
      float x[lanes], y[lanes], result[lanes];
      for (int64_t i = 0; i < lanes; ++i) {
        x[i] = pick(random);
        y[i] = pick(random);
      }
      function(x, y, result);
      for (int64_t i = 0; i < (vector ? lanes : 1); ++i) {
        float want = expected(x[i], y[i]);
        ASSERT_EQ(llvm::bit_cast<uint32_t>(result[i]), llvm::bit_cast<uint32_t>(want))
            << name.str() << " of " << x[i] << ", " << y[i];
      }
    }
  }

  /// Any bits, or a number of moderate size; NaN, infinities and zeros at times.
  static float pick(test::Random &random) {
    switch (random.between(0, 3)) {
    case 0:
      return llvm::bit_cast<float>(random.next());
    case 1:
      return static_cast<float>(random.between(-20, 20)) * 0.5f;
    default:
      return static_cast<float>(random.unit() * 24.0 - 12.0);
    }
  }

  MLIRContext context;
  OwningOpRef<ModuleOp> module;
  std::unique_ptr<llvm::orc::LLJIT> jit;
};
} // namespace

// The emitted operations, optimized and compiled, give the evaluator's bytes for
// scalars and vectors, also of NaN, infinities and subnormals.
TEST_F(FloatFunctionEmitterTest, SameBytesAsTheEvaluator) {
  struct Function {
    const char *name;
    Emit emit;
    float (*evaluate)(float);
  };
  Function functions[] = {{"exp", emitExp, floatExp},       {"log", emitLog, floatLog},
                          {"erf", emitErf, floatErf},       {"tanh", emitTanh, floatTanh},
                          {"rsqrt", emitRsqrt, floatRsqrt}, {"sigmoid", emitSigmoid, floatSigmoid}};
  const int constantExponents[] = {1, 2, 3, 4};
  struct Form {
    std::string suffix;
    bool vector, hasScale;
  };
  std::vector<Form> forms = {{"_scalar", false, false}, {"_vector", true, false}};
  if (isSupportedByHost("avx512bw"))
    forms.insert(forms.end(), {{"_scalar_scaled", false, true}, {"_vector_scaled", true, true}});
  for (const Form &form : forms) {
    const std::string &suffix = form.suffix;
    bool vector = form.vector, hasScale = form.hasScale;
    for (const Function &function : functions)
      define(function.name + suffix, vector, [&](OpBuilder &b, Value x, Value) {
        return function.emit(b, b.getUnknownLoc(), x, hasScale);
      });
    define("pow" + suffix, vector, [&](OpBuilder &b, Value x, Value y) {
      return emitPow(b, b.getUnknownLoc(), x, y, hasScale);
    });
    for (int exponent : constantExponents)
      define("pow" + std::to_string(exponent) + suffix, vector, [&](OpBuilder &b, Value x, Value) {
        TypedAttr number = b.getF32FloatAttr(static_cast<float>(exponent));
        if (auto type = dyn_cast<VectorType>(x.getType()))
          number = SplatElementsAttr::get(type, number);
        Location loc = b.getUnknownLoc();
        return emitPow(b, loc, x, arith::ConstantOp::create(b, loc, number), hasScale);
      });
  }
  ASSERT_NO_FATAL_FAILURE(compile());
  for (const auto &[suffix, vector, hasScale] : forms) {
    for (const Function &function : functions)
      expectSameBytes(function.name + suffix, vector,
                      [&](float x, float) { return function.evaluate(x); });
    expectSameBytes("pow" + suffix, vector, [](float x, float y) { return floatPow(x, y); });
    for (int exponent : constantExponents)
      expectSameBytes("pow" + std::to_string(exponent) + suffix, vector,
                      [=](float x, float) { return floatPow(x, static_cast<float>(exponent)); });
  }
}
