#ifndef QOPT_SUPPORT_FMACLONES_H
#define QOPT_SUPPORT_FMACLONES_H

/// Put before the definition of a function that calls `std::fma` in loops. The
/// baseline of x86-64 has no fma instruction, so that each call would go to the C
/// library; with this attribute the function is compiled a second time for CPUs
/// that have one, and the loader picks. Both give the same bytes.
///
/// QOPT_VECTOR_CLONES is for loops without fma that gain by vectors of 32 and 64
/// bytes.
#ifdef __has_feature
#define QOPT_HAS_SANITIZER __has_feature(address_sanitizer)
#else
#define QOPT_HAS_SANITIZER 0
#endif

// The loader picks before a sanitizer's runtime is ready.
#if defined(__x86_64__) && defined(__ELF__) && !QOPT_HAS_SANITIZER
#define QOPT_FMA_CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#define QOPT_VECTOR_CLONES                                                                         \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define QOPT_FMA_CLONES
#define QOPT_VECTOR_CLONES
#endif

#endif // QOPT_SUPPORT_FMACLONES_H
