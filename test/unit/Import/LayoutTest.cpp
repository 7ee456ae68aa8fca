// Random graphs of operators that move data, between convolution-like ones that
// want channels last: whatever order the importer keeps values in, the results
// must be those of the graph read literally.

#include "qopt/Import/OnnxImporter.h"
#include "qopt/Reference/Evaluator.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "gtest/gtest.h"

#include <onnx/onnx_pb.h>

#include <numeric>
#include <random>

using namespace qopt;

namespace {

using Shape = std::vector<int64_t>;

int64_t count(const Shape &shape) {
  return std::accumulate(shape.begin(), shape.end(), int64_t(1), std::multiplies<>());
}

/// A value of the graph, with its elements in ONNX's own order.
struct Reference {
  std::string name;
  Shape shape;
  std::vector<float> data;
};

/// The index of element `linear` of `shape`, one entry per dimension.
Shape delinearize(int64_t linear, const Shape &shape) {
  Shape index(shape.size());
  for (size_t dim = shape.size(); dim-- > 0; linear /= shape[dim])
    index[dim] = linear % shape[dim];
  return index;
}

int64_t linearize(const Shape &index, const Shape &shape) {
  int64_t linear = 0;
  for (size_t dim = 0; dim < shape.size(); ++dim)
    linear = linear * shape[dim] + index[dim];
  return linear;
}

/// Builds a model and computes its values at the same time.
class RandomGraph {
public:
  explicit RandomGraph(unsigned seed) : rng(seed) {
    model.set_ir_version(8);
    model.add_opset_import()->set_version(13);
    model.mutable_graph()->set_name("random");
  }

  int64_t pick(int64_t low, int64_t high) {
    return std::uniform_int_distribution<int64_t>(low, high)(rng);
  }

  Reference addInput() {
    Reference value{"x", {pick(1, 2), pick(1, 4), pick(1, 4), pick(1, 3)}, {}};
    value.data = randomData(count(value.shape));
    onnx::ValueInfoProto &input = *model.mutable_graph()->add_input();
    input.set_name(value.name);
    auto &type = *input.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto::FLOAT);
    for (int64_t size : value.shape)
      type.mutable_shape()->add_dim()->set_dim_value(size);
    return value;
  }

  void setOutput(const Reference &value) {
    model.mutable_graph()->add_output()->set_name(value.name);
  }

  Reference addRandomNode(const Reference &input) {
    switch (pick(0, 8)) {
    case 0:
      return transpose(input);
    case 1:
    case 2:
      return reshape(input);
    case 3:
      return addConstant(input);
    case 4:
      return concat(input);
    case 5:
      return slice(input);
    case 6:
      return gemm(input);
    case 7:
      return addPrevious(input);
    default:
      return pool(input);
    }
  }

  onnx::ModelProto model;

private:
  // Small integers: every sum is exact.
  std::vector<float> randomData(int64_t size) {
    std::vector<float> data(size);
    for (float &value : data)
      value = pick(-4, 4);
    return data;
  }

  onnx::NodeProto &addNode(llvm::StringRef op, llvm::ArrayRef<std::string> inputs,
                           Reference &result) {
    onnx::NodeProto &node = *model.mutable_graph()->add_node();
    node.set_op_type(op.str());
    for (const std::string &input : inputs)
      node.add_input(input);
    result.name = "v" + std::to_string(model.graph().node_size());
    node.add_output(result.name);
    return node;
  }

