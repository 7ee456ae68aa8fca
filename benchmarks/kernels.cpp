// kernels: the speed of single layers, compiled as qopt-compile does.
//
//   kernels --benchmark_filter=int8/conv
//   kernels --mcpu=x86-64-v3 --benchmark_filter=float --benchmark_format=json
//
// `rate` counts multiplications and additions (or elements, where a layer has
// none) per second; `share` is the rate divided by what the instruction that
// kernels multiply with reaches on its own, measured at the start.

#include "CompiledLayer.h"
#include "machine.h"

#include "llvm/Support/WithColor.h"

#include <benchmark/benchmark.h>

#include <chrono>

using namespace qopt;
using namespace qopt::bench;

namespace {

/// Ticks of the clock that compiled profiles read, per second.
double measureTicksPerSecond() {
  using Clock = std::chrono::steady_clock;
  Clock::time_point start = Clock::now();
  uint64_t ticks = __builtin_readcyclecounter();
  while (Clock::now() - start < std::chrono::milliseconds(50)) {
  }
  uint64_t passed = __builtin_readcyclecounter() - ticks;
  return static_cast<double>(passed) / std::chrono::duration<double>(Clock::now() - start).count();
}

/// The sequence of instructions (see machine.c) that kernels multiply with.
llvm::StringRef getMultiplySequence(const ISA &isa, Precision precision) {
  bool wide = isa.vectorBits == 512;
  bool arm = isa.dot == DotLowering::Neon || isa.dot == DotLowering::NeonDot;
  if (precision == Precision::Float)
    return arm ? "fmla f32" : (wide ? "fma f32 zmm" : "fma f32 ymm");
  switch (isa.dot) {
  case DotLowering::Amx:
  case DotLowering::Avx512Vnni:
    return precision == Precision::Int8 ? "vpdpbusd zmm" : "vpdpwssd zmm";
  case DotLowering::AvxVnni:
    return "vpdpbusd ymm";
  case DotLowering::Avx512Bw:
    return "vpmaddwd+vpaddd zmm";
  case DotLowering::Avx2:
    return "vpmaddwd+vpaddd ymm";
  case DotLowering::NeonDot:
    return "sdot";
  default:
    return "";
  }
}

struct Settings {
  std::string cpu;
  double ticksPerSecond;
  /// 10^9 operations per second, by precision; 0 where unknown.
  double peaks[3];
};

double measurePeak(llvm::StringRef name) {
  Sequence sequences[kMaxSequences];
  int count = getSequences(sequences);
  for (const Sequence &sequence : llvm::ArrayRef(sequences, count))
    if (name == sequence.name && sequence.supported)
      return measureRate(&sequence, /*repetitions=*/100);
  return 0;
}

void runLayer(benchmark::State &state, const Layer &layer, const Settings &settings) {
  // Kept from the runs in which the number of iterations is found; one at a
  // time, because weights are large.
  static const Layer *current = nullptr;
  static std::unique_ptr<CompiledLayer> compiled;
  if (current != &layer) {
    compiled.reset();
    current = &layer;
    llvm::Expected<std::unique_ptr<CompiledLayer>> made =
        CompiledLayer::create(layer, settings.cpu);
    if (!made) {
      state.SkipWithError(llvm::toString(made.takeError()).c_str());
      return;
    }
    compiled = std::move(*made);
  }
  if (!compiled) {
    state.SkipWithError("does not compile");
    return;
  }
  double best = std::numeric_limits<double>::infinity();
  for (auto unused : state) {
    (void)unused;
    llvm::Expected<int64_t> ticks = compiled->run();
    if (!ticks) {
      state.SkipWithError(llvm::toString(ticks.takeError()).c_str());
      return;
    }
    double seconds = static_cast<double>(*ticks) / settings.ticksPerSecond;
    best = std::min(best, seconds);
    state.SetIterationTime(seconds);
  }
  double rate = layer.operations / best * 1e-9;
  state.counters[layer.isMultiplyAdd ? "GOPS" : "Gelem/s"] = rate;
  double peak = settings.peaks[static_cast<int>(layer.precision)];
  if (layer.isMultiplyAdd && peak > 0)
    state.counters["share"] = rate / peak;
  if (layer.coldBytes > 0)
    state.counters["GB/s"] = layer.coldBytes / best * 1e-9;
  state.SetLabel(compiled->describe());
}

} // namespace

int main(int argc, char **argv) {
  benchmark::Initialize(&argc, argv);
  std::string cpu = "native";
  if (argc > 1 && llvm::StringRef(argv[1]).starts_with("--mcpu=")) {
    cpu = argv[1] + std::strlen("--mcpu=");
    --argc, ++argv;
  }
  if (argc > 1) {
    llvm::errs() << "usage: kernels [--benchmark_filter=REGEX] [--benchmark_list_tests] "
                    "[--mcpu=CPU] [other options of Google Benchmark]\n";
    return 1;
  }
  llvm::Expected<const ISA *> isa = findISA(cpu);
  if (!isa) {
    llvm::WithColor::error() << llvm::toString(isa.takeError()) << "\n";
    return 1;
  }
  Settings settings{cpu, measureTicksPerSecond(), {}};
  for (Precision precision : {Precision::Int8, Precision::Int16, Precision::Float}) {
    llvm::StringRef sequence = getMultiplySequence(**isa, precision);
    double peak = measurePeak(sequence);
    settings.peaks[static_cast<int>(precision)] = peak;
    if (peak > 0)
      benchmark::AddCustomContext((sequence + " GOPS").str(), std::to_string(peak));
  }
  std::vector<Layer> layers = getLayerSet();
  for (const Layer &layer : layers)
    benchmark::RegisterBenchmark(layer.name.c_str(),
                                 [&](benchmark::State &state) { runLayer(state, layer, settings); })
        ->UseManualTime()
        ->MinTime(0.1)
        ->Unit(benchmark::kMicrosecond);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
