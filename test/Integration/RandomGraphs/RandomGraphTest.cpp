// Random networks through the whole compiler: the reference evaluator, portable
// code, the code shape of every instruction set, and native code must give the
// same bytes.

#include "GraphGenerator.h"
#include "qopt/Driver/Compile.h"
#include "qopt/Import/OnnxImporter.h"
#include "qopt/InitAll.h"
#include "qopt/Reference/Evaluator.h"
#include "qopt/Runtime/LoadedModel.h"
#include "qopt/Runtime/ThreadPool.h"
#include "qopt/Support/Npz.h"
#include "qopt/Support/Samples.h"
#include "qopt/Target/ISA.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt;

namespace {

constexpr int kCalibrationSamples = 6;
constexpr int kTestSamples = 3;

/// A target to compile for.
struct TargetCase {
  const char *name, *triple, *cpu, *features, *isa;
};

constexpr TargetCase kTargets[] = {
    {"generic", "x86_64-linux-gnu", "x86-64", "", "generic"},
    {"avx2", "x86_64-linux-gnu", "haswell", "", "avx2"},
    {"avxvnni", "x86_64-linux-gnu", "alderlake", "", "avxvnni"},
    {"avx512bw", "x86_64-linux-gnu", "skylake-avx512", "", "avx512bw"},
    {"avx512vnni", "x86_64-linux-gnu", "icelake-server", "", "avx512vnni"},
    {"amx", "x86_64-linux-gnu", "sapphirerapids", "", "amx"},
    {"neon", "aarch64-linux-gnu", "generic", "", "neon"},
    {"neondot", "aarch64-linux-gnu", "generic", "+dotprod", "neondot"},
};

constexpr const char *kRescaleModes[] = {"fixed16", "fixed32", "fixed32-double-round", "float32"};

/// Runs tasks on the calling thread, the last one first.
const qopt_executor kReverseExecutor = {
    [](void *, int64_t count, void (*task)(void *, int64_t), void *argument) {
      while (count-- > 0)
        task(argument, count);
    },
    nullptr};

/// A folder that goes with the test.
class TemporaryFolder {
public:
  TemporaryFolder() { llvm::sys::fs::createUniqueDirectory("qopt-random", path); }
  ~TemporaryFolder() { llvm::sys::fs::remove_directories(path); }

  std::string file(StringRef name) const {
    SmallString<128> result(path);
    llvm::sys::path::append(result, name);
    return result.str().str();
  }

private:
  SmallString<128> path;
};

class RandomGraphTest : public testing::TestWithParam<int> {
protected:
  RandomGraphTest() {
    registerAllDialects(registry);
    context.appendDialectRegistry(registry);
    context.loadAllAvailableDialects();
    context.printOpOnDiagnostic(false);
    context.getDiagEngine().registerHandler([](Diagnostic &diagnostic) {
      if (diagnostic.getSeverity() == DiagnosticSeverity::Error)
        llvm::errs() << diagnostic.getLocation() << ": " << diagnostic << "\n";
    });
  }

  OwningOpRef<ModuleOp> import(const onnx::ModelProto &model) {
    std::string bytes;
    model.SerializeToString(&bytes);
    auto buffer = llvm::MemoryBuffer::getMemBuffer(bytes, "random.onnx", false);
    return importOnnx(buffer->getMemBufferRef(), context);
  }

  static func::FuncOp entry(ModuleOp module) { return *module.getOps<func::FuncOp>().begin(); }

  std::vector<SmallVector<Tensor>> makeSamples(func::FuncOp func, int count, uint64_t seed) {
    test::Random random(seed);
    std::vector<SmallVector<Tensor>> samples(count);
    for (SmallVector<Tensor> &sample : samples) {
      for (Type type : func.getArgumentTypes()) {
        Tensor tensor(cast<RankedTensorType>(type));
        for (float &value : tensor.as<float>())
          value = random.normal();
        sample.push_back(std::move(tensor));
      }
    }
    return samples;
  }