  void addIntegers(onnx::NodeProto &node, const char *name, const Shape &values) {
    onnx::AttributeProto &attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INTS);
    for (int64_t value : values)
      attribute.add_ints(value);
  }

  void addInteger(onnx::NodeProto &node, const char *name, int64_t value) {
    onnx::AttributeProto &attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(value);
  }

  std::string addInitializer(const Shape &shape, const std::vector<float> &data) {
    onnx::TensorProto &tensor = newInitializer(shape);
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    for (float value : data)
      tensor.add_float_data(value);
    return tensor.name();
  }

  std::string addInitializer(const Shape &data) {
    onnx::TensorProto &tensor = newInitializer({static_cast<int64_t>(data.size())});
    tensor.set_data_type(onnx::TensorProto::INT64);
    for (int64_t value : data)
      tensor.add_int64_data(value);
    return tensor.name();
  }

  onnx::TensorProto &newInitializer(const Shape &shape) {
    onnx::TensorProto &tensor = *model.mutable_graph()->add_initializer();
    tensor.set_name("c" + std::to_string(model.graph().initializer_size()));
    for (int64_t size : shape)
      tensor.add_dims(size);
    return tensor;
  }

  Reference keep(Reference value) {
    previous.push_back(value);
    return value;
  }

  Reference transpose(const Reference &input) {
    Shape perm(input.shape.size());
    std::iota(perm.begin(), perm.end(), 0);
    std::shuffle(perm.begin(), perm.end(), rng);
    Reference result = input;
    for (size_t dim = 0; dim < perm.size(); ++dim)
      result.shape[dim] = input.shape[perm[dim]];
    for (int64_t i = 0; i < count(result.shape); ++i) {
      Shape to = delinearize(i, result.shape), from = to;
      for (size_t dim = 0; dim < perm.size(); ++dim)
        from[perm[dim]] = to[dim];
      result.data[i] = input.data[linearize(from, input.shape)];
    }
    addIntegers(addNode("Transpose", {input.name}, result), "perm", perm);
    return keep(result);
  }

  /// Prime factors and ones, merged at random.
  Reference reshape(const Reference &input) {
    Shape factors;
    for (int64_t size : input.shape) {
      for (int64_t prime : {2, 3, 5, 7})
        for (; size % prime == 0 && size > 1; size /= prime)
          factors.push_back(prime);
      if (size > 1 || pick(0, 2) == 0)
        factors.push_back(size);
    }
    Reference result = input;
    result.shape.clear();
    for (int64_t factor : factors) {
      if (result.shape.empty() || (pick(0, 1) && result.shape.size() < 5))
        result.shape.push_back(factor);
      else
        result.shape.back() *= factor;
    }
    if (result.shape.empty())
      result.shape.push_back(1);
    addNode("Reshape", {input.name, addInitializer(result.shape)}, result);
    return keep(result);
  }

  Reference addConstant(const Reference &input) {
    Shape shape = input.shape;
    for (int64_t &size : shape)
      size = pick(0, 1) ? size : 1;
    while (shape.size() > 1 && shape.front() == 1 && pick(0, 1))
      shape.erase(shape.begin());
    std::vector<float> data = randomData(count(shape));
    Reference result = input;
    size_t missing = input.shape.size() - shape.size();
    for (int64_t i = 0; i < count(result.shape); ++i) {
      Shape index = delinearize(i, result.shape), own(shape.size());
      for (size_t dim = 0; dim < shape.size(); ++dim)
        own[dim] = shape[dim] == 1 ? 0 : index[missing + dim];
      result.data[i] += data[linearize(own, shape)];
    }
    addNode("Add", {input.name, addInitializer(shape, data)}, result);
    return keep(result);
  }

  /// A value of the same shape, if there is one.
  Reference addPrevious(const Reference &input) {
    for (const Reference &other : previous) {
      if (other.shape != input.shape || other.name == input.name)
        continue;
      Reference result = input;
      for (auto [value, operand] : llvm::zip(result.data, other.data))
        value = std::max(value, operand);
      addNode("Max", {input.name, other.name}, result);
      return keep(result);
    }
    return pool(input);
  }

  Reference concat(const Reference &input) {
    if (count(input.shape) > 200)
      return slice(input);
    int64_t axis = pick(0, input.shape.size() - 1);
    Reference result = input;
    result.shape[axis] *= 2;
    result.data.resize(count(result.shape));
    for (int64_t i = 0; i < count(result.shape); ++i) {
      Shape index = delinearize(i, result.shape);
      index[axis] %= input.shape[axis];
      result.data[i] = input.data[linearize(index, input.shape)];
    }
    addInteger(addNode("Concat", {input.name, input.name}, result), "axis", axis);
    return keep(result);
  }

  Reference slice(const Reference &input) {
    Reference result = input;
    Shape starts, ends;
    for (int64_t &size : result.shape) {
      starts.push_back(pick(0, (size - 1) / 2));
      ends.push_back(pick(starts.back() + 1, size));
      size = ends.back() - starts.back();
    }
    result.data.resize(count(result.shape));
    for (int64_t i = 0; i < count(result.shape); ++i) {
      Shape index = delinearize(i, result.shape);
      for (size_t dim = 0; dim < starts.size(); ++dim)
        index[dim] += starts[dim];
      result.data[i] = input.data[linearize(index, input.shape)];
    }
    addNode("Slice", {input.name, addInitializer(starts), addInitializer(ends)}, result);
    return keep(result);
  }

  /// All but the first dimension flattened, times a matrix.
  Reference gemm(const Reference &input) {
    if (input.shape.empty() || count(input.shape) > 100)
      return pool(input);
    int64_t rows = input.shape[0], depth = count(input.shape) / rows, columns = pick(1, 3);
    Reference flat = input, result;
    flat.shape = {rows, depth};
    addInteger(addNode("Flatten", {input.name}, flat), "axis", 1);
    std::vector<float> weights = randomData(depth * columns);
    result.shape = {rows, columns};
    // Clipped, so that numbers stay small and sums exact.
    for (int64_t i = 0; i < rows * columns; ++i) {
      float sum = 0;
      for (int64_t k = 0; k < depth; ++k)
        sum += flat.data[i / columns * depth + k] * weights[k * columns + i % columns];
      result.data.push_back(std::clamp(sum, -9.0f, 9.0f));
    }
    Reference product = result;
    addNode("MatMul", {flat.name, addInitializer({depth, columns}, weights)}, product);
    addNode("Clip", {product.name, addInitializer({}, {-9.0f}), addInitializer({}, {9.0f})},
            result);
    return keep(result);
  }

  /// A pool of one element changes nothing, but wants channels last.
  Reference pool(const Reference &input) {
    if (input.shape.size() != 3 && input.shape.size() != 4)
      return transpose(input);
    Reference result = input;
    addIntegers(addNode("MaxPool", {input.name}, result), "kernel_shape",
                Shape(input.shape.size() - 2, 1));
    return keep(result);
  }

  std::mt19937 rng;
  std::vector<Reference> previous;
};

