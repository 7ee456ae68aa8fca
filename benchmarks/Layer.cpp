#include "Layer.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <algorithm>
#include <cmath>

using namespace qopt::bench;
using llvm::formatv;

namespace {

/// How programs of one precision spell their parts.
struct Spelling {
  const char *prefix;
  const char *element;     ///< of stored values
  const char *accumulator; ///< of biases
};

Spelling spell(Precision precision) {
  switch (precision) {
  case Precision::Int8:
    return {"int8", "ui8", "i32"};
  case Precision::Int16:
    return {"int16", "i16", "i64"};
  case Precision::Float:
    return {"float", "f32", "f32"};
  }
  llvm_unreachable("all precisions handled");
}

std::string tensor(llvm::ArrayRef<int64_t> shape, llvm::StringRef element) {
  std::string text = "tensor<";
  for (int64_t size : shape)
    text += std::to_string(size) + "x";
  return text + element.str() + ">";
}

/// How an accumulator becomes a stored value. Which numbers it has does not
/// matter for speed; the shift keeps results inside of the clamp mostly.
std::string rescale(Precision precision, int64_t depth) {
  if (precision == Precision::Int16)
    return "rescale = #qint.rescale<fixed32, multipliers = [20000], shifts = [30]>, "
           "clamp_min = -32767 : i32, clamp_max = 32767 : i32";
  int64_t shift = std::min<int64_t>(26, 5 + llvm::Log2_64_Ceil(std::max<int64_t>(depth, 2)) / 2);
  return formatv("rescale = #qint.rescale<fixed16, multipliers = [20000], shifts = [{0}]>, "
                 "output_zero_point = 7 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32",
                 shift);
}

/// A function with the named arguments and results around `body`.
std::string function(llvm::ArrayRef<std::string> arguments, llvm::ArrayRef<std::string> results,
                     llvm::StringRef body) {
  std::string text = "func.func @layer(";
  for (auto [i, type] : llvm::enumerate(arguments))
    text += formatv("{0}%x{1}: {2} {{qopt.name = \"x{1}\"}", i ? ", " : "", i, type);
  text += ") -> (";
  for (auto [i, type] : llvm::enumerate(results))
    text += formatv("{0}{1} {{qopt.name = \"y{2}\"}", i ? ", " : "", type, i);
  text += ") {\n" + body.str() + "  return ";
  for (size_t i = 0; i < results.size(); ++i)
    text += formatv("{0}%y{1}", i ? ", " : "", i);
  return text + " : " + llvm::join(results, ", ") + "\n}\n";
}

/// `%name = a constant`, in the way of the precision's dialect.
std::string constant(llvm::StringRef name, Precision precision, llvm::StringRef type,
                     llvm::StringRef value) {
  if (precision == Precision::Float)
    return formatv("  %{0} = \"tosa.const\"() {{values = dense<{1}> : {2}} : () -> {2}\n", name,
                   value, type);
  return formatv("  %{0} = arith.constant dense<{1}> : {2}\n", name, value, type);
}

/// One convolution `%y<index>` of `%x0`.
std::string convolutionBody(Precision precision, const Convolution &shape, int64_t index,
                            llvm::StringRef input, llvm::StringRef output,
                            llvm::ArrayRef<int64_t> pad) {
  Spelling spelling = spell(precision);
  bool isFloat = precision == Precision::Float;
  int64_t k = shape.kernel;
  std::string weights =
      shape.depthwise
          ? tensor({k, k, shape.channels, 1}, isFloat ? "f32" : "i8")
          : tensor({shape.outputs, k, k, shape.channels / shape.groups}, isFloat ? "f32" : "i8");
  std::string bias = tensor({shape.outputs}, spelling.accumulator);
  std::string body =
      constant("w" + std::to_string(index), precision, weights, isFloat ? "1.0" : "1");
  body += constant("b" + std::to_string(index), precision, bias, isFloat ? "1.0" : "1");
  std::string window = formatv("pad = array<i64: {0}, {1}, {0}, {1}>, "
                               "stride = array<i64: {2}, {2}>, dilation = array<i64: {3}, {3}>",
                               pad[0], pad[1], shape.stride, shape.dilation);
  const char *name = shape.depthwise ? "depthwise_conv2d" : "conv2d";
  if (isFloat)
    return body + formatv("  %y{0} = tosa.{1} %x0, %w{0}, %b{0}, %z, %z {{acc_type = f32, {2}} : "
                          "({3}, {4}, {5}, tensor<1xf32>, tensor<1xf32>) -> {6} loc(\"layer\")\n",
                          index, name, window, input, weights, bias, output)
                      .str();
  std::string groups = shape.groups > 1 ? formatv(", groups = {0} : i64", shape.groups).str() : "";
  std::string zeroPoint = precision == Precision::Int8 ? "input_zero_point = 3 : i32, " : "";
  int64_t depth = shape.depthwise ? k * k : k * k * shape.channels / shape.groups;
  return body + formatv("  %y{0} = qint.{1} %x0, %w{0}, %b{0} {{{2}, {3}{4}{5}} : ({6}, {7}, {8}) "
                        "-> {9} loc(\"layer\")\n",
                        index, name, window, zeroPoint, rescale(precision, depth), groups, input,
                        weights, bias, output)
                    .str();
}

std::string zero(Precision precision) {
  return precision == Precision::Float ? constant("z", precision, "tensor<1xf32>", "0.0") : "";
}

Layer elementwise(Precision precision, llvm::StringRef name, int64_t rows, int64_t columns,
                  std::string source) {
  return {formatv("{0}/{1}/{2}x{3}", spell(precision).prefix, name, rows, columns), precision,
          std::move(source), static_cast<double>(rows * columns), false};
}

} // namespace

