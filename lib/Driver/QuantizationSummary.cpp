#include "QuantizationSummary.h"
#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "mlir/IR/TypeUtilities.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Reasons printed; `--remarks-filter` has the rest.
constexpr size_t kPrintedReasons = 8;

int64_t getElements(Value value) { return cast<ShapedType>(value.getType()).getNumElements(); }

int64_t getLastSize(Value value) { return cast<ShapedType>(value.getType()).getShape().back(); }

/// Each output is a sum over the weights of its channel.
int64_t countByOutput(Value result, Value weights) {
  return getElements(result) / getLastSize(result) * getElements(weights);
}

int64_t countMultiplyAdds(Operation *op) {
  return TypeSwitch<Operation *, int64_t>(op)
      .Case<qint::Conv2DOp, qint::DepthwiseConv2DOp>(
          [](auto conv) { return countByOutput(conv->getResult(0), conv.getWeights()); })
      .Case<tosa::Conv2DOp, tosa::DepthwiseConv2DOp>(
          [](auto conv) { return countByOutput(conv->getResult(0), conv.getWeight()); })
      .Case([](tosa::TransposeConv2DOp conv) {
        // Each input meets the weights of its channel.
        return getElements(conv.getInput()) / getLastSize(conv.getInput()) *
               getElements(conv.getWeight());
      })
      .Case([](qint::BatchMatmulOp matmul) {
        return getElements(matmul.getResult()) * getLastSize(matmul.getLhs());
      })
      .Case([](tosa::MatMulOp matmul) {
        return getElements(matmul.getResult()) * getLastSize(matmul.getA());
      })
      .Default(int64_t(0));
}

bool isFloat(Type type) { return isa<FloatType>(getElementTypeOrSelf(type)); }

/// Ops and multiply-adds.
struct Work {
  int64_t ops = 0, multiplyAdds = 0;

  void add(Operation *op) {
    ++ops;
    multiplyAdds += countMultiplyAdds(op);
  }
};

/// 4.09 G, 512.3 M, 96.
void printCount(llvm::raw_ostream &os, int64_t count) {
  auto value = static_cast<double>(count);
  if (count >= 1'000'000'000)
    os << llvm::format("%.2f G", value * 1e-9);
  else if (count >= 1'000'000)
    os << llvm::format("%.1f M", value * 1e-6);
  else
    os << count;
}

void printWork(llvm::raw_ostream &os, StringRef path, StringRef kind, const Work &work,
               int64_t allMultiplyAdds) {
  os << path << ": " << kind << ": " << work.ops << (work.ops == 1 ? " op" : " ops") << ", ";
  printCount(os, work.multiplyAdds);
  os << " multiply-adds";
  if (allMultiplyAdds)
    os << llvm::format(" (%.1f %%)", 100.0 * static_cast<double>(work.multiplyAdds) /
                                         static_cast<double>(allMultiplyAdds));
  os << "\n";
}

} // namespace

void QuantizationSummary::addFloatOp(StringRef message, StringRef node) {
  std::lock_guard<std::mutex> lock(mutex);
  Reason &reason = reasons[message.str()];
  if (reason.count++ == 0)
    reason.firstNode = node.str();
}

void QuantizationSummary::print(ModuleOp module, StringRef path, llvm::raw_ostream &os) const {
  Work integer, real;
  for (auto function : module.getOps<func::FuncOp>())
    for (Operation &op : function.getOps()) {
      if (isa<qint::QIntDialect>(op.getDialect()))
        integer.add(&op);
      else if (!op.hasTrait<OpTrait::ConstantLike>() && llvm::any_of(op.getResultTypes(), isFloat))
        real.add(&op);
    }
  int64_t multiplyAdds = integer.multiplyAdds + real.multiplyAdds;
  printWork(os, path, "integer", integer, multiplyAdds);
  printWork(os, path, "float", real, multiplyAdds);

  auto sorted = llvm::to_vector(llvm::map_range(reasons, [](const auto &entry) { return &entry; }));
  llvm::sort(sorted, [](const auto *a, const auto *b) {
    return std::make_pair(-a->second.count, a->first) < std::make_pair(-b->second.count, b->first);
  });
  for (const auto *entry : ArrayRef(sorted).take_front(kPrintedReasons)) {
    os << "  " << entry->second.count << " x " << entry->first;
    if (!entry->second.firstNode.empty())
      os << (entry->second.count == 1 ? " (at '" : " (first at '") << entry->second.firstNode
         << "')";
    os << "\n";
  }
  if (size_t rest = sorted.size() - std::min(sorted.size(), kPrintedReasons))
    os << "  and " << rest << (rest == 1 ? " reason" : " reasons")
       << " more; --remarks-filter=qopt-integerize prints all\n";
}
