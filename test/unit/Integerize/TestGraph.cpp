#include "TestGraph.h"

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "qopt/Calibrate/ApplyCalibration.h"
#include "qopt/InitAll.h"
#include "qopt/Reference/Evaluator.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::test;

MLIRContext *qopt::test::getContext() {
  static std::unique_ptr<MLIRContext> context = [] {
    DialectRegistry registry;
    registerAllDialects(registry);
    registerAllPasses();
    auto result = std::make_unique<MLIRContext>(registry, MLIRContext::Threading::DISABLED);
    result->loadAllAvailableDialects();
    return result;
  }();
  return context.get();
}

TestGraph::TestGraph(MLIRContext *context, unsigned seed)
    : builder(context), loc(builder.getUnknownLoc()), module(ModuleOp::create(loc)),
      generator(seed) {
  builder.setInsertionPointToEnd(module->getBody());
  function = func::FuncOp::create(builder, loc, "main", builder.getFunctionType({}, {}));
  builder.setInsertionPointToEnd(function.addEntryBlock());
}

Value TestGraph::argument(ArrayRef<int64_t> shape) {
  auto type = RankedTensorType::get(shape, builder.getF32Type());
  (void)function.insertArgument(function.getNumArguments(), type, {}, loc);
  return function.getArguments().back();
}

Value TestGraph::random(ArrayRef<int64_t> shape, double scale, double offset) {
  auto type = RankedTensorType::get(shape, builder.getF32Type());
  std::normal_distribution<double> normal;
  std::vector<float> values(type.getNumElements());
  for (float &value : values)
    value = static_cast<float>(normal(generator) * scale + offset);
  return tosa::ConstOp::create(builder, loc, type,
                               DenseElementsAttr::get(type, ArrayRef<float>(values)));
}

Value TestGraph::constant(ArrayRef<int64_t> shape, float value) {
  auto type = RankedTensorType::get(shape, builder.getF32Type());
  return tosa::ConstOp::create(builder, loc, type, DenseElementsAttr::get(type, value));
}

Value TestGraph::splatLike(Value x, float value) {
  return constant(SmallVector<int64_t>(cast<ShapedType>(x.getType()).getRank(), 1), value);
}

static ArrayRef<int64_t> shapeOf(Value value) {
  return cast<ShapedType>(value.getType()).getShape();
}

static RankedTensorType typeLike(Value x, ArrayRef<int64_t> shape) {
  return cast<RankedTensorType>(x.getType()).clone(shape);
}

static int64_t outputSize(int64_t input, int64_t kernel, int64_t stride, int64_t pad) {
  return (input + 2 * pad - kernel) / stride + 1;
}

Value TestGraph::conv(Value x, int64_t channels, int64_t kernel, int64_t stride, int64_t pad,
                      double biasScale) {
  ArrayRef<int64_t> in = shapeOf(x);
  double scale = 1.0 / std::sqrt(static_cast<double>(in[3] * kernel * kernel));
  Value weights = random({channels, kernel, kernel, in[3]}, scale);
  Value bias = random({channels}, biasScale);
  // TOSA wants the windows to end exactly at the padded border.
  int64_t endH = pad, endW = pad;
  while ((in[1] + pad + endH - kernel) % stride)
    --endH;
  while ((in[2] + pad + endW - kernel) % stride)
    --endW;
  auto type = typeLike(x, {in[0], outputSize(in[1], kernel, stride, pad),
                           outputSize(in[2], kernel, stride, pad), channels});
  Value zero = zeroPoint();
  return tosa::Conv2DOp::create(builder, loc, type, x, weights, bias, zero, zero,
                                builder.getDenseI64ArrayAttr({pad, endH, pad, endW}),
                                builder.getDenseI64ArrayAttr({stride, stride}),
                                builder.getDenseI64ArrayAttr({1, 1}),
                                TypeAttr::get(builder.getF32Type()));
}