Layer qopt::bench::makeConvolution(Precision precision, const Convolution &shape) {
  Spelling spelling = spell(precision);
  int64_t reach = shape.dilation * (shape.kernel - 1);
  // As much padding as keeps the size (divided by the stride); the input is
  // what then is left.
  int64_t total = std::max<int64_t>(0, reach + 1 - shape.stride);
  int64_t pad[] = {std::min(reach / 2, total), total - std::min(reach / 2, total)};
  auto inputSize = [&](int64_t size) { return (size - 1) * shape.stride + reach + 1 - total; };
  std::string input = tensor({1, inputSize(shape.height), inputSize(shape.width), shape.channels},
                             spelling.element);
  std::string output = tensor({1, shape.height, shape.width, shape.outputs}, spelling.element);
  std::string name = formatv(
      "{0}/{1}/{2}x{3}x{4}-{5}/{6}x{6}", spelling.prefix,
      shape.depthwise ? "depthwise" : (shape.groups > 1 ? "grouped" : "conv"),
      inputSize(shape.height), inputSize(shape.width), shape.channels, shape.outputs, shape.kernel);
  if (shape.stride > 1)
    name += "s" + std::to_string(shape.stride);
  if (shape.dilation > 1)
    name += "d" + std::to_string(shape.dilation);
  double depth = static_cast<double>(shape.kernel * shape.kernel) *
                 (shape.depthwise ? 1.0 : static_cast<double>(shape.channels / shape.groups));
  return {name, precision,
          function({input}, {output},
                   zero(precision) + convolutionBody(precision, shape, 0, input, output, pad)),
          2.0 * static_cast<double>(shape.height * shape.width * shape.outputs) * depth, true};
}

Layer qopt::bench::makeMatmul(Precision precision, int64_t rows, int64_t columns, int64_t depth,
                              int64_t copies) {
  Spelling spelling = spell(precision);
  // What importing makes of a product with a constant: rows are pixels.
  Convolution shape{1, rows, depth, columns, 1};
  std::string input = tensor({1, 1, rows, depth}, spelling.element);
  std::string output = tensor({1, 1, rows, columns}, spelling.element);
  std::string body = zero(precision);
  for (int64_t i = 0; i < copies; ++i)
    body += convolutionBody(precision, shape, i, input, output, {0, 0});
  std::string name = formatv("{0}/matmul/{1}x{2}x{3}{4}", spelling.prefix, rows, columns, depth,
                             copies > 1 ? "/cold" : "");
  double weights = static_cast<double>(columns * depth * copies);
  Layer layer{name, precision, function({input}, std::vector<std::string>(copies, output), body),
              2.0 * static_cast<double>(rows) * weights, true};
  if (copies > 1)
    layer.coldBytes = weights * (precision == Precision::Float ? 4 : 1);
  return layer;
}

