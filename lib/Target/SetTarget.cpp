#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Target/ISA.h"
#include "qopt/Target/Passes.h"

namespace qopt {
#define GEN_PASS_DEF_SETTARGET
#include "qopt/Target/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

struct SetTarget : qopt::impl::SetTargetBase<SetTarget> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    llvm::Expected<CPUDescription> shape = resolveCPU(triple, cpu, features);
    if (!shape)
      return fail(shape.takeError());
    const ISA &isa = selectISA(*shape);
    // Emulated code keeps the kernels' shape; the host compiles and runs it.
    llvm::Expected<CPUDescription> compiled =
        emulate ? resolveCPU("", "native", "") : std::move(shape);
    if (!compiled)
      return fail(compiled.takeError());

    Builder builder(&getContext());
    module->setAttr(qint::kTargetAttrName, qint::TargetAttr::get(&getContext(), isa.name, emulate));
    module->setAttr(kTripleAttrName, builder.getStringAttr(compiled->triple));
    module->setAttr(kCPUAttrName, builder.getStringAttr(compiled->cpu));
    module->setAttr(kFeaturesAttrName, builder.getStringAttr(compiled->features));
  }

  void fail(llvm::Error error) {
    getOperation().emitError() << llvm::toString(std::move(error));
    signalPassFailure();
  }
};

} // namespace
