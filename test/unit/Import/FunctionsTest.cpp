// Functions of a model in what IR versions 9 and 10 added, which the text format
// of older generated classes cannot say.

#include "qopt/Import/OnnxImporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

#include <google/protobuf/text_format.h>
#include <onnx/onnx_pb.h>

using namespace qopt;

namespace {

/// `message` with another field, of text or a message of up to 127 bytes.
template <typename Proto> void appendField(Proto &message, int number, const std::string &bytes) {
  std::string extended = message.SerializeAsString();
  extended += static_cast<char>(number << 3 | 2);
  extended += static_cast<char>(bytes.size());
  ASSERT_TRUE(message.ParseFromString(extended + bytes));
}

onnx::ModelProto parseModel(const char *text) {
  onnx::ModelProto model;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &model));
  return model;
}

/// The operations of the program, by name and in order.
std::vector<std::string> importNames(const onnx::ModelProto &model, mlir::MLIRContext &context,
                                     std::vector<float> &bounds) {
  std::string bytes = model.SerializeAsString();
  auto module = importOnnx(llvm::MemoryBufferRef(bytes, "model.onnx"), context);
  std::vector<std::string> names;
  if (module)
    module->walk([&](mlir::Operation *op) {
      if (auto clamp = llvm::dyn_cast<mlir::tosa::ClampOp>(op))
        bounds.push_back(
            llvm::cast<mlir::FloatAttr>(clamp.getMaxValAttr()).getValue().convertToFloat());
      if (op->getDialect()->getNamespace() == "tosa")
        names.push_back(op->getName().getStringRef().str());
    });
  return names;
}

// An attribute that a call leaves out has the default of its function.
TEST(FunctionsTest, AttributesHaveDefaults) {
  onnx::ModelProto model = parseModel(R"(
    ir_version: 9 opset_import [{ version: 10 }, { domain: "own" version: 1 }]
    graph {
      node { op_type: "F" domain: "own" input: "x" output: "a" }
      node { op_type: "F" domain: "own" input: "a" output: "y"
             attribute { name: "bound" type: FLOAT f: 4 } }
      input { name: "x" type { tensor_type { elem_type: 1 shape { dim { dim_value: 4 } } } } }
      output { name: "y" }
    }
    functions { name: "F" domain: "own" opset_import { version: 10 } input: "x" output: "y"
      node { op_type: "Clip" input: "x" output: "y"
             attribute { name: "max" type: FLOAT ref_attr_name: "bound" } } })");
  onnx::AttributeProto bound;
  bound.set_name("bound");
  bound.set_type(onnx::AttributeProto::FLOAT);
  bound.set_f(6.0f);
  appendField(*model.mutable_functions(0), 11, bound.SerializeAsString());
  mlir::MLIRContext context;
  std::vector<float> bounds;
  importNames(model, context, bounds);
  EXPECT_EQ(bounds, (std::vector<float>{6.0f, 4.0f}));
}

// Functions of one name that differ in their overload are different.
TEST(FunctionsTest, OverloadsAreDifferentFunctions) {
  onnx::ModelProto model = parseModel(R"(
    ir_version: 10 opset_import [{ version: 13 }, { domain: "own" version: 1 }]
    graph {
      node { op_type: "F" domain: "own" input: "x" output: "a" }
      node { op_type: "F" domain: "own" input: "a" output: "y" }
      input { name: "x" type { tensor_type { elem_type: 1 shape { dim { dim_value: 4 } } } } }
      output { name: "y" }
    }
    functions { name: "F" domain: "own" opset_import { version: 13 } input: "x" output: "y"
      node { op_type: "Abs" input: "x" output: "y" } }
    functions { name: "F" domain: "own" opset_import { version: 13 } input: "x" output: "y"
      node { op_type: "Exp" input: "x" output: "y" } })");
  appendField(*model.mutable_functions(1), 13, "second");
  appendField(*model.mutable_graph()->mutable_node(1), 8, "second");
  mlir::MLIRContext context;
  std::vector<float> bounds;
  EXPECT_EQ(importNames(model, context, bounds),
            (std::vector<std::string>{"tosa.abs", "tosa.exp"}));
}

} // namespace