Layer qopt::bench::makeBatchMatmul(Precision precision, const std::string &name, int64_t batch,
                                   int64_t rows, int64_t columns, int64_t depth) {
  Spelling spelling = spell(precision);
  std::string left = tensor({batch, rows, depth}, spelling.element),
              right = tensor({batch, depth, columns}, spelling.element),
              result = tensor({batch, rows, columns}, spelling.element);
  std::string body =
      precision == Precision::Float
          ? zero(precision) +
                formatv("  %y0 = tosa.matmul %x0, %x1, %z, %z : ({0}, {1}, tensor<1xf32>, "
                        "tensor<1xf32>) -> {2} loc(\"layer\")\n",
                        left, right, result)
                    .str()
          : formatv("  %y0 = qint.batch_matmul %x0, %x1 {{lhs_zero_point = 3 : i32, "
                    "rhs_zero_point = 4 : i32, {0}} : ({1}, {2}) -> {3} loc(\"layer\")\n",
                    rescale(precision, depth), left, right, result)
                .str();
  return {formatv("{0}/attention-{1}/{2}x{3}x{4}x{5}", spelling.prefix, name, batch, rows, columns,
                  depth),
          precision, function({left, right}, {result}, body),
          2.0 * static_cast<double>(batch * rows * columns * depth), true};
}

Layer qopt::bench::makePool(Precision precision, bool isMax, int64_t size, int64_t channels,
                            int64_t kernel, int64_t stride) {
  Spelling spelling = spell(precision);
  int64_t window = kernel ? kernel : size;
  int64_t result = kernel ? size / stride : 1;
  int64_t total = std::max<int64_t>(0, (result - 1) * stride + window - size);
  // Of an average without padding, so that one factor serves all windows.
  std::string input = tensor({1, size, size, channels}, spelling.element),
              output = tensor({1, result, result, channels}, spelling.element);
  std::string attributes = formatv("kernel = array<i64: {0}, {0}>, stride = array<i64: {1}, {1}>, "
                                   "pad = array<i64: {2}, {3}, {2}, {3}>",
                                   window, stride, total - total / 2, total / 2);
  std::string operation = isMax ? "max_pool2d" : "avg_pool2d", body;
  if (precision == Precision::Float)
    body = zero(precision) +
           formatv("  %y0 = tosa.{0} %x0{1} {{{2}{3}} : ({4}{5}) -> {6} loc(\"layer\")\n",
                   operation, isMax ? "" : ", %z, %z", attributes, isMax ? "" : ", acc_type = f32",
                   input, isMax ? "" : ", tensor<1xf32>, tensor<1xf32>", output)
               .str();
  else
    body =
        formatv("  %y0 = qint.{0} %x0 {{{1}{2}} : ({3}) -> {4} loc(\"layer\")\n", operation,
                attributes, isMax ? "" : ", input_zero_point = 3 : i32, " + rescale(precision, 1),
                input, output)
            .str();
  std::string shape = formatv("{0}x{0}x{1}/{2}x{2}s{3}", size, channels, window, stride);
  return {formatv("{0}/{1}/{2}", spelling.prefix, isMax ? "max-pool" : "average-pool", shape),
          precision, function({input}, {output}, body),
          static_cast<double>(result * result * channels * window * window), false};
}

