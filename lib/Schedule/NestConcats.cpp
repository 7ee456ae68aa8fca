#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Passes.h"

#define DEBUG_TYPE "qopt-nest-concats"

namespace qopt {
#define GEN_PASS_DEF_NESTCONCATS
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// A concatenation, and what it joined before it took others' results.
struct Concat {
  Operation *op;
  SmallVector<Value> parts;
};

/// Where the parts of `inner` stand next to each other among those of `outer`,
/// first to last.
std::optional<size_t> find(const Concat &inner, const Concat &outer) {
  auto found = llvm::search(outer.parts, inner.parts);
  if (found == outer.parts.end())
    return std::nullopt;
  return found - outer.parts.begin();
}

struct NestConcats : qopt::impl::NestConcatsBase<NestConcats> {
  using Base::Base;

  void runOnOperation() override {
    for (Block &block : getOperation().getBody()) {
      SmallVector<Concat> concats;
      for (Operation &op : block)
        if (isa<tosa::ConcatOp, qint::ConcatOp>(op)) {
          Concat concat{&op, llvm::to_vector(op.getOperands())};
          nest(concat, concats);
          concats.push_back(std::move(concat));
        }
    }
  }

  /// Replaces the most parts of `outer` that an earlier concatenation joins.
  void nest(const Concat &outer, ArrayRef<Concat> earlier) {
    const Concat *best = nullptr;
    for (const Concat &inner : earlier)
      if (inner.op->getName() == outer.op->getName() &&
          inner.op->getAttrDictionary() == outer.op->getAttrDictionary() &&
          inner.parts.size() > 1 && inner.parts.size() < outer.parts.size() &&
          (!best || inner.parts.size() > best->parts.size()) && find(inner, outer))
        best = &inner;
    if (!best)
      return;
    size_t first = *find(*best, outer);
    SmallVector<Value> operands(outer.parts);
    operands.erase(operands.begin() + first, operands.begin() + first + best->parts.size());
    operands.insert(operands.begin() + first, best->op->getResult(0));
    outer.op->setOperands(operands);
  }
};

} // namespace