  /// Writes the samples as the .npz file that calibration reads.
  void writeSamples(StringRef path, func::FuncOp func, ArrayRef<SmallVector<Tensor>> samples) {
    SmallVector<NamedTensorType> inputs = describeInputs(func);
    std::vector<std::vector<char>> bytes(inputs.size());
    std::vector<SmallVector<int64_t>> shapes(inputs.size());
    std::vector<NpzEntry> entries;
    for (auto [i, input] : llvm::enumerate(inputs)) {
      for (const SmallVector<Tensor> &sample : samples)
        bytes[i].insert(bytes[i].end(), sample[i].data(),
                        sample[i].data() + sample[i].getSizeInBytes());
      shapes[i] = llvm::to_vector(input.type.getShape());
      shapes[i][0] *= samples.size();
      entries.push_back({input.name, NpyType::Float32, shapes[i], bytes[i]});
    }
    llvm::Error error = writeNpz(path, entries);
    ASSERT_FALSE(static_cast<bool>(error)) << llvm::toString(std::move(error));
  }

  /// What the evaluator makes of each sample.
  std::vector<SmallVector<Tensor>> evaluate(ModuleOp module,
                                            ArrayRef<SmallVector<Tensor>> samples) {
    FailureOr<Evaluator> evaluator = Evaluator::create(entry(module));
    std::vector<SmallVector<Tensor>> results;
    if (failed(evaluator)) {
      ADD_FAILURE() << "the evaluator refuses the program";
      return results;
    }
    for (const SmallVector<Tensor> &sample : samples) {
      FailureOr<SmallVector<Tensor>> outputs = evaluator->run(sample);
      if (failed(outputs)) {
        ADD_FAILURE() << "the evaluator fails";
        return {};
      }
      results.push_back(std::move(*outputs));
    }
    return results;
  }

  /// Compiles a copy of `module` for `target`, runs it and compares bytes.
  void check(ModuleOp module, const TargetCase &target, bool emulate, bool keepFloat,
             ArrayRef<SmallVector<Tensor>> samples, ArrayRef<SmallVector<Tensor>> expected,
             unsigned threads = 1) {
    SCOPED_TRACE(std::string(target.name) + (emulate ? ", emulated" : ", native") +
                 (keepFloat ? ", float" : "") + ", threads: " + std::to_string(threads));
    OwningOpRef<ModuleOp> copy = module.clone();
    CompileOptions options;
    options.keepFloat = keepFloat;
    options.pipeline.triple = target.triple;
    options.pipeline.cpu = target.cpu;
    options.pipeline.features = target.features;
    options.pipeline.emulate = emulate;
    options.pipeline.threads = threads;
    // Whatever can be split is, though these layers are small.
    options.pipeline.forkJoinCycles = 0;
    // Tensors are small, and so are bands.
    options.pipeline.bandBytes = 512 * (GetParam() % 4);
    std::string path = folder.file(std::string(target.name) + (emulate ? "e" : "n") +
                                   (keepFloat ? "f" : "i") + std::to_string(threads) + ".so");
    ASSERT_TRUE(succeeded(compileTo(*copy, Phase::LLVM, options)));
    ASSERT_TRUE(succeeded(writeModel(*copy, OutputKind::SharedLibrary, path)));
    llvm::Expected<LoadedModel> model = LoadedModel::load(path);
    ASSERT_TRUE(static_cast<bool>(model)) << llvm::toString(model.takeError());
    std::unique_ptr<qopt_thread_pool, void (*)(qopt_thread_pool *)> pool(
        qopt_thread_pool_create(static_cast<int32_t>(threads)), qopt_thread_pool_destroy);
    const qopt_executor *executors[] = {&kReverseExecutor, qopt_thread_pool_executor(pool.get()),
                                        nullptr};
    SmallVector<RankedTensorType> types = model->outputTypes(&context);
    for (size_t i = 0; i < samples.size(); ++i) {
      SmallVector<Tensor> outputs(types.begin(), types.end());
      llvm::Error error = model->run(samples[i], outputs, executors[i % 3]);
      ASSERT_FALSE(static_cast<bool>(error)) << llvm::toString(std::move(error));
      ASSERT_EQ(outputs.size(), expected[i].size());
      for (size_t j = 0; j < outputs.size(); ++j)
        EXPECT_EQ(
            std::memcmp(outputs[j].data(), expected[i][j].data(), expected[i][j].getSizeInBytes()),
            0)
            << "sample " << i << ", output " << j;
    }
  }