Value TestGraph::depthwise(Value x, int64_t multiplier, int64_t kernel, int64_t pad) {
  ArrayRef<int64_t> in = shapeOf(x);
  Value weights = random({kernel, kernel, in[3], multiplier}, 1.0 / kernel);
  Value bias = random({in[3] * multiplier}, 0.3);
  auto type = typeLike(x, {in[0], outputSize(in[1], kernel, 1, pad),
                           outputSize(in[2], kernel, 1, pad), in[3] * multiplier});
  Value zero = zeroPoint();
  return tosa::DepthwiseConv2DOp::create(
      builder, loc, type, x, weights, bias, zero, zero,
      builder.getDenseI64ArrayAttr({pad, pad, pad, pad}), builder.getDenseI64ArrayAttr({1, 1}),
      builder.getDenseI64ArrayAttr({1, 1}), TypeAttr::get(builder.getF32Type()));
}

Value TestGraph::grouped(Value x, int64_t groups, int64_t channels, int64_t kernel) {
  SmallVector<int64_t> in(shapeOf(x));
  int64_t inputs = in[3] / groups, outputs = channels / groups;
  Value split = reshape(x, {in[0], in[1], in[2], groups, inputs});
  Value weights = random({groups, outputs, kernel, kernel, inputs}, 0.3);
  Value bias = random({groups, outputs}, 0.3);
  SmallVector<int64_t> out = {in[0], in[1] - kernel + 1, in[2] - kernel + 1, groups, outputs};
  Value empty = tensor::EmptyOp::create(builder, loc, out, builder.getF32Type());
  Value init = linalg::BroadcastOp::create(builder, loc, bias, empty, ArrayRef<int64_t>{0, 1, 2})
                   ->getResult(0);
  Value result = linalg::Conv2DNhwgcGfhwcOp::create(builder, loc, TypeRange{init.getType()},
                                                    ValueRange{split, weights}, ValueRange{init},
                                                    builder.getI64TensorAttr({1, 1}),
                                                    builder.getI64TensorAttr({1, 1}))
                     ->getResult(0);
  return reshape(result, {out[0], out[1], out[2], channels});
}

Value TestGraph::transposeConv(Value x, int64_t channels, std::array<int64_t, 2> kernel,
                               std::array<int64_t, 2> stride, std::array<int64_t, 4> outPad) {
  ArrayRef<int64_t> in = shapeOf(x);
  Value weights = random({channels, kernel[0], kernel[1], in[3]}, 0.4);
  Value bias = random({channels}, 0.3);
  int64_t height = (in[1] - 1) * stride[0] + outPad[0] + outPad[1] + kernel[0];
  int64_t width = (in[2] - 1) * stride[1] + outPad[2] + outPad[3] + kernel[1];
  Value zero = zeroPoint();
  return tosa::TransposeConv2DOp::create(
      builder, loc, typeLike(x, {in[0], height, width, channels}), x, weights, bias, zero, zero,
      builder.getDenseI64ArrayAttr(outPad), builder.getDenseI64ArrayAttr(stride),
      TypeAttr::get(builder.getF32Type()));
}

Value TestGraph::shapeConstant(ArrayRef<int64_t> values) {
  return tosa::ConstShapeOp::create(builder, loc,
                                    tosa::shapeType::get(builder.getContext(), values.size()),
                                    builder.getIndexTensorAttr(values));
}

Value TestGraph::upsample(Value x, bool nearest) {
  ArrayRef<int64_t> in = shapeOf(x);
  auto type = typeLike(x, {in[0], 2 * in[1], 2 * in[2], in[3]});
  // Half-pixel centres; ties of the nearest neighbour go down.
  return tosa::ResizeOp::create(builder, loc, type, x, shapeConstant({4, 2, 4, 2}),
                                shapeConstant({-1, -1}), shapeConstant({1, 1}),
                                nearest ? tosa::ResizeMode::NEAREST_NEIGHBOR
                                        : tosa::ResizeMode::BILINEAR);
}

