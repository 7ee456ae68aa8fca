#include "RecurrentSteps.h"

#include "Activations.h"
#include "NodeImporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "llvm/ADT/STLExtras.h"

#include <limits>

// The functions of gates and states.

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_import;

namespace {

/// How a function is called, the values of its parameters where none are given (NaN:
/// it has no such parameter), and what it computes.
struct KnownActivation {
  StringRef name;
  float alpha, beta;
  Value (*emit)(ImportBuilder &b, Value v, float alpha, float beta);
};

Value emitAffine(ImportBuilder &b, Value v, float alpha, float beta) {
  return b.binary<tosa::AddOp>(b.mul(v, b.createScalarLike(alpha, v)), b.createScalarLike(beta, v));
}

Value emitScaledTanh(ImportBuilder &b, Value v, float alpha, float beta) {
  return b.scale(b.unary<tosa::TanhOp>(b.scale(v, beta)), alpha);
}

/// A function without parameters, or with one.
template <auto function> Value emitPlain(ImportBuilder &b, Value v, float, float) {
  return function(b, v);
}
template <auto function> Value emitOfAlpha(ImportBuilder &b, Value v, float alpha, float) {
  return function(b, v, alpha);
}

template <typename OpTy> Value emitOp(ImportBuilder &b, Value v, float, float) {
  return b.unary<OpTy>(v);
}

constexpr float none = std::numeric_limits<float>::quiet_NaN();
constexpr KnownActivation knownActivations[] = {
    {"Tanh", none, none, emitOp<tosa::TanhOp>},
    {"Sigmoid", none, none, emitOp<tosa::SigmoidOp>},
    {"Relu", none, none, emitPlain<emitRelu>},
    {"Affine", 1.0f, 0.0f, emitAffine},
    {"LeakyRelu", 0.01f, none, emitOfAlpha<emitLeakyRelu>},
    {"ThresholdedRelu", 1.0f, none, emitOfAlpha<emitThresholdedRelu>},
    {"ScaledTanh", 1.0f, 1.0f, emitScaledTanh},
    {"HardSigmoid", 0.2f, 0.5f, emitHardSigmoid},
    {"Elu", 1.0f, none, emitOfAlpha<emitElu>},
    {"Softsign", none, none, emitPlain<emitSoftsign>},
    {"Softplus", none, none, emitPlain<emitSoftplus>},
};

FailureOr<SmallVector<StringRef>> readNames(NodeImporter &node, const Recurrent &recurrent) {
  SmallVector<StringRef> defaults =
      recurrent.kind == Recurrent::Kind::RNN   ? SmallVector<StringRef>{"Tanh"}
      : recurrent.kind == Recurrent::Kind::GRU ? SmallVector<StringRef>{"Sigmoid", "Tanh"}
                                               : SmallVector<StringRef>{"Sigmoid", "Tanh", "Tanh"};
  SmallVector<StringRef> names;
  for (int64_t direction = 0; direction < recurrent.directions; ++direction)
    llvm::append_range(names, defaults);
  if (!node.hasAttribute("activations"))
    return names;
  FailureOr<SmallVector<StringRef>> given = node.getStringList("activations");
  if (succeeded(given) && given->size() != names.size())
    return node.error() << "attribute 'activations' has " << given->size() << " elements; "
                        << names.size() << " expected";
  return given;
}

} // namespace

LogicalResult qopt::onnx_import::readActivations(NodeImporter &node, Recurrent &recurrent) {
  FailureOr<SmallVector<StringRef>> names = readNames(node, recurrent);
  if (failed(names))
    return failure();
  SmallVector<float> alphas, betas;
  for (auto [name, values] : {std::pair("activation_alpha", &alphas), {"activation_beta", &betas}})
    if (node.hasAttribute(name)) {
      FailureOr<SmallVector<float>> given = node.getFloatList(name);
      if (failed(given))
        return failure();
      *values = *given;
    }
  // Parameters are listed for those functions only that take any.
  size_t nextAlpha = 0, nextBeta = 0;
  for (StringRef name : *names) {
    const auto *known = llvm::find_if(knownActivations, [&](const KnownActivation &activation) {
      return name.equals_insensitive(activation.name);
    });
    if (known == std::end(knownActivations)) {
      auto diagnostic = node.error() << "attribute 'activations' names '" << name << "'; ";
      llvm::interleaveComma(knownActivations, diagnostic,
                            [&](const KnownActivation &known) { diagnostic << known.name; });
      return diagnostic << " are supported";
    }
    float alpha = known->alpha, beta = known->beta;
    if (!std::isnan(alpha) && nextAlpha < alphas.size())
      alpha = alphas[nextAlpha++];
    if (!std::isnan(beta) && nextBeta < betas.size())
      beta = betas[nextBeta++];
    recurrent.activations.push_back([&b = node.getBuilder(), emit = known->emit, alpha,
                                     beta](Value v) { return emit(b, v, alpha, beta); });
  }
  return success();
}
