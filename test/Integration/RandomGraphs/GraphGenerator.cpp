#include "GraphGenerator.h"

#include <cmath>

using namespace qopt::test;

uint32_t Random::next() {
  // xorshift64*, Vigna 2016.
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return static_cast<uint32_t>((state * 0x2545F4914F6CDD1Dull) >> 32);
}

int64_t Random::range(int64_t low, int64_t high) {
  return low + static_cast<int64_t>(next() % static_cast<uint64_t>(high - low + 1));
}

float Random::normal() {
  float sum = 0;
  for (int i = 0; i < 12; ++i)
    sum += static_cast<float>(next() >> 8) * 0x1p-24f;
  return sum - 6.0f;
}

namespace {

/// A float tensor of the graph: its name and static shape.
struct Value {
  std::string name;
  std::vector<int64_t> shape;
};

class GraphBuilder {
public:
  explicit GraphBuilder(uint64_t seed) : random(seed) {
    model.set_ir_version(8);
    model.add_opset_import()->set_version(17);
    model.mutable_graph()->set_name("random_" + std::to_string(seed));
  }

  onnx::ModelProto build();
  onnx::ModelProto buildDilated();

private:
  onnx::NodeProto *addNode(const std::string &type, const std::vector<std::string> &inputs) {
    onnx::NodeProto *node = model.mutable_graph()->add_node();
    std::string name = type + "_" + std::to_string(model.graph().node_size());
    node->set_name(name);
    node->set_op_type(type);
    for (const std::string &input : inputs)
      node->add_input(input);
    node->add_output(name + "_out");
    return node;
  }

  static void setInts(onnx::NodeProto *node, const char *name, const std::vector<int64_t> &values) {
    onnx::AttributeProto *attribute = node->add_attribute();
    attribute->set_name(name);
    attribute->set_type(onnx::AttributeProto::INTS);
    for (int64_t value : values)
      attribute->add_ints(value);
  }

  static void setInt(onnx::NodeProto *node, const char *name, int64_t value) {
    onnx::AttributeProto *attribute = node->add_attribute();
    attribute->set_name(name);
    attribute->set_type(onnx::AttributeProto::INT);
    attribute->set_i(value);
  }

  static void setFloat(onnx::NodeProto *node, const char *name, float value) {
    onnx::AttributeProto *attribute = node->add_attribute();
    attribute->set_name(name);
    attribute->set_type(onnx::AttributeProto::FLOAT);
    attribute->set_f(value);
  }

  /// A float initializer of normal values times `deviation`, plus `mean`.
  std::string addWeights(const std::vector<int64_t> &shape, float deviation, float mean = 0) {
    onnx::TensorProto *tensor = model.mutable_graph()->add_initializer();
    std::string name = "weights_" + std::to_string(model.graph().initializer_size());
    tensor->set_name(name);
    tensor->set_data_type(onnx::TensorProto::FLOAT);
    int64_t count = 1;
    for (int64_t size : shape) {
      tensor->add_dims(size);
      count *= size;
    }
    for (int64_t i = 0; i < count; ++i)
      tensor->add_float_data(mean + deviation * random.normal());
    return name;
  }

  std::string addShape(const std::vector<int64_t> &values) {
    onnx::TensorProto *tensor = model.mutable_graph()->add_initializer();
    std::string name = "shape_" + std::to_string(model.graph().initializer_size());
    tensor->set_name(name);
    tensor->set_data_type(onnx::TensorProto::INT64);
    tensor->add_dims(static_cast<int64_t>(values.size()));
    for (int64_t value : values)
      tensor->add_int64_data(value);
    return name;
  }

  static void addType(onnx::ValueInfoProto *info, const Value &value) {
    info->set_name(value.name);
    onnx::TypeProto::Tensor *type = info->mutable_type()->mutable_tensor_type();
    type->set_elem_type(onnx::TensorProto::FLOAT);
    for (int64_t size : value.shape)
      type->mutable_shape()->add_dim()->set_dim_value(size);
  }

