#ifndef QOPT_TARGET_ISA_H
#define QOPT_TARGET_ISA_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <optional>
#include <string>

namespace qopt {

/// Module attributes (strings) that tell code generation what to compile for.
inline constexpr llvm::StringLiteral kTripleAttrName = "qopt.triple";
inline constexpr llvm::StringLiteral kCPUAttrName = "qopt.cpu";
inline constexpr llvm::StringLiteral kFeaturesAttrName = "qopt.features";

/// How `qint.vector.dot` is lowered; one file of lib/LowerToLLVM each. `Amx` is
/// `Avx512Vnni` with matrix registers besides.
enum class DotLowering { Generic, Avx2, AvxVnni, Avx512Bw, Avx512Vnni, Amx, Neon, NeonDot };

/// A row of the instruction set table `ISA.def`: what scheduling and
/// vectorization need to know of a CPU.
struct ISA {
  llvm::StringLiteral name;
  /// Bits of a vector register, and how many of them there are.
  unsigned vectorBits;
  unsigned vectorRegisters;
  DotLowering dot;
  /// The byte dot product takes signed by signed bytes, not unsigned by signed.
  bool signedDot;

  /// There is no instruction for the dot product of bytes, but one for that of
  /// pairs of words (`vpmaddwd`): kernels take weights that were widened ahead.
  bool multipliesWords() const { return dot == DotLowering::Avx2 || dot == DotLowering::Avx512Bw; }

  /// One instruction adds the dot products of groups of four bytes.
  bool hasByteDot() const {
    return dot == DotLowering::Avx512Vnni || dot == DotLowering::AvxVnni ||
           dot == DotLowering::Amx || dot == DotLowering::NeonDot;
  }

  /// There are registers for whole matrices (`qint.vector.matrix_dot`).
  bool hasMatrixRegisters() const { return dot == DotLowering::Amx; }

  /// Elements of `bits` bits in one register.
  unsigned lanes(unsigned bits) const { return vectorBits / bits; }
};

/// What is compiled for, in LLVM's terms. `cpu` may be empty (the baseline of
/// the triple), `features` is a list as in `+avx2,-fma`.
struct CPUDescription {
  std::string triple;
  std::string cpu;
  std::string features;
};

/// How tables of bytes are permuted, with AVX-512 VBMI.
enum class BytePermutes {
  None,
  /// One register at a time (`vpermb`): where two at a time take three steps.
  Single,
  /// Two registers at a time (`vpermi2b`).
  Paired
};

/// A module's instruction set, and whether its vector ops are emulated.
struct Target {
  const ISA *isa;
  bool emulate;
  BytePermutes bytePermutes = BytePermutes::None;
  /// Shifts, packs and plain additions have pipes that multiplications do not take, saturating
  /// additions do not (AMD): a shift that rounds is best an addition and a shift.
  bool shiftsBesideProducts = false;

  /// One instruction multiplies floats by powers of two, with AVX-512 (`vscalefps`).
  bool hasScale() const { return isa->vectorBits >= 512 && !emulate; }
};

/// All rows, best first for each architecture.
llvm::ArrayRef<ISA> getAllISAs();

/// The row of that name, or null.
const ISA *lookupISA(llvm::StringRef name);

/// Fills in the host's triple where `triple` is empty, and the host's name and
/// features where `cpu` is `native`; fails on a triple, CPU or feature that
/// LLVM does not know.
llvm::Expected<CPUDescription> resolveCPU(llvm::StringRef triple, llvm::StringRef cpu,
                                          llvm::StringRef features);

/// Whether a CPU has all that an instruction set's row asks for. `cpu` must come
/// from `resolveCPU`.
bool hasISA(const CPUDescription &cpu, const ISA &isa);

/// The best instruction set that a CPU has, by LLVM's feature bits of it.
/// `cpu` must come from `resolveCPU`.
const ISA &selectISA(const CPUDescription &cpu);
const ISA &selectISA(llvm::StringRef triple, llvm::StringRef cpu, llvm::StringRef features);

/// Whether this machine runs code of the row `name`; false for unknown names.
bool isSupportedByHost(llvm::StringRef name);

/// The CPU that a module is compiled for, if it has the attributes.
std::optional<CPUDescription> getCPU(mlir::ModuleOp module);

/// Bytes that one core reads from memory in the time of two products of whole vectors, the
/// cycle of the cost models: known of some CPUs by their names, else what a server does.
double getMemoryRate(mlir::ModuleOp module);

/// Accumulators of a tile of bytes up to which a CPU computes the tile's epilogue beside the
/// products of the next one; 0 where that was not measured.
int64_t getTileOverlap(mlir::ModuleOp module);

/// Whether a CPU has all of `features`, as in `+avx512vbmi`.
bool hasFeatures(const CPUDescription &cpu, llvm::StringRef features);

/// Whether the CPU that a module is compiled for has instructions for a fused
/// multiply-add of f32, and for rounding f32 to an integral value. True without
/// `qopt.triple`.
bool hasFusedMultiplyAdd(mlir::ModuleOp module);
bool hasRounding(mlir::ModuleOp module);

/// Reads `qint.target`; `generic` where it is absent or names no row.
Target getTarget(mlir::ModuleOp module);

} // namespace qopt

#endif // QOPT_TARGET_ISA_H
