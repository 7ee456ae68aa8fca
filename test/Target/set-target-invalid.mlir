// RUN: not qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=pentium17" 2>&1 | FileCheck %s --check-prefix=CPU
// RUN: not qopt %s --qopt-set-target="mtriple=vax" 2>&1 | FileCheck %s --check-prefix=TRIPLE
// RUN: not qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mattr=+avx2,+fam" 2>&1 | FileCheck %s --check-prefix=FEATURE
// RUN: not qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mattr=avx2" 2>&1 | FileCheck %s --check-prefix=SIGN
// RUN: not qopt %s --qopt-set-target="mtriple=riscv32-linux-gnu mcpu=native" 2>&1 | FileCheck %s --check-prefix=NATIVE

// CPU:     error: unknown CPU 'pentium17' for 'x86_64-unknown-linux-gnu'; 'llc -mtriple=x86_64-unknown-linux-gnu -mcpu=help' lists those that LLVM knows
// TRIPLE:  error: unknown target 'vax'
// FEATURE: error: unknown CPU feature '+fam' for 'x86_64-unknown-linux-gnu'; write +name or -name, names as 'llc -mtriple=x86_64-unknown-linux-gnu -mattr=help' lists them
// SIGN:    error: unknown CPU feature 'avx2'
// NATIVE:  error: the CPU 'native' is not of the architecture of 'riscv32-unknown-linux-gnu'; name a CPU with mcpu
module {}