Value TestGraph::tile(Value x, ArrayRef<int64_t> multiples) {
  SmallVector<int64_t> shape;
  for (auto [size, times] : llvm::zip_equal(shapeOf(x), multiples))
    shape.push_back(size * times);
  return tosa::TileOp::create(builder, loc, typeLike(x, shape), x, shapeConstant(multiples));
}

Value TestGraph::clamp(Value x, float min, float max) {
  return tosa::ClampOp::create(builder, loc, x.getType(), x, builder.getF32FloatAttr(min),
                               builder.getF32FloatAttr(max));
}

Value TestGraph::relu(Value x) { return clamp(x, 0.0f, INFINITY); }

static RankedTensorType broadcastType(Value a, Value b) {
  SmallVector<int64_t> shape;
  for (auto [l, r] : llvm::zip_equal(shapeOf(a), shapeOf(b)))
    shape.push_back(std::max(l, r));
  return typeLike(a, shape);
}

Value TestGraph::add(Value a, Value b) {
  return tosa::AddOp::create(builder, loc, broadcastType(a, b), a, b);
}

Value TestGraph::sub(Value a, Value b) {
  return tosa::SubOp::create(builder, loc, broadcastType(a, b), a, b);
}

Value TestGraph::mul(Value a, Value b) {
  auto type = RankedTensorType::get({1}, builder.getI8Type());
  Value shift = tosa::ConstOp::create(builder, loc, type, DenseElementsAttr::get(type, int8_t(0)));
  return tosa::MulOp::create(builder, loc, broadcastType(a, b), a, b, shift);
}

Value TestGraph::sigmoid(Value x) { return unary<tosa::SigmoidOp>(x); }
Value TestGraph::tanh(Value x) { return unary<tosa::TanhOp>(x); }

Value TestGraph::reciprocal(Value x) { return unary<tosa::ReciprocalOp>(x); }

Value TestGraph::hardSwish(Value x) {
  Value gate = clamp(add(x, splatLike(x, 3.0f)), 0.0f, 6.0f);
  return mul(mul(x, gate), splatLike(x, 1.0f / 6.0f));
}

Value TestGraph::silu(Value x) { return mul(x, sigmoid(x)); }

Value TestGraph::gelu(Value x) {
  Value erf = unary<tosa::ErfOp>(mul(x, splatLike(x, 0.70710678f)));
  return mul(mul(x, splatLike(x, 0.5f)), add(erf, splatLike(x, 1.0f)));
}

Value TestGraph::leakyRelu(Value x, float slope) {
  return tosa::MaximumOp::create(builder, loc, x.getType(), x, mul(x, splatLike(x, slope)));
}

Value TestGraph::maxPool(Value x, int64_t kernel, int64_t stride) {
  ArrayRef<int64_t> in = shapeOf(x);
  auto type = typeLike(x, {in[0], outputSize(in[1], kernel, stride, 0),
                           outputSize(in[2], kernel, stride, 0), in[3]});
  return tosa::MaxPool2dOp::create(
      builder, loc, type, x, builder.getDenseI64ArrayAttr({kernel, kernel}),
      builder.getDenseI64ArrayAttr({stride, stride}), builder.getDenseI64ArrayAttr({0, 0, 0, 0}));
}

Value TestGraph::avgPool(Value x, int64_t kernel, int64_t stride, int64_t pad) {
  ArrayRef<int64_t> in = shapeOf(x);
  auto type = typeLike(x, {in[0], outputSize(in[1], kernel, stride, pad),
                           outputSize(in[2], kernel, stride, pad), in[3]});
  Value zero = zeroPoint();
  return tosa::AvgPool2dOp::create(
      builder, loc, type, x, zero, zero, builder.getDenseI64ArrayAttr({kernel, kernel}),
      builder.getDenseI64ArrayAttr({stride, stride}),
      builder.getDenseI64ArrayAttr({pad, pad, pad, pad}), TypeAttr::get(builder.getF32Type()));
}