  Value unary(const std::string &type, const Value &x) {
    return {addNode(type, {x.name})->output(0), x.shape};
  }

  /// The window of a convolution, rows before columns; pads as ONNX has them.
  struct Window {
    std::vector<int64_t> kernel, stride, dilation, pads = std::vector<int64_t>(4);
  };

  Value addConvolution(const Value &x, int64_t outputs, int64_t groups, const Window &window);
  Value convolution(const Value &x);
  Value dilatedConvolution(const Value &x);
  Value pool(const Value &x);
  Value activation(const Value &x);
  Value normalization(const Value &x);
  Value pad(const Value &x);
  Value scaleByChannel(const Value &x);
  Value layerNorm(const Value &x);
  Value project(const Value &x, int64_t outputs);
  Value transpose(const Value &x, const std::vector<int64_t> &order);
  Value reshape(const Value &x, const std::vector<int64_t> &shape);
  Value feedForward(const Value &x);
  Value attention(const Value &x);
  Value combine(const Value &x);
  Value step(const Value &x);
  Value head(const Value &x);

  onnx::ModelProto model;
  Random random;
  std::vector<Value> values;
};

Value GraphBuilder::convolution(const Value &x) {
  int64_t channels = x.shape[1], groups = 1, outputs = random.range(1, 21);
  if (random.chance(20)) {
    groups = channels;
    outputs = channels * random.range(1, 2);
  } else if (random.chance(25) && channels % 2 == 0) {
    groups = 2;
    outputs = 2 * random.range(1, 9);
  }
  Window window;
  for (int d = 0; d < 2; ++d) {
    int64_t size = x.shape[2 + d];
    int64_t k = random.range(1, std::min<int64_t>(5, size));
    int64_t spread = k > 1 && (k - 1) * 2 + 1 <= size && random.chance(15) ? 2 : 1;
    window.kernel.push_back(k);
    window.dilation.push_back(spread);
    window.stride.push_back(random.chance(30) ? 2 : 1);
    window.pads[d] = random.range(0, k - 1);
    window.pads[2 + d] = random.range(0, k - 1);
  }
  return addConvolution(x, outputs, groups, window);
}

/// Of many channels and few positions, whose outer taps mostly lie in the padding.
Value GraphBuilder::dilatedConvolution(const Value &x) {
  int64_t channels = x.shape[1], groups = 1, outputs = random.range(17, 40);
  if (random.chance(30)) {
    groups = outputs = channels;
  } else if (random.chance(30) && channels % 2 == 0) {
    groups = 2;
    outputs = 2 * random.range(9, 20);
  }
  Window window;
  for (int d = 0; d < 2; ++d) {
    int64_t size = x.shape[2 + d], k = random.range(2, 4);
    window.kernel.push_back(k);
    window.dilation.push_back(random.range(size / 2, size + 3));
    window.stride.push_back(random.chance(20) ? 2 : 1);
    int64_t extent = (k - 1) * window.dilation[d] + 1;
    // Outputs enough for another such convolution.
    window.pads[d] = std::max<int64_t>(0, (extent + random.range(-3, 3)) / 2);
    window.pads[2 + d] = std::max<int64_t>(0, extent - window.pads[d] + random.range(-2, 1));
  }
  return addConvolution(x, outputs, groups, window);
}

Value GraphBuilder::addConvolution(const Value &x, int64_t outputs, int64_t groups,
                                   const Window &window) {
  const auto &[kernel, stride, dilation, pads] = window;
  int64_t height[2];
  for (int d = 0; d < 2; ++d)
    height[d] =
        (x.shape[2 + d] + pads[d] + pads[2 + d] - (kernel[d] - 1) * dilation[d] - 1) / stride[d] +
        1;
  int64_t channels = x.shape[1];
  float deviation = 1.0f / std::sqrt(static_cast<float>(channels / groups * kernel[0] * kernel[1]));
  std::vector<std::string> inputs = {
      x.name, addWeights({outputs, channels / groups, kernel[0], kernel[1]}, deviation)};
  if (random.chance(80))
    inputs.push_back(addWeights({outputs}, 0.3f));
  onnx::NodeProto *node = addNode("Conv", inputs);
  setInts(node, "kernel_shape", kernel);
  setInts(node, "strides", stride);
  setInts(node, "dilations", dilation);
  setInts(node, "pads", pads);
  setInt(node, "group", groups);
  return {node->output(0), {x.shape[0], outputs, height[0], height[1]}};
}

Value GraphBuilder::pool(const Value &x) {
  bool average = random.chance(50);
  if (random.chance(10)) {
    Value y = unary("GlobalAveragePool", x);
    y.shape[2] = y.shape[3] = 1;
    return y;
  }
  std::vector<int64_t> kernel, stride, pads(4), shape = x.shape;
  for (int d = 0; d < 2; ++d) {
    int64_t size = x.shape[2 + d], k = random.range(1, std::min<int64_t>(3, size));
    kernel.push_back(k);
    stride.push_back(random.range(1, 2));
    pads[d] = random.range(0, k - 1);
    pads[2 + d] = random.range(0, k - 1);
    shape[2 + d] = (size + pads[d] + pads[2 + d] - k) / stride[d] + 1;
  }
  onnx::NodeProto *node = addNode(average ? "AveragePool" : "MaxPool", {x.name});
  setInts(node, "kernel_shape", kernel);
  setInts(node, "strides", stride);
  setInts(node, "pads", pads);
  if (average)
    setInt(node, "count_include_pad", random.range(0, 1));
  return {node->output(0), shape};
}

Value GraphBuilder::activation(const Value &x) {
  switch (random.range(0, 5)) {
  case 0:
  case 1:
    return unary("Relu", x);
  case 2: {
    onnx::NodeProto *node = addNode("Clip", {x.name, "clip_low", "clip_high"});
    return {node->output(0), x.shape};
  }
  case 3:
    return unary("Sigmoid", x);
  case 4: {
    Value gate = unary("Sigmoid", x);
    return {addNode("Mul", {x.name, gate.name})->output(0), x.shape};
  }
  default: {
    onnx::NodeProto *node = addNode("LeakyRelu", {x.name});
    setFloat(node, "alpha", 0.125f);
    return {node->output(0), x.shape};
  }
  }
}

Value GraphBuilder::normalization(const Value &x) {
  std::vector<int64_t> channels = {x.shape[1]};
  std::vector<std::string> inputs = {x.name, addWeights(channels, 0.2f, 1.0f),
                                     addWeights(channels, 0.3f), addWeights(channels, 0.2f),
                                     addWeights(channels, 0.05f, 1.0f)};
  return {addNode("BatchNormalization", inputs)->output(0), x.shape};
}

Value GraphBuilder::pad(const Value &x) {
  std::vector<int64_t> pads(8, 0), shape = x.shape;
  for (int d = 2; d < 4; ++d) {
    pads[d] = random.range(0, 2);
    pads[4 + d] = random.range(0, 2);
    shape[d] += pads[d] + pads[4 + d];
  }
  return {addNode("Pad", {x.name, addShape(pads)})->output(0), shape};
}

Value GraphBuilder::scaleByChannel(const Value &x) {
  std::vector<int64_t> shape = {1, x.shape[1], 1, 1};
  std::string weights = addWeights(shape, 0.3f, random.chance(50) ? 1.0f : 0.2f);
  return {addNode(random.chance(50) ? "Mul" : "Add", {x.name, weights})->output(0), x.shape};
}

Value GraphBuilder::layerNorm(const Value &x) {
  std::vector<int64_t> channels = {x.shape.back()};
  return {addNode("LayerNormalization",
                  {x.name, addWeights(channels, 0.3f, 1.0f), addWeights(channels, 0.3f)})
              ->output(0),
          x.shape};
}

/// A product of the last dimension with constant weights, often with a bias.
Value GraphBuilder::project(const Value &x, int64_t outputs) {
  float deviation = 1.0f / std::sqrt(static_cast<float>(x.shape.back()));
  Value y = x;
  y.shape.back() = outputs;
  y.name = addNode("MatMul", {x.name, addWeights({x.shape.back(), outputs}, deviation)})->output(0);
  if (random.chance(70))
    y.name = addNode("Add", {y.name, addWeights({outputs}, 0.3f)})->output(0);
  return y;
}

Value GraphBuilder::transpose(const Value &x, const std::vector<int64_t> &order) {
  onnx::NodeProto *node = addNode("Transpose", {x.name});
  setInts(node, "perm", order);
  Value y{node->output(0), {}};
  for (int64_t d : order)
    y.shape.push_back(x.shape[d]);
  return y;
}

Value GraphBuilder::reshape(const Value &x, const std::vector<int64_t> &shape) {
  return {addNode("Reshape", {x.name, addShape(shape)})->output(0), shape};
}

/// Two products with a function or a layer norm between, of which one channel
/// reaches far.
Value GraphBuilder::feedForward(const Value &x) {
  int64_t hidden = random.range(64, 72);
  Value y = project(x, hidden);
  if (random.chance(50))
    y = layerNorm(y);
  std::string scales = addWeights({hidden}, 0.1f, 1.0f);
  onnx::GraphProto *graph = model.mutable_graph();
  graph->mutable_initializer(graph->initializer_size() - 1)
      ->set_float_data(static_cast<int>(random.range(0, hidden - 1)), 12.0f);
  y.name = addNode("Mul", {y.name, scales})->output(0);
  if (random.chance(70))
    y.name = addNode("Mul", {y.name, unary("Sigmoid", y).name})->output(0);
  return project(y, x.shape.back());
}

/// Attention of the positions of an image, with or without a layer norm in
/// front, a mask, a residual and a layer norm behind.
Value GraphBuilder::attention(const Value &x) {
  int64_t count = x.shape[2] * x.shape[3], channels = x.shape[1];
  int64_t heads = random.range(1, 3), depth = random.range(1, 9);
  Value tokens = transpose(reshape(x, {1, channels, count}), {0, 2, 1});
  if (random.chance(50))
    tokens = layerNorm(tokens);
  auto split = [&](const std::vector<int64_t> &order) {
    return transpose(reshape(project(tokens, heads * depth), {1, count, heads, depth}), order);
  };
  Value query = split({0, 2, 1, 3}), key = split({0, 2, 3, 1}), value = split({0, 2, 1, 3});
  Value scores{addNode("MatMul", {query.name, key.name})->output(0), {1, heads, count, count}};
  if (random.chance(70))
    scores.name = addNode("Mul", {scores.name, addWeights({1}, 0.0f, 0.5f)})->output(0);
  if (random.chance(40))
    scores.name = addNode("Add", {scores.name, addWeights({1, 1, 1, count}, 4.0f)})->output(0);
  Value shares = unary("Softmax", scores);
  Value mixed{addNode("MatMul", {shares.name, value.name})->output(0), value.shape};
  Value y = reshape(transpose(mixed, {0, 2, 1, 3}), {1, count, heads * depth});
  y = project(y, channels);
  if (random.chance(40))
    y = feedForward(y);
  if (random.chance(60))
    y.name = addNode("Add", {y.name, tokens.name})->output(0);
  if (random.chance(50))
    y = layerNorm(y);
  return reshape(transpose(y, {0, 2, 1}), x.shape);
}

/// Add, Mul or Concat with an earlier value that fits, else a scale.
Value GraphBuilder::combine(const Value &x) {
  for (size_t tries = 0; tries < values.size(); ++tries) {
    const Value &y = values[random.range(0, static_cast<int64_t>(values.size()) - 1)];
    if (y.shape[2] != x.shape[2] || y.shape[3] != x.shape[3])
      continue;
    if (y.shape[1] == x.shape[1] && random.chance(70))
      return {addNode(random.chance(70) ? "Add" : "Mul", {x.name, y.name})->output(0), x.shape};
    onnx::NodeProto *node = addNode("Concat", {x.name, y.name});
    setInt(node, "axis", 1);
    return {node->output(0), {x.shape[0], x.shape[1] + y.shape[1], x.shape[2], x.shape[3]}};
  }
  return scaleByChannel(x);
}

Value GraphBuilder::step(const Value &x) {
  int64_t choice = random.range(0, 99);
  if (choice < 32)
    return convolution(x);
  if (choice < 36)
    return attention(x);
  if (choice < 60)
    return activation(x);
  if (choice < 72)
    return pool(x);
  if (choice < 85)
    return combine(x);
  if (choice < 92)
    return normalization(x);
  if (choice < 96)
    return pad(x);
  return scaleByChannel(x);
}

/// What classifiers end in: flatten, one or two matrix products, softmax.
Value GraphBuilder::head(const Value &x) {
  int64_t count = x.shape[1] * x.shape[2] * x.shape[3];
  if (count > 2000)
    return x;
  onnx::NodeProto *flatten = addNode("Flatten", {x.name});
  Value flat{flatten->output(0), {x.shape[0], count}};
  int64_t outputs = random.range(1, 37);
  float deviation = 1.0f / std::sqrt(static_cast<float>(count));
  Value y;
  if (random.chance(50)) {
    onnx::NodeProto *node = addNode(
        "Gemm", {flat.name, addWeights({outputs, count}, deviation), addWeights({outputs}, 0.3f)});
    setInt(node, "transB", 1);
    y = {node->output(0), {x.shape[0], outputs}};
  } else {
    onnx::NodeProto *node = addNode("MatMul", {flat.name, addWeights({count, outputs}, deviation)});
    y = {node->output(0), {x.shape[0], outputs}};
  }
  if (random.chance(30))
    return unary("Softmax", y);
  if (random.chance(30))
    return unary("Relu", y);
  return y;
}

onnx::ModelProto GraphBuilder::build() {
  onnx::GraphProto *graph = model.mutable_graph();
  for (auto [name, value] : {std::pair("clip_low", 0.0f), std::pair("clip_high", 1.5f)}) {
    onnx::TensorProto *tensor = graph->add_initializer();
    tensor->set_name(name);
    tensor->set_data_type(onnx::TensorProto::FLOAT);
    tensor->add_float_data(value);
  }
  Value x{"input", {1, random.range(1, 19), random.range(3, 17), random.range(3, 17)}};
  addType(graph->add_input(), x);
  values.push_back(x);
  int64_t steps = random.range(2, 8);
  for (int64_t i = 0; i < steps; ++i) {
    // Mostly go on from the newest value, sometimes branch off an older one.
    size_t from = values.size() - 1;
    if (random.chance(20))
      from = random.range(0, static_cast<int64_t>(values.size()) - 1);
    Value y = step(values[from]);
    if (y.shape[1] * y.shape[2] * y.shape[3] > 20000)
      break;
    values.push_back(y);
  }
  Value result = values.back();
  if (random.chance(40))
    result = head(result);
  if (result.name == "input")
    result = unary("Relu", result);
  addType(graph->add_output(), result);
  if (random.chance(15) && values.size() > 2 && values[1].name != result.name)
    addType(graph->add_output(), values[1]);
  return model;
}

/// Dilated convolutions, with what a compiler does in the same loops.
onnx::ModelProto GraphBuilder::buildDilated() {
  onnx::GraphProto *graph = model.mutable_graph();
  // Enough channels for depthwise convolutions to be worth several kernels.
  int64_t channels = random.chance(30) ? 256 : 2 * random.range(12, 24);
  Value x{"input", {1, channels, random.range(6, 15), random.range(6, 15)}};
  addType(graph->add_input(), x);
  Value y = dilatedConvolution(x);
  y = random.chance(60) ? combine(y) : unary("Relu", y);
  y = dilatedConvolution(y);
  if (random.chance(50))
    y = unary("HardSwish", y);
  addType(graph->add_output(), y);
  return model;
}

} // namespace

onnx::ModelProto qopt::test::generateDilatedGraph(uint64_t seed) {
  return GraphBuilder(seed).buildDilated();
}

onnx::ModelProto qopt::test::generateGraph(uint64_t seed) { return GraphBuilder(seed).build(); }