Layer qopt::bench::makeAdd(Precision precision, int64_t rows, int64_t columns) {
  std::string type = tensor({rows, columns}, spell(precision).element);
  std::string body =
      precision == Precision::Float
          ? formatv("  %y0 = tosa.add %x0, %x1 : ({0}, {0}) -> {0} loc(\"layer\")\n", type).str()
          : formatv("  %y0 = qint.add %x0, %x1 {{lhs_zero_point = 3 : i32, rhs_zero_point = 4 : "
                    "i32, lhs_multiplier = 20000 : i32, rhs_multiplier = 10000 : i32, shift = 15 "
                    ": i32, output_zero_point = 5 : i32, clamp_min = 0 : i32, clamp_max = 255 : "
                    "i32} : ({0}, {0}) -> {0} loc(\"layer\")\n",
                    type)
                .str();
  return elementwise(precision, "add", rows, columns, function({type, type}, {type}, body));
}

Layer qopt::bench::makeTable(int64_t rows, int64_t columns) {
  std::string type = tensor({rows, columns}, "ui8");
  return elementwise(
      Precision::Int8, "table", rows, columns,
      function({type}, {type},
               formatv("  %y0 = qint.table %x0 {{table = dense<7> : tensor<256xui8>} "
                       ": ({0}) -> {0} loc(\"layer\")\n",
                       type)
                   .str()));
}

Layer qopt::bench::makeQuantize(int64_t rows, int64_t columns) {
  std::string input = tensor({rows, columns}, "f32"), output = tensor({rows, columns}, "ui8");
  return elementwise(
      Precision::Int8, "quantize", rows, columns,
      function({input}, {output},
               formatv("  %y0 = qint.quantize %x0 {{scale = 0.0236145705 : f32, zero_point = 3 : "
                       "i32, clamp_min = 0 : i32, clamp_max = 255 : i32} : ({0}) -> {1} "
                       "loc(\"layer\")\n",
                       input, output)
                   .str()));
}

Layer qopt::bench::makeDequantize(int64_t rows, int64_t columns) {
  std::string input = tensor({rows, columns}, "ui8"), output = tensor({rows, columns}, "f32");
  return elementwise(
      Precision::Int8, "dequantize", rows, columns,
      function({input}, {output},
               formatv("  %y0 = qint.dequantize %x0 {{scales = array<f32: 0.0236145705>, "
                       "zero_point = 3 : i32} : ({0}) -> {1} loc(\"layer\")\n",
                       input, output)
                   .str()));
}

Layer qopt::bench::makeSoftmax(Precision precision, int64_t rows, int64_t columns) {
  std::string type = tensor({rows, columns}, spell(precision).element);
  std::string body;
  if (precision == Precision::Float) {
    std::string row = tensor({rows, 1}, "f32");
    body = "  %shift = \"tosa.const\"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>\n" +
           formatv("  %m = tosa.reduce_max %x0 {{axis = 1 : i32} : ({0}) -> {1} loc(\"layer\")\n"
                   "  %d = tosa.sub %x0, %m : ({0}, {1}) -> {0} loc(\"layer\")\n"
                   "  %e = tosa.exp %d : ({0}) -> {0} loc(\"layer\")\n"
                   "  %s = tosa.reduce_sum %e {{axis = 1 : i32} : ({0}) -> {1} loc(\"layer\")\n"
                   "  %r = tosa.reciprocal %s : ({1}) -> {1} loc(\"layer\")\n"
                   "  %y0 = tosa.mul %e, %r, %shift : ({0}, {1}, tensor<1xi8>) -> {0} "
                   "loc(\"layer\")\n",
                   type, row)
               .str();
  } else {
    std::vector<std::string> exponentials;
    for (int i = 0; i < 256; ++i)
      exponentials.push_back(std::to_string(std::lround(32768 * std::exp(-0.05 * i))));
    body = formatv("  %y0 = qint.softmax %x0 {{exponentials = array<i32: {0}>} : ({1}) -> {1} "
                   "loc(\"layer\")\n",
                   llvm::join(exponentials, ", "), type)
               .str();
  }
  return elementwise(precision, "softmax", rows, columns, function({type}, {type}, body));
}