Value TestGraph::concat(ArrayRef<Value> values, int64_t axis) {
  SmallVector<int64_t> shape(shapeOf(values.front()));
  shape[axis] = 0;
  for (Value value : values)
    shape[axis] += shapeOf(value)[axis];
  return tosa::ConcatOp::create(builder, loc, typeLike(values.front(), shape), values,
                                builder.getI32IntegerAttr(axis));
}

Value TestGraph::reshape(Value x, ArrayRef<int64_t> shape) {
  return tosa::ReshapeOp::create(builder, loc, typeLike(x, shape), x, shapeConstant(shape));
}

Value TestGraph::transpose(Value x, ArrayRef<int32_t> permutation) {
  SmallVector<int64_t> shape;
  for (int32_t d : permutation)
    shape.push_back(shapeOf(x)[d]);
  return tosa::TransposeOp::create(builder, loc, typeLike(x, shape), x,
                                   builder.getDenseI32ArrayAttr(permutation));
}

Value TestGraph::matmul(Value a, Value b) {
  Value zero = zeroPoint();
  auto type = typeLike(a, {shapeOf(a)[0], shapeOf(a)[1], shapeOf(b)[2]});
  return tosa::MatMulOp::create(builder, loc, type, a, b, zero, zero);
}

Value TestGraph::softmax(Value x) {
  int64_t axis = shapeOf(x).size() - 1;
  SmallVector<int64_t> shape(shapeOf(x));
  shape.back() = 1;
  auto type = typeLike(x, shape);
  IntegerAttr axisAttr = builder.getI32IntegerAttr(axis);
  Value max = tosa::ReduceMaxOp::create(builder, loc, type, x, axisAttr);
  Value exp = unary<tosa::ExpOp>(sub(x, max));
  Value sum = tosa::ReduceSumOp::create(builder, loc, type, exp, axisAttr);
  return mul(exp, unary<tosa::ReciprocalOp>(sum));
}

Value TestGraph::sumOfExponentials(Value x) {
  SmallVector<int64_t> shape(shapeOf(x));
  shape.back() = 1;
  return tosa::ReduceSumOp::create(builder, loc, typeLike(x, shape), unary<tosa::ExpOp>(x),
                                   builder.getI32IntegerAttr(shape.size() - 1));
}

