#ifndef QOPT_BENCHMARKS_MACHINE_H
#define QOPT_BENCHMARKS_MACHINE_H

/* What the CPU at hand can do at most: the rate of the instructions that
 * kernels are made of, and the bandwidth of reading memory. */

#ifdef __cplusplus
extern "C" {
#endif

/* A sequence of instructions that multiplies and adds. */
struct Sequence {
  const char *name;
  void (*kernel)(long iterations);
  /* Operations per accumulator and iteration. */
  double operations;
  int supported;
};

enum { kMaxSequences = 16 };

/* Fills in the sequences of this architecture; returns how many there are. */
int getSequences(struct Sequence *sequences);

/* 10^9 operations per second of one thread with all operands in registers, a
 * multiplication and an addition counted as two: the best of `repetitions` runs
 * of about a millisecond. */
double measureRate(const struct Sequence *sequence, int repetitions);

/* 10^9 bytes per second that `threads` (at most 64) read together from a buffer
 * that is larger than caches, the best of `repetitions`; 0 where there is no
 * memory for it. */
double measureBandwidth(int threads, int repetitions);

#ifdef __cplusplus
}
#endif

#endif /* QOPT_BENCHMARKS_MACHINE_H */