Layer qopt::bench::makeGelu(int64_t rows, int64_t columns) {
  std::string type = tensor({rows, columns}, "f32");
  std::string body =
      "  %shift = \"tosa.const\"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>\n" +
      constant("c", Precision::Float, "tensor<1x1xf32>", "0.707106769") +
      constant("one", Precision::Float, "tensor<1x1xf32>", "1.0") +
      constant("half", Precision::Float, "tensor<1x1xf32>", "0.5") +
      formatv("  %s = tosa.mul %x0, %c, %shift : ({0}, tensor<1x1xf32>, tensor<1xi8>) -> {0} "
              "loc(\"layer\")\n"
              "  %e = tosa.erf %s : ({0}) -> {0} loc(\"layer\")\n"
              "  %a = tosa.add %e, %one : ({0}, tensor<1x1xf32>) -> {0} loc(\"layer\")\n"
              "  %h = tosa.mul %x0, %half, %shift : ({0}, tensor<1x1xf32>, tensor<1xi8>) -> {0} "
              "loc(\"layer\")\n"
              "  %y0 = tosa.mul %h, %a, %shift : ({0}, {0}, tensor<1xi8>) -> {0} loc(\"layer\")\n",
              type)
          .str();
  return elementwise(Precision::Float, "gelu", rows, columns, function({type}, {type}, body));
}

Layer qopt::bench::makeLayerNorm(int64_t rows, int64_t columns) {
  std::string type = tensor({rows, columns}, "f32"), row = tensor({rows, 1}, "f32");
  std::string scale = tensor({1, columns}, "f32");
  std::string inverse = std::to_string(1.0 / static_cast<double>(columns));
  std::string body =
      "  %shift = \"tosa.const\"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>\n" +
      constant("n", Precision::Float, "tensor<1x1xf32>", inverse) +
      constant("eps", Precision::Float, "tensor<1x1xf32>", "9.99999974E-6") +
      constant("g", Precision::Float, scale, "1.0") +
      constant("b", Precision::Float, scale, "1.0") +
      formatv("  %s = tosa.reduce_sum %x0 {{axis = 1 : i32} : ({0}) -> {1} loc(\"layer\")\n"
              "  %m = tosa.mul %s, %n, %shift : ({1}, tensor<1x1xf32>, tensor<1xi8>) -> {1} "
              "loc(\"layer\")\n"
              "  %d = tosa.sub %x0, %m : ({0}, {1}) -> {0} loc(\"layer\")\n"
              "  %q = tosa.mul %d, %d, %shift : ({0}, {0}, tensor<1xi8>) -> {0} loc(\"layer\")\n"
              "  %t = tosa.reduce_sum %q {{axis = 1 : i32} : ({0}) -> {1} loc(\"layer\")\n"
              "  %v = tosa.mul %t, %n, %shift : ({1}, tensor<1x1xf32>, tensor<1xi8>) -> {1} "
              "loc(\"layer\")\n"
              "  %ve = tosa.add %v, %eps : ({1}, tensor<1x1xf32>) -> {1} loc(\"layer\")\n"
              "  %r = tosa.rsqrt %ve : ({1}) -> {1} loc(\"layer\")\n"
              "  %dr = tosa.mul %d, %r, %shift : ({0}, {1}, tensor<1xi8>) -> {0} loc(\"layer\")\n"
              "  %dg = tosa.mul %dr, %g, %shift : ({0}, {2}, tensor<1xi8>) -> {0} loc(\"layer\")\n"
              "  %y0 = tosa.add %dg, %b : ({0}, {2}) -> {0} loc(\"layer\")\n",
              type, row, scale)
          .str();
  return elementwise(Precision::Float, "layer-norm", rows, columns, function({type}, {type}, body));
}

Layer qopt::bench::makeConcat(int64_t size, int64_t left, int64_t right) {
  std::string a = tensor({1, size, size, left}, "ui8"), b = tensor({1, size, size, right}, "ui8"),
              result = tensor({1, size, size, left + right}, "ui8");
  return elementwise(Precision::Int8, "concat", size * size, left + right,
                     function({a, b}, {result},
                              formatv("  %y0 = qint.concat %x0, %x1 {{axis = 3 : i64} : ({0}, {1}) "
                                      "-> {2} loc(\"layer\")\n",
                                      a, b, result)
                                  .str()));
}
