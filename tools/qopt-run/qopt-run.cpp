// qopt-run: runs a model on data, compares and times it.

#include "../Common/ModelOptions.h"
#include "qopt/Driver/Run.h"

#include "mlir/Pass/PassManager.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"

using namespace llvm;

static const char *const overview =
    R"(qopt-run: run a model on data, compare its outputs, time it

  qopt-run net.so --inputs=test.npz --outputs=out.npz
  qopt-run net.so --inputs=test.npz --labels=label        accuracy
  qopt-run net.so --inputs=test.npz --expect=out.npz --tolerance=0
  qopt-run net.mlir --evaluator --inputs=test.npz --outputs=reference.npz
  qopt-run net.so --benchmark --json
  qopt-run net.mlir --profile --benchmark                 the time of each layer

A .so runs as it is; .onnx and .mlir models of any phase up to 'integer' are compiled first
(float models with --float, or quantized with --calibration-data), or evaluated with --evaluator.
Arrays of the .npz are found by the names of the inputs; their first axis counts samples.
)";

int main(int argc, char **argv) {
  InitLLVM initLLVM(argc, argv);
  setBugReportMsg("this is a defect in qopt; please report it with the model and this text\n");
  qopt::tools::ModelOptions modelOptions;
  mlir::registerPassManagerCLOptions();
  qopt::RunOptions run;
  cl::opt<std::string, true> model(cl::Positional, cl::Required, cl::location(run.model),
                                   cl::desc("model.{so,mlir,onnx}"));
  cl::opt<std::string, true> inputs("inputs", cl::location(run.inputs), cl::value_desc("FILE.npz"),
                                    cl::desc("Inputs; without it --benchmark uses zeros"));
  cl::opt<std::string, true> outputs("outputs", cl::location(run.outputs),
                                     cl::value_desc("FILE.npz"), cl::desc("Write the outputs"));
  cl::opt<std::string, true> expected("expect", cl::location(run.expected),
                                      cl::value_desc("FILE.npz"),
                                      cl::desc("Compare with these outputs"));
  cl::opt<std::string, true> labels("labels", cl::location(run.labels), cl::value_desc("NAME"),
                                    cl::desc("Integer array of --inputs that holds the right "
                                             "classes: prints the top-1 accuracy"));
  cl::opt<double> tolerance("tolerance", cl::desc("Largest difference that --expect accepts; 0: "
                                                  "all bytes must be equal"));
  cl::opt<int64_t, true> maxSamples("max-samples", cl::location(run.maxSamples),
                                    cl::desc("Run the first N samples only"), cl::value_desc("N"));
  cl::opt<bool, true> evaluator("evaluator", cl::location(run.useEvaluator),
                                cl::desc("Evaluate on the reference evaluator"));
  cl::opt<unsigned, true> threads("threads", cl::location(run.threads), cl::init(1),
                                  cl::desc("Threads that run the model's tasks"),
                                  cl::value_desc("N"));
  cl::opt<double> benchmark("benchmark", cl::ValueOptional, cl::init(0.0),
                            cl::desc("Time single runs for this long (default 1 second)"),
                            cl::value_desc("SECONDS"));
  cl::opt<bool, true> json("json", cl::location(run.json),
                           cl::desc("Print the benchmark as one JSON object"));
  cl::SetVersionPrinter(qopt::tools::printVersion);
  cl::ParseCommandLineOptions(argc, argv, overview);
  if (tolerance.getNumOccurrences())
    run.tolerance = tolerance;
  if (benchmark.getNumOccurrences())
    run.benchmarkSeconds = benchmark > 0 ? benchmark : 1.0;
  Expected<std::unique_ptr<qopt::CompileOptions>> compile = modelOptions.get();
  if (!compile)
    return qopt::tools::fail("qopt-run", compile.takeError());
  run.profile = (*compile)->pipeline.profile;
  (*compile)->pipeline.threads = run.threads;
  return qopt::runModel(run, **compile);
}
