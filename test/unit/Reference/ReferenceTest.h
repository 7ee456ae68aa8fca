// Runs functions given as text, and makes the tensors they run on.

#ifndef QOPT_TEST_UNIT_REFERENCE_REFERENCETEST_H
#define QOPT_TEST_UNIT_REFERENCE_REFERENCETEST_H

#include "qopt/Reference/Evaluator.h"

#include "mlir/AsmParser/AsmParser.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Quant/IR/Quant.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/Parser/Parser.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "llvm/Support/FormatVariadic.h"
#include "gtest/gtest.h"

#include <random>

namespace qopt::reference {

class ReferenceTest : public ::testing::Test {
protected:
  ReferenceTest() {
    context.loadDialect<calib::CalibDialect, qint::QIntDialect, mlir::arith::ArithDialect,
                        mlir::func::FuncDialect, mlir::linalg::LinalgDialect,
                        mlir::quant::QuantDialect, mlir::tensor::TensorDialect,
                        mlir::tosa::TosaDialect>();
    context.getDiagEngine().registerHandler([this](mlir::Diagnostic &diagnostic) {
      messages += diagnostic.str() + "\n";
      return mlir::success();
    });
  }

  /// The function in `text`; the module lives as long as the test.
  mlir::func::FuncOp parse(const std::string &text) {
    modules.push_back(mlir::parseSourceString<mlir::ModuleOp>(text, &context));
    if (!modules.back()) {
      ADD_FAILURE() << "does not parse: " << messages << text;
      return nullptr;
    }
    return *modules.back()->getOps<mlir::func::FuncOp>().begin();
  }

  /// The results of the function in `text`.
  llvm::SmallVector<Tensor> run(const std::string &text, llvm::ArrayRef<Tensor> inputs) {
    mlir::func::FuncOp function = parse(text);
    if (!function)
      return {};
    mlir::FailureOr<Evaluator> evaluator = Evaluator::create(function);
    if (failed(evaluator)) {
      ADD_FAILURE() << "cannot be evaluated: " << messages;
      return {};
    }
    mlir::FailureOr<llvm::SmallVector<Tensor>> results = evaluator->run(inputs);
    if (failed(results)) {
      ADD_FAILURE() << "does not run: " << messages;
      return {};
    }
    return *results;
  }

  /// The one result of a function whose body is `body`; `arguments` and `result`
  /// are written as in its header.
  Tensor runBody(const std::string &arguments, const std::string &result, const std::string &body,
                 llvm::ArrayRef<Tensor> inputs) {
    std::string text = "func.func @f(" + arguments + ") -> " + result + " {\n" + body + "\n}";
    llvm::SmallVector<Tensor> results = run(text, inputs);
    return results.empty() ? Tensor() : results.front();
  }

  /// What `Evaluator::create` reports for the function in `text`.
  std::string explainRefusal(const std::string &text) {
    mlir::func::FuncOp function = parse(text);
    messages.clear();
    if (function && succeeded(Evaluator::create(function)))
      ADD_FAILURE() << "was accepted: " << text;
    return messages;
  }

  mlir::RankedTensorType type(const std::string &text) {
    return mlir::cast<mlir::RankedTensorType>(mlir::parseType(text, &context));
  }

  template <typename T> Tensor tensor(const std::string &typeText, llvm::ArrayRef<T> values) {
    Tensor result(type(typeText));
    EXPECT_EQ(result.getNumElements(), static_cast<int64_t>(values.size()));
    llvm::copy(values, result.as<T>().begin());
    return result;
  }

  /// Integers of [low, high], all equally likely.
  template <typename T> Tensor randomIntegers(const std::string &typeText, T low, T high) {
    Tensor result(type(typeText));
    std::uniform_int_distribution<int64_t> distribution(low, high);
    for (T &element : result.as<T>())
      element = static_cast<T>(distribution(random));
    return result;
  }

  /// Floats of (-1, 1), with zeros of both signs among them.
  Tensor randomFloats(const std::string &typeText) {
    Tensor result(type(typeText));
    std::uniform_real_distribution<float> distribution(-1, 1);
    for (float &element : result.as<float>()) {
      element = distribution(random);
      if (random() % 16 == 0)
        element = random() % 2 ? 0.0f : -0.0f;
    }
    return result;
  }

  mlir::MLIRContext context;
  std::string messages;
  std::mt19937 random{20240607};

private:
  std::vector<mlir::OwningOpRef<mlir::ModuleOp>> modules;
};

/// Checks that two float arrays hold the same bytes.
inline void expectSameBits(llvm::ArrayRef<float> actual, llvm::ArrayRef<float> expected) {
  ASSERT_EQ(actual.size(), expected.size());
  for (size_t i = 0; i < actual.size(); ++i) {
    uint32_t a, e;
    std::memcpy(&a, &actual[i], 4);
    std::memcpy(&e, &expected[i], 4);
    ASSERT_EQ(a, e) << "element " << i << ": " << actual[i] << " but expected " << expected[i];
  }
}

} // namespace qopt::reference

#endif // QOPT_TEST_UNIT_REFERENCE_REFERENCETEST_H
