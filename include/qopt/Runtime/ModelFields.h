#ifndef QOPT_RUNTIME_MODELFIELDS_H
#define QOPT_RUNTIME_MODELFIELDS_H

namespace qopt {

/// The fields of `qopt_model` (ABI.h), in order, for those who build one as IR.
enum class ModelField : unsigned {
  ABIVersion,
  InputCount,
  OutputCount,
  Reserved,
  Name,
  InstructionSet,
  Inputs,
  Outputs,
  ArenaBytes,
  ConstantBytes,
  Run,
  SelectVariant,
};

} // namespace qopt

#endif // QOPT_RUNTIME_MODELFIELDS_H
