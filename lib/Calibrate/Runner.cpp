#include "qopt/Calibrate/Runner.h"

#include "qopt/Support/Progress.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/ThreadPool.h"

#include <cmath>
#include <mutex>

using namespace mlir;
using namespace qopt;

/// One call of `run`: the samples that are still to be taken, and what its
/// threads have found.
class CalibrationRunner::Session {
public:
  Session(const CalibrationRunner &runner, SampleReader &samples, int64_t count)
      : runner(runner), samples(samples), inputs(samples.getTensors()), count(count),
        progress("calibrating", "samples", count) {}

  /// Takes samples until there are none left, or one has failed.
  void work(CalibrationStatistics &statistics);

  llvm::Error takeError();

private:
  /// The next sample and its index, or nothing.
  std::optional<std::pair<int64_t, SmallVector<Tensor>>> takeSample();
  /// Runs one sample. Returns what is wrong with it.
  std::string evaluate(ArrayRef<Tensor> sample, CalibrationStatistics &statistics) const;
  void fail(int64_t sample, const llvm::Twine &problem);

  const CalibrationRunner &runner;
  SampleReader &samples;
  ArrayRef<NamedTensorType> inputs;
  const int64_t count;
  ProgressMeter progress;

  std::mutex mutex; // guards all below, and reading
  int64_t next = 0;
  std::optional<int64_t> failedSample;
  std::string message;
};

FailureOr<CalibrationRunner> CalibrationRunner::create(func::FuncOp function) {
  FailureOr<CalibrationStatistics> statistics = CalibrationStatistics::create(function);
  if (failed(statistics))
    return failure();
  FailureOr<Evaluator> evaluator = Evaluator::create(function);
  if (failed(evaluator))
    return failure();
  return CalibrationRunner(function, std::move(*evaluator), std::move(*statistics));
}

CalibrationRunner::CalibrationRunner(func::FuncOp function, Evaluator evaluator,
                                     CalibrationStatistics statistics)
    : evaluator(std::move(evaluator)), statistics(std::move(statistics)) {
  function.walk([&](calib::ObserveOp op) { siteIndices.try_emplace(op, siteIndices.size()); });
}

std::optional<std::pair<int64_t, SmallVector<Tensor>>> CalibrationRunner::Session::takeSample() {
  std::unique_lock<std::mutex> lock(mutex);
  // Samples are handed out in order: when one fails, all before it are already
  // under way, so that the first failure is found whatever the timing.
  if (next == count || failedSample)
    return std::nullopt;
  const int64_t index = next++;
  llvm::Expected<SmallVector<Tensor>> sample = samples.read(index);
  if (sample)
    return std::make_pair(index, std::move(*sample));
  failedSample = index;
  message = llvm::toString(sample.takeError());
  return std::nullopt;
}

static llvm::StringRef describeNonFinite(float value) {
  return std::isnan(value) ? "NaN" : value < 0 ? "-infinity" : "infinity";
}

void CalibrationRunner::Session::fail(int64_t sample, const llvm::Twine &problem) {
  std::lock_guard<std::mutex> lock(mutex);
  if (failedSample && *failedSample <= sample)
    return;
  failedSample = sample;
  message = llvm::formatv("{0}: sample {1}: {2}", samples.getPath(), sample, problem.str()).str();
}

std::string CalibrationRunner::Session::evaluate(ArrayRef<Tensor> sample,
                                                 CalibrationStatistics &statistics) const {
  for (auto [input, tensor] : llvm::zip_equal(inputs, sample)) {
    if (!input.type.getElementType().isF32())
      continue;
    for (auto [element, value] : llvm::enumerate(tensor.as<float>()))
      if (!std::isfinite(value))
        return llvm::formatv("array '{0}' holds {1} at element {2} of the sample: calibration "
                             "needs finite values; remove the sample",
                             input.name, describeNonFinite(value), element);
  }

  std::string problem;
  auto observe = [&](calib::ObserveOp op, const Tensor &tensor) {
    const size_t index = runner.siteIndices.lookup(op);
    const ArrayRef<float> values = tensor.as<float>();
    const std::optional<size_t> element = statistics.getSite(index).add(values);
    if (element && problem.empty())
      problem = llvm::formatv("site '{0}' holds {1} at element {2}: the model overflows on this "
                              "sample; check that the data is scaled as the model was trained, "
                              "or remove the sample",
                              op.getSite(), describeNonFinite(values[*element]), *element);
  };
  if (failed(runner.evaluator.run(sample, observe)))
    return "cannot be evaluated";
  return problem;
}

void CalibrationRunner::Session::work(CalibrationStatistics &statistics) {
  while (auto sample = takeSample()) {
    std::string problem = evaluate(sample->second, statistics);
    if (!problem.empty())
      fail(sample->first, problem);
    progress.advance();
  }
}

llvm::Error CalibrationRunner::Session::takeError() {
  return failedSample ? llvm::createStringError(message) : llvm::Error::success();
}

llvm::Expected<int64_t> CalibrationRunner::run(SampleReader &samples, const Options &options) {
  const int64_t count = std::min(options.maxSamples.value_or(samples.size()), samples.size());
  const int64_t threads =
      std::clamp<int64_t>(llvm::hardware_concurrency(options.threads).compute_thread_count(), 1,
                          std::max<int64_t>(count, 1));
  // What the threads see is merged at the end, in any order: the same bytes.
  std::vector<SiteStatistics> empty;
  for (const SiteStatistics &site : statistics.getSites())
    empty.emplace_back(site.getSite());
  std::vector<CalibrationStatistics> parts(
      threads, CalibrationStatistics(statistics.getFingerprint(), empty));

  {
    Session session(*this, samples, count);
    if (threads == 1) {
      session.work(parts.front());
    } else {
      llvm::DefaultThreadPool pool(llvm::hardware_concurrency(threads));
      for (CalibrationStatistics &part : parts)
        pool.async([&session, &part] { session.work(part); });
      pool.wait();
    }
    if (llvm::Error error = session.takeError())
      return std::move(error);
  }

  // All or nothing, also if a count overflows.
  for (CalibrationStatistics &part : llvm::drop_begin(parts))
    if (llvm::Error error = parts.front().merge(part))
      return std::move(error);
  if (llvm::Error error = statistics.merge(parts.front()))
    return std::move(error);
  return count;
}
