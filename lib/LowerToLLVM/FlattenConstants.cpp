#include "qopt/LowerToLLVM/Passes.h"
#include "qopt/Support/Constants.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"

#define DEBUG_TYPE "qopt-flatten-constants"

namespace qopt {
#define GEN_PASS_DEF_FLATTENCONSTANTS
#include "qopt/LowerToLLVM/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

void flatten(LLVM::GlobalOp global) {
  auto elements = dyn_cast_or_null<ElementsAttr>(global.getValueOrNull());
  if (!elements || !isa<LLVM::LLVMArrayType>(global.getGlobalType()))
    return;
  ShapedType type = elements.getShapedType();
  if (type.getRank() < 2)
    return;
  int64_t count = type.getNumElements();
  auto flat = RankedTensorType::get({count}, type.getElementType());
  global.setValueAttr(reshapeElements(elements, flat));
  global.setGlobalType(LLVM::LLVMArrayType::get(type.getElementType(), count));
}

struct FlattenConstants : qopt::impl::FlattenConstantsBase<FlattenConstants> {
  using Base::Base;

  void runOnOperation() override {
    for (auto global : getOperation().getOps<LLVM::GlobalOp>())
      flatten(global);
  }
};

} // namespace
