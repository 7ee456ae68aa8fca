#include "qopt/Driver/Run.h"
#include "DiagnosticPrinter.h"
#include "LayerTimes.h"
#include "ModelRunner.h"
#include "qopt/Driver/Metrics.h"
#include "qopt/InitAll.h"
#include "qopt/Runtime/ThreadPool.h"
#include "qopt/Support/Npz.h"
#include "qopt/Support/Samples.h"

#include "mlir/IR/MLIRContext.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/WithColor.h"

#include <chrono>

using namespace mlir;
using namespace qopt;

namespace {

using Clock = std::chrono::steady_clock;

struct PoolDeleter {
  void operator()(qopt_thread_pool *pool) const { qopt_thread_pool_destroy(pool); }
};

/// Times single runs and prints minimum and median.
llvm::Error benchmark(ModelRunner &runner, ArrayRef<Tensor> inputs, const qopt_executor *executor,
                      const RunOptions &options) {
  std::vector<double> times;
  Clock::time_point start = Clock::now();
  auto secondsSince = [](Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
  };
  // A tenth of the time warms caches, pages and the clock up.
  double warmUp = *options.benchmarkSeconds * 0.1;
  std::optional<LayerTimes> layers;
  if (options.profile) {
    std::optional<ModelProfile> profile = runner.getProfile();
    if (!profile)
      return llvm::createStringError("no layers to profile; compile the library with --profile");
    layers.emplace(std::move(*profile));
  }
  while (true) {
    if (layers)
      layers->start();
    Clock::time_point before = Clock::now();
    if (llvm::Error error = runner.run(inputs, executor).takeError())
      return error;
    double elapsed = secondsSince(start);
    if (elapsed >= warmUp || times.empty())
      times.push_back(secondsSince(before) * 1e3);
    if (layers)
      layers->add(secondsSince(before) * 1e3);
    if (elapsed >= *options.benchmarkSeconds + warmUp && times.size() >= 3)
      break;
  }
  if (layers)
    layers->print(llvm::outs());
  llvm::sort(times);
  double median = times[times.size() / 2];
  const qopt_variant *variant = runner.getVariant();
  if (options.json) {
    llvm::json::OStream json(llvm::outs());
    json.object([&] {
      json.attribute("min_ms", times.front());
      json.attribute("median_ms", median);
      json.attribute("threads", options.threads);
      json.attribute("runs", static_cast<int64_t>(times.size()));
      if (variant)
        json.attribute("cpu", variant->cpu);
    });
    llvm::outs() << "\n";
  } else {
    if (variant)
      llvm::outs() << "code for " << variant->cpu << " (" << variant->instruction_set << ")\n";
    llvm::outs() << "latency: minimum " << llvm::format("%.4f", times.front()) << " ms, median "
                 << llvm::format("%.4f", median) << " ms, " << times.size() << " runs, "
                 << options.threads << (options.threads == 1 ? " thread\n" : " threads\n");
  }
  return llvm::Error::success();
}

/// The outputs of all samples, written as one array each.
class OutputWriter {
public:
  explicit OutputWriter(ArrayRef<NamedTensorType> outputs)
      : outputs(outputs), bytes(outputs.size()) {}

  void add(ArrayRef<Tensor> results) {
    for (auto [buffer, result] : llvm::zip_equal(bytes, results))
      buffer.append(result.data(), result.data() + result.getSizeInBytes());
    ++samples;
  }

