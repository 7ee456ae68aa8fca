#ifndef QOPT_INITALL_H
#define QOPT_INITALL_H

namespace mlir {
class DialectRegistry;
} // namespace mlir

namespace qopt {

/// Registers the dialects of qopt, the upstream dialects that its passes
/// produce, and the external models that make upstream ops quantizable and
/// schedulable.
void registerAllDialects(mlir::DialectRegistry &registry);

/// Registers all passes and pipelines of qopt with the global pass registry.
void registerAllPasses();

} // namespace qopt

#endif // QOPT_INITALL_H