// A form that is taken for another order gives right shapes and wrong numbers.
TEST(LayoutTest, RandomGraphsKeepTheirMeaning) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    RandomGraph graph(seed);
    Reference input = graph.addInput(), value = input;
    for (int64_t length = graph.pick(2, 9); length > 0; --length)
      value = graph.addRandomNode(value);
    graph.setOutput(value);

    mlir::MLIRContext context;
    std::string bytes = graph.model.SerializeAsString();
    auto module = importOnnx(llvm::MemoryBufferRef(bytes, "random.onnx"), context);
    ASSERT_TRUE(module) << graph.model.DebugString();
    auto evaluator = Evaluator::create(*module->getOps<mlir::func::FuncOp>().begin());
    ASSERT_TRUE(succeeded(evaluator)) << "seed " << seed;
    Tensor argument(evaluator->getInputTypes().front());
    llvm::copy(input.data, argument.as<float>().begin());
    auto results = evaluator->run(argument);
    ASSERT_TRUE(succeeded(results)) << "seed " << seed;
    ASSERT_EQ(results->front().getShape(), llvm::ArrayRef(value.shape)) << "seed " << seed;
    ASSERT_TRUE(llvm::equal(results->front().as<float>(), value.data)) << "seed " << seed << "\n"
                                                                       << graph.model.DebugString();
  }
}

} // namespace