  llvm::Error write(StringRef path) const {
    SmallVector<SmallVector<int64_t>> shapes;
    SmallVector<NpzEntry> entries;
    for (const NamedTensorType &output : outputs) {
      // The samples take the place of a batch dimension of 1.
      ArrayRef<int64_t> shape = output.type.getShape();
      if (!shape.empty() && shape.front() == 1)
        shape = shape.drop_front();
      shapes.push_back({samples});
      shapes.back().append(shape.begin(), shape.end());
    }
    for (auto [output, shape, buffer] : llvm::zip_equal(outputs, shapes, bytes))
      entries.push_back({output.name, npyType(output.type.getElementType()), shape, buffer});
    return writeNpz(path, entries);
  }

private:
  static NpyType npyType(Type type) {
    if (type.isF32())
      return NpyType::Float32;
    bool isUnsigned = type.isUnsignedInteger();
    switch (type.getIntOrFloatBitWidth()) {
    case 1:
      return NpyType::Bool;
    case 8:
      return isUnsigned ? NpyType::UInt8 : NpyType::Int8;
    case 16:
      return isUnsigned ? NpyType::UInt16 : NpyType::Int16;
    case 32:
      return isUnsigned ? NpyType::UInt32 : NpyType::Int32;
    default:
      return isUnsigned ? NpyType::UInt64 : NpyType::Int64;
    }
  }

  ArrayRef<NamedTensorType> outputs;
  std::vector<SmallVector<char, 0>> bytes;
  int64_t samples = 0;
};

/// Counts the samples whose largest output is at the position of their label.
class AccuracyCounter {
public:
  /// Reads the integer array `name` of `path`.
  llvm::Error open(StringRef path, StringRef name) {
    llvm::Expected<std::unique_ptr<NpzReader>> reader = NpzReader::open(path);
    if (!reader)
      return reader.takeError();
    llvm::Expected<NpyArray> array = (*reader)->read(name);
    if (!array)
      return array.takeError();
    size_t elementBytes = npyTypeBytes(array->type);
    if (array->type == NpyType::Float32 || array->type == NpyType::Float64)
      return llvm::createStringError(path + ": array '" + name + "' holds " +
                                     npyTypeName(array->type) +
                                     "; labels are integers, the position of the right class");
    if (array->shape.size() != 1)
      return llvm::createStringError(path + ": array '" + name +
                                     "' must have one dimension, one label per sample");
    for (int64_t i = 0; i < array->shape[0]; ++i) {
      int64_t label = 0;
      std::memcpy(&label, array->bytes.data() + i * elementBytes, elementBytes);
      labels.push_back(label);
    }
    return llvm::Error::success();
  }

  llvm::Error add(const Tensor &output) {
    if (samples >= static_cast<int64_t>(labels.size()))
      return llvm::createStringError("there are only " + Twine(labels.size()) + " labels");
    correct += argMax(output) == labels[samples];
    ++samples;
    return llvm::Error::success();
  }

