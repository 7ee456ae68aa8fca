// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=sapphirerapids" | FileCheck %s --check-prefix=SPR
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=sapphirerapids mattr=-amx-int8" | FileCheck %s --check-prefix=VNNI
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-w64-mingw32 mcpu=sapphirerapids" | FileCheck %s --check-prefix=VNNI
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=skylake-avx512" | FileCheck %s --check-prefix=SKX
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=alderlake" | FileCheck %s --check-prefix=ADL
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=znver3" | FileCheck %s --check-prefix=ZEN3
// RUN: qopt %s --qopt-set-target="mtriple=x86_64-linux-gnu mcpu=znver3 mattr=-fma" | FileCheck %s --check-prefix=NOFMA
// RUN: qopt %s --qopt-set-target="mtriple=aarch64-linux-gnu" | FileCheck %s --check-prefix=ARM
// RUN: qopt %s --qopt-set-target="mtriple=aarch64-linux-gnu mcpu=neoverse-n1" | FileCheck %s --check-prefix=N1
// RUN: qopt %s --qopt-set-target="mtriple=riscv64-linux-gnu" | FileCheck %s --check-prefix=RISCV
// RUN: qopt %s --qopt-set-target="mtriple=aarch64-linux-gnu mcpu=neoverse-n1 emulate" | FileCheck %s --check-prefix=EMULATE
// RUN: qopt %s --qopt-set-target="mcpu=native" | FileCheck %s --check-prefix=NATIVE

// SPR:     module attributes {qint.target = #qint.target<"amx">, qopt.cpu = "sapphirerapids", qopt.features = "", qopt.triple = "x86_64-unknown-linux-gnu"}
// VNNI:    #qint.target<"avx512vnni">
// SKX:     #qint.target<"avx512bw">
// ADL:     #qint.target<"avxvnni">
// ZEN3:    #qint.target<"avx2">
// NOFMA:   #qint.target<"generic">{{.*}}qopt.features = "-fma"
// ARM:     #qint.target<"neon">
// N1:      #qint.target<"neondot">
// RISCV:   #qint.target<"generic">
// The host compiles what is emulated.
// EMULATE:     #qint.target<"neondot", emulate = true>
// EMULATE-NOT: neoverse
// NATIVE-NOT:  qopt.cpu = "native"
module {}
