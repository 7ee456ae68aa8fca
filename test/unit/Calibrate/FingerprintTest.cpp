#include "qopt/Calibrate/Statistics.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "qopt/Dialect/Calib/Calib.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace mlir;
using namespace qopt;

namespace {

const std::string model = R"(
func.func @main(%x: tensor<1x2xf32> {qopt.name = "x"}) -> tensor<1x2xf32> {
  %0 = calib.observe %x, "x" : tensor<1x2xf32>
  %1 = "tosa.const"() <{values = dense<[[1.0, 2.0]]> : tensor<1x2xf32>}> : () -> tensor<1x2xf32>
  %2 = tosa.add %0, %1 : (tensor<1x2xf32>, tensor<1x2xf32>) -> tensor<1x2xf32>
  %3 = tosa.clamp %2 {min_val = 0.0 : f32, max_val = 6.0 : f32} : (tensor<1x2xf32>) -> tensor<1x2xf32>
  return %3 : tensor<1x2xf32>
}
)";

class FingerprintTest : public testing::Test {
protected:
  FingerprintTest() {
    context.loadDialect<calib::CalibDialect, func::FuncDialect, tosa::TosaDialect>();
  }

  /// The fingerprint of `model` with each of `changes`, a text and what takes its
  /// place, made.
  std::string fingerprint(ArrayRef<std::pair<StringRef, StringRef>> changes = {}) {
    std::string text = model;
    for (auto [from, to] : changes) {
      const size_t position = text.find(from.str());
      EXPECT_NE(position, std::string::npos) << from.str();
      text.replace(position, from.size(), to.str());
    }
    OwningOpRef<ModuleOp> module = parseSourceString<ModuleOp>(text, &context);
    EXPECT_TRUE(module) << text;
    if (!module)
      return "";
    return llvm::toHex(computeFingerprint(*module->getOps<func::FuncOp>().begin()),
                       /*LowerCase=*/true);
  }

  MLIRContext context;
};

} // namespace

// Would catch statistics that are taken for those of another model.
TEST_F(FingerprintTest, ChangesWithWhatIsComputedAndObserved) {
  const std::string original = fingerprint();
  EXPECT_NE(fingerprint({{"\"x\" :", "\"y\" :"}}), original) << "site name";
  EXPECT_NE(fingerprint({{"observe %x", "observe mean_only %x"}}), original) << "kind of site";
  EXPECT_NE(fingerprint({{"tosa.add", "tosa.sub"}}), original) << "op";
  EXPECT_NE(fingerprint({{"add %0, %1", "add %1, %0"}}), original) << "order of operands";
  EXPECT_NE(fingerprint({{"add %0, %1", "add %0, %0"}}), original) << "operand";
  EXPECT_NE(fingerprint({{"[1.0, 2.0]", "[1.0, 2.0000002]"}}), original) << "constant";
  EXPECT_NE(fingerprint({{"[[1.0, 2.0]]", "1.0"}}), original) << "splat constant";
  EXPECT_NE(fingerprint({{"max_val = 6.0", "max_val = 7.0"}}), original) << "attribute";
  EXPECT_NE(fingerprint({{"qopt.name = \"x\"", "qopt.name = \"z\""}}), original) << "input name";
}

// Would catch models that are refused although they are the same, because of
// how they were written down or what passes noted on their ops.
TEST_F(FingerprintTest, IgnoresHowItIsWritten) {
  const std::string original = fingerprint();
  EXPECT_EQ(fingerprint({{"func.func", "// comment\n\nfunc.func"}}), original);
  EXPECT_EQ(fingerprint({{"%x:", "%input:"}, {"observe %x", "observe %input"}}), original);
  EXPECT_EQ(fingerprint({{"return %3 : tensor<1x2xf32>",
                          "return %3 : tensor<1x2xf32> loc(\"elsewhere\")"}}),
            original);
  EXPECT_EQ(fingerprint({{"max_val = 6.0 : f32}", "max_val = 6.0 : f32, note = 1 : i32}"}}),
            original);
}

// Would catch large constants, which are held as resources, identified by their
// name rather than their content.
TEST_F(FingerprintTest, ResourcesCountByContent) {
  auto withResource = [&](StringRef name, StringRef bytes) {
    const std::string attribute = ("dense_resource<" + name + ">").str();
    const std::string resource = ("return %3 : tensor<1x2xf32>\n}\n{-# dialect_resources: "
                                  "{builtin: {" +
                                  name + ": \"0x04000000" + bytes + "\"}} #-}\n")
                                     .str();
    return fingerprint(
        {{"dense<[[1.0, 2.0]]>", attribute}, {"return %3 : tensor<1x2xf32>\n}", resource}});
  };
  const std::string original = withResource("weights", "0000803F00000040");
  EXPECT_EQ(withResource("weights_1", "0000803F00000040"), original);
  EXPECT_NE(withResource("weights", "0000803F00000041"), original);
}

// Would catch a fingerprint that differs between machines, or changes with the
// source: files written before would be refused, so their version must grow.
TEST_F(FingerprintTest, IsTheSameEverywhere) {
  EXPECT_EQ(fingerprint(), "b6430ffb1b3fa4e433f9533bcf81b488");
}