  void print() const {
    llvm::outs() << "accuracy: "
                 << llvm::format("%.2f", 100.0 * static_cast<double>(correct) /
                                             static_cast<double>(std::max<int64_t>(samples, 1)))
                 << " % (" << correct << " of " << samples << ")\n";
  }

private:
  std::vector<int64_t> labels;
  int64_t samples = 0, correct = 0;
};

/// Runs all samples of `options.inputs` and gathers what was asked for. Sets
/// `passed` to false when an output was too far from the expected one.
llvm::Error runSamples(ModelRunner &runner, const qopt_executor *executor,
                       const RunOptions &options, bool &passed) {
  llvm::Expected<SampleReader> samples = SampleReader::open(options.inputs, runner.inputs);
  if (!samples)
    return samples.takeError();
  int64_t count = samples->size();
  if (options.maxSamples > 0)
    count = std::min(count, options.maxSamples);

  std::optional<SampleReader> expected;
  std::vector<OutputComparison> comparisons(runner.outputs.size());
  if (!options.expected.empty()) {
    llvm::Expected<SampleReader> opened = SampleReader::open(options.expected, runner.outputs);
    if (!opened)
      return opened.takeError();
    expected.emplace(std::move(*opened));
    if (expected->size() < count)
      return llvm::createStringError(options.expected + ": has " + Twine(expected->size()) +
                                     " samples, " + Twine(count) +
                                     " are run; limit them with --max-samples");
  }
  AccuracyCounter accuracy;
  if (!options.labels.empty())
    if (llvm::Error error = accuracy.open(options.inputs, options.labels))
      return error;

  OutputWriter writer(runner.outputs);
  for (int64_t i = 0; i < count; ++i) {
    llvm::Expected<SmallVector<Tensor>> inputs = samples->read(i);
    if (!inputs)
      return inputs.takeError();
    llvm::Expected<SmallVector<Tensor>> outputs = runner.run(*inputs, executor);
    if (!outputs)
      return outputs.takeError();
    if (expected) {
      llvm::Expected<SmallVector<Tensor>> wanted = expected->read(i);
      if (!wanted)
        return wanted.takeError();
      for (auto [comparison, actual, want] : llvm::zip_equal(comparisons, *outputs, *wanted))
        comparison.add(actual, want);
    }
    if (!options.labels.empty())
      if (llvm::Error error = accuracy.add(outputs->front()))
        return error;
    if (!options.outputs.empty())
      writer.add(*outputs);
  }
  if (!options.labels.empty())
    accuracy.print();
  for (auto [comparison, output] : llvm::zip_equal(comparisons, runner.outputs)) {
    if (!expected)
      break;
    comparison.print(llvm::outs(), output.name);
    if (options.tolerance && !comparison.within(*options.tolerance))
      passed = false;
  }
  return options.outputs.empty() ? llvm::Error::success() : writer.write(options.outputs);
}

int fail(const Twine &message) {
  // Reports come first, also where both streams are one.
  llvm::outs().flush();
  llvm::WithColor::error(llvm::errs(), "qopt-run") << message << "\n";
  return 1;
}

/// The first sample of the inputs, or zeros without inputs.
llvm::Expected<SmallVector<Tensor>> benchmarkInputs(const ModelRunner &runner,
                                                    const RunOptions &options) {
  if (!options.inputs.empty()) {
    llvm::Expected<SampleReader> samples = SampleReader::open(options.inputs, runner.inputs);
    if (!samples)
      return samples.takeError();
    return samples->read(0);
  }
  SmallVector<Tensor> inputs;
  for (const NamedTensorType &input : runner.inputs)
    inputs.emplace_back(input.type);
  return inputs;
}

} // namespace

int qopt::runModel(const RunOptions &options, const CompileOptions &compileOptions) {
  if (options.profile && (!options.benchmarkSeconds || options.json))
    return fail("--profile prints a table of what --benchmark measures; give it without --json");
  if (options.inputs.empty() && !options.benchmarkSeconds)
    return fail("nothing to do: give --inputs=FILE.npz, or --benchmark");
  if (options.inputs.empty() &&
      !(options.outputs.empty() && options.expected.empty() && options.labels.empty()))
    return fail("--outputs, --expect and --labels need --inputs=FILE.npz");

  DialectRegistry registry;
  registerAllDialects(registry);
  MLIRContext context(registry);
  DiagnosticPrinter diagnostics(&context, options.model, compileOptions.remarksFilter);
  std::unique_ptr<ModelRunner> runner =
      makeModelRunner(options.model, options.useEvaluator, compileOptions, context);
  if (!runner)
    return 1;
  std::unique_ptr<qopt_thread_pool, PoolDeleter> pool;
  if (options.threads > 1) {
    pool.reset(qopt_thread_pool_create(static_cast<int32_t>(options.threads)));
    if (!pool)
      return fail("cannot start " + Twine(options.threads) + " threads");
  }
  const qopt_executor *executor = pool ? qopt_thread_pool_executor(pool.get()) : nullptr;

  bool passed = true;
  if (!options.inputs.empty() && !(options.outputs.empty() && options.expected.empty() &&
                                   options.labels.empty() && options.benchmarkSeconds))
    if (llvm::Error error = runSamples(*runner, executor, options, passed))
      return fail(llvm::toString(std::move(error)));
  if (options.benchmarkSeconds) {
    llvm::Expected<SmallVector<Tensor>> inputs = benchmarkInputs(*runner, options);
    if (!inputs)
      return fail(llvm::toString(inputs.takeError()));
    if (llvm::Error error = benchmark(*runner, *inputs, executor, options))
      return fail(llvm::toString(std::move(error)));
  }
  if (!passed)
    return fail("outputs differ from the expected ones by more than the tolerance");
  return 0;
}