  /// All targets, emulated, and those that this machine runs, natively.
  void checkAll(ModuleOp module, bool keepFloat, ArrayRef<SmallVector<Tensor>> samples) {
    std::vector<SmallVector<Tensor>> expected = evaluate(module, samples);
    ASSERT_EQ(expected.size(), samples.size());
    unsigned index = 0, threads = 2 + GetParam() % 3;
    for (const TargetCase &target : kTargets) {
      // Rotating: one of the targets with tasks.
      if (index++ == GetParam() % std::size(kTargets))
        check(module, target, !isSupportedByHost(target.isa), keepFloat, samples, expected,
              threads);
      check(module, target, /*emulate=*/true, keepFloat, samples, expected);
      if (isSupportedByHost(target.isa))
        check(module, target, /*emulate=*/false, keepFloat, samples, expected);
      if (HasFatalFailure())
        return;
    }
  }

  void checkIntegerBuilds(OwningOpRef<ModuleOp> module);
  void checkFloatBuilds(OwningOpRef<ModuleOp> module);

  DialectRegistry registry;
  MLIRContext context{MLIRContext::Threading::DISABLED};
  TemporaryFolder folder;
};

void RandomGraphTest::checkIntegerBuilds(OwningOpRef<ModuleOp> module) {
  ASSERT_TRUE(module);
  auto calibration = makeSamples(entry(*module), kCalibrationSamples, 2 * GetParam() + 1);
  auto samples = makeSamples(entry(*module), kTestSamples, 2 * GetParam() + 2);

  CompileOptions options;
  options.calibrationData = folder.file("calibration.npz");
  writeSamples(options.calibrationData, entry(*module), calibration);
  // Mostly the defaults; each other choice in some of the graphs.
  if (GetParam() % 4 == 1)
    options.pipeline.rescale = kRescaleModes[GetParam() / 4 % 4];
  if (GetParam() % 16 == 7)
    options.pipeline.activationBits = 16;
  if (GetParam() % 16 == 3)
    options.pipeline.weightBits = 4;
  ASSERT_TRUE(succeeded(compileTo(*module, Phase::Integer, options)));
  checkAll(*module, /*keepFloat=*/false, samples);
}

void RandomGraphTest::checkFloatBuilds(OwningOpRef<ModuleOp> module) {
  ASSERT_TRUE(module);
  auto samples = makeSamples(entry(*module), kTestSamples, 2 * GetParam() + 2);
  std::vector<SmallVector<Tensor>> expected = evaluate(*module, samples);
  ASSERT_EQ(expected.size(), samples.size());
  // Rotating: the float kernels differ in lanes only.
  const TargetCase &target = kTargets[GetParam() % std::size(kTargets)];
  check(*module, target, /*emulate=*/true, /*keepFloat=*/true, samples, expected,
        /*threads=*/1 + GetParam() % 4);
  for (const TargetCase &native : kTargets) {
    if (StringRef(native.isa) == "generic" || !isSupportedByHost(native.isa))
      continue;
    check(*module, native, /*emulate=*/false, /*keepFloat=*/true, samples, expected);
    break;
  }
}

using DilatedGraphTest = RandomGraphTest;

TEST_P(RandomGraphTest, AllTargetsGiveTheBytesOfTheEvaluator) {
  checkIntegerBuilds(import(test::generateGraph(GetParam())));
}

TEST_P(RandomGraphTest, FloatBuildsGiveTheBytesOfTheEvaluator) {
  checkFloatBuilds(import(test::generateGraph(GetParam())));
}

TEST_P(DilatedGraphTest, AllTargetsGiveTheBytesOfTheEvaluator) {
  checkIntegerBuilds(import(test::generateDilatedGraph(GetParam())));
}

TEST_P(DilatedGraphTest, FloatBuildsGiveTheBytesOfTheEvaluator) {
  checkFloatBuilds(import(test::generateDilatedGraph(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Seeds, DilatedGraphTest, testing::Range(0, 8));
INSTANTIATE_TEST_SUITE_P(Seeds, RandomGraphTest, testing::Range(0, 120));
// LLVM could not select an instruction for it.
INSTANTIATE_TEST_SUITE_P(Found, RandomGraphTest, testing::Values(181));

} // namespace