void TestGraph::results(ArrayRef<Value> values) {
  func::ReturnOp::create(builder, loc, values);
  function.setType(builder.getFunctionType(function.getArgumentTypes(), ValueRange(values)));
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

static func::FuncOp getMain(ModuleOp module) { return *module.getOps<func::FuncOp>().begin(); }

static bool runPass(ModuleOp module, StringRef pass, StringRef options) {
  auto manager = PassManager::on<ModuleOp>(module.getContext());
  std::string pipeline = ("func.func(" + pass + "{" + options + "})").str();
  return succeeded(parsePassPipeline(pipeline, manager)) && succeeded(manager.run(module));
}

static SmallVector<Tensor> makeSample(func::FuncOp function, std::mt19937 &generator) {
  std::normal_distribution<float> normal;
  SmallVector<Tensor> inputs;
  for (Type type : function.getArgumentTypes()) {
    inputs.emplace_back(cast<RankedTensorType>(type));
    for (float &value : inputs.back().as<float>())
      value = normal(generator);
  }
  return inputs;
}

static bool calibrate(ModuleOp module, const QuantizeOptions &options, std::mt19937 &generator) {
  func::FuncOp function = getMain(module);
  FailureOr<Evaluator> evaluator = Evaluator::create(function);
  FailureOr<CalibrationStatistics> statistics = CalibrationStatistics::create(function);
  if (failed(evaluator) || failed(statistics))
    return false;
  for (unsigned i = 0; i < options.samples; ++i) {
    auto observer = [&](calib::ObserveOp op, const Tensor &value) {
      for (size_t s = 0; s < statistics->getSites().size(); ++s)
        if (statistics->getSites()[s].getSite().name == op.getSite())
          EXPECT_FALSE(statistics->getSite(s).add(value.as<float>()));
    };
    if (failed(evaluator->run(makeSample(function, generator), observer)))
      return false;
  }
  RangeOptions range;
  range.method = RangeMethod::MinMax;
  range.bits = options.activationBits;
  return succeeded(applyCalibration(function, *statistics, range));
}

namespace {

/// Signal to noise ratio in dB.
struct Ratio {
  double signal = 0, noise = 0;

  void add(double expected, double actual) {
    signal += expected * expected;
    noise += (expected - actual) * (expected - actual);
  }
  double decibels() const { return noise == 0 ? 200.0 : 10 * std::log10(signal / noise); }
};

} // namespace

static bool compare(ModuleOp floatModule, QuantizedProgram &program, std::mt19937 &generator) {
  FailureOr<Evaluator> real = Evaluator::create(getMain(floatModule));
  FailureOr<Evaluator> simulated = Evaluator::create(getMain(*program.fakeQuantized));
  FailureOr<Evaluator> integer = Evaluator::create(getMain(*program.integer));
  if (failed(real) || failed(simulated) || failed(integer))
    return false;
  size_t count = getMain(floatModule).getNumResults();
  std::vector<Ratio> quality(count), integerQuality(count), agreement(count);
  std::vector<double> largest(count, 0.0), difference(count, 0.0);
  for (int sample = 0; sample < 4; ++sample) {
    SmallVector<Tensor> inputs = makeSample(getMain(floatModule), generator);
    FailureOr<SmallVector<Tensor>> r = real->run(inputs), s = simulated->run(inputs),
                                   q = integer->run(inputs);
    if (failed(r) || failed(s) || failed(q))
      return false;
    for (size_t i = 0; i < count; ++i) {
      ArrayRef<float> expected = std::as_const((*r)[i]).as<float>();
      for (int64_t e = 0; e < (*r)[i].getNumElements(); ++e) {
        float sv = std::as_const((*s)[i]).as<float>()[e];
        float qv = std::as_const((*q)[i]).as<float>()[e];
        quality[i].add(expected[e], sv);
        integerQuality[i].add(expected[e], qv);
        agreement[i].add(sv, qv);
        largest[i] = std::max<double>(largest[i], std::fabs(sv));
        difference[i] = std::max<double>(difference[i], std::fabs(sv - qv));
      }
    }
  }
  program.simulatedQuality = program.integerQuality = program.agreement = 200.0;
  for (size_t i = 0; i < count; ++i) {
    program.simulatedQuality = std::min(program.simulatedQuality, quality[i].decibels());
    program.integerQuality = std::min(program.integerQuality, integerQuality[i].decibels());
    program.agreement = std::min(program.agreement, agreement[i].decibels());
    program.worstDifference = std::max(program.worstDifference, difference[i] / largest[i]);
  }
  return true;
}

QuantizedProgram qopt::test::quantizeProgram(TestGraph &graph, const QuantizeOptions &options) {
  QuantizedProgram program;
  ModuleOp original = graph.getModule();
  EXPECT_TRUE(succeeded(verify(original)));
  std::mt19937 generator(7);
  program.fakeQuantized = original.clone();
  ModuleOp module = *program.fakeQuantized;
  std::string bits = "activation-bits=" + std::to_string(options.activationBits) + " ";
  // A program without float ops needs all its values stored.
  bool isInteger = StringRef(options.integerize).contains("require-integer=true");
  bool ok = runPass(module, "qopt-insert-observers", isInteger ? "require-integer=true" : "") &&
            calibrate(module, options, generator) &&
            runPass(module, "qopt-fake-quantize", bits + options.fakeQuantize);
  EXPECT_TRUE(ok) << "up to the fake-quantized program";
  if (!ok)
    return program;
  program.integer = module.clone();
  ok = runPass(*program.integer, "qopt-integerize", options.integerize);
  EXPECT_TRUE(ok) << "qopt-integerize";
  if (!ok)
    return program;
  program.integer->walk([&](Operation *op) { ++program.ops[op->getName().getStringRef()]; });
  program.ok = compare(original, program, generator);
  EXPECT_TRUE(program.ok) << "running the programs";
  return program;
}
