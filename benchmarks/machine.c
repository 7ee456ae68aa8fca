// Measures what the CPU at hand can do at most: the rate of the instructions
// that kernels are made of, and the bandwidth of reading memory. Prints JSON.
//
//   machine-peaks [--quick] [--no-bandwidth]
//
// Rates count a multiplication and an addition as two operations. They are the
// best of many short runs, of one thread, with all operands in registers.

#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

// One loop iteration runs each sequence on 12 accumulators: more than latency
// times ports of any core. `kernel(n)` runs n iterations.
enum { kAccumulators = 12 };

struct Sequence {
  const char *name;
  void (*kernel)(long iterations);
  /// Operations per accumulator and iteration.
  double operations;
  int supported;
};

#define SEQUENCE(function, body, ...)                                                              \
  static void function(long iterations) {                                                          \
    __asm__ volatile("1:\n" body "sub $1, %0\n jnz 1b\n"                                           \
                     : "+r"(iterations)                                                            \
                     :                                                                             \
                     : "cc", __VA_ARGS__);                                                         \
  }

#if defined(__x86_64__)
// Accumulators are registers 0-11 (0-5 twice where a product needs a register
// of its own), sources 14 and 15. AVX-512 code names its registers as ymm do.
#define EACH "\n.irp r,0,1,2,3,4,5,6,7,8,9,10,11\n"
#define EACH_TWICE "\n.irp r,0,1,2,3,4,5,0,1,2,3,4,5\n"
#define END "\n.endr\n"
#define REGISTERS                                                                                  \
  "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10",         \
      "xmm11", "xmm12", "xmm13", "xmm14", "xmm15"

SEQUENCE(dotZmm, EACH "vpdpbusd %%zmm14, %%zmm15, %%zmm\\r" END, REGISTERS)
SEQUENCE(dotYmmEvex, EACH "%{evex%} vpdpbusd %%ymm14, %%ymm15, %%ymm\\r" END, REGISTERS)
SEQUENCE(dotYmmVex, EACH "%{vex%} vpdpbusd %%ymm14, %%ymm15, %%ymm\\r" END, REGISTERS)
SEQUENCE(wordDotZmm, EACH "vpdpwssd %%zmm14, %%zmm15, %%zmm\\r" END, REGISTERS)
SEQUENCE(wordsZmm,
         EACH_TWICE "vpmaddwd %%zmm14, %%zmm15, %%zmm12\n vpaddd %%zmm12, %%zmm\\r, %%zmm\\r" END,
         REGISTERS)
SEQUENCE(wordsYmm,
         EACH_TWICE "vpmaddwd %%ymm14, %%ymm15, %%ymm12\n vpaddd %%ymm12, %%ymm\\r, %%ymm\\r" END,
         REGISTERS)
// What a saturating int8 kernel for AVX2 runs: for comparison only.
SEQUENCE(bytesYmm,
         EACH_TWICE "vpmaddubsw %%ymm14, %%ymm15, %%ymm12\n vpmaddwd %%ymm13, %%ymm12, %%ymm12\n"
                    "vpaddd %%ymm12, %%ymm\\r, %%ymm\\r" END,
         REGISTERS)
SEQUENCE(floatZmm, EACH "vfmadd231ps %%zmm14, %%zmm15, %%zmm\\r" END, REGISTERS)
SEQUENCE(floatYmm, EACH "vfmadd231ps %%ymm14, %%ymm15, %%ymm\\r" END, REGISTERS)

static int hasAvxVnni(void) {
  unsigned a = 7, b, c = 1, d;
  __asm__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
  return (a >> 4) & 1;
}

static int getSequences(struct Sequence *sequences) {
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  int avx512 = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  int vnni = avx512 && __builtin_cpu_supports("avx512vnni");
  int avxVnni = avx2 && hasAvxVnni();
  const struct Sequence all[] = {
      {"vpdpbusd zmm", dotZmm, 128, vnni},
      {"vpdpbusd ymm", avxVnni ? dotYmmVex : dotYmmEvex, 64, avxVnni || vnni},
      {"vpdpwssd zmm", wordDotZmm, 64, vnni},
      {"vpmaddwd+vpaddd zmm", wordsZmm, 64, avx512},
      {"vpmaddubsw+vpmaddwd+vpaddd ymm", bytesYmm, 64, avx2},
      {"vpmaddwd+vpaddd ymm", wordsYmm, 32, avx2},
      {"fma f32 zmm", floatZmm, 32, avx512},
      {"fma f32 ymm", floatYmm, 16, avx2},
  };
  memcpy(sequences, all, sizeof(all));
  return sizeof(all) / sizeof(all[0]);
}
#elif defined(__aarch64__)
#define EACH "\n.irp r,0,1,2,3,4,5,6,7,8,9,10,11\n"
#define END "\n.endr\n"
#define REGISTERS                                                                                  \
  "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v14", "v15"
#undef SEQUENCE
#define SEQUENCE(function, body, ...)                                                              \
  static void function(long iterations) {                                                          \
    __asm__ volatile(".arch armv8.2-a+dotprod\n1:\n" body "subs %0, %0, #1\n b.ne 1b\n"            \
                     : "+r"(iterations)                                                            \
                     :                                                                             \
                     : "cc", __VA_ARGS__);                                                         \
  }
SEQUENCE(dot, EACH "sdot v\\r\\().4s, v14.16b, v15.16b" END, REGISTERS)
SEQUENCE(floats, EACH "fmla v\\r\\().4s, v14.4s, v15.4s" END, REGISTERS)

#include <sys/auxv.h>
static int getSequences(struct Sequence *sequences) {
  const struct Sequence all[] = {
      {"sdot", dot, 32, (getauxval(AT_HWCAP) >> 20) & 1},
      {"fmla f32", floats, 8, 1},
  };
  memcpy(sequences, all, sizeof(all));
  return sizeof(all) / sizeof(all[0]);
}
#else
static int getSequences(struct Sequence *sequences) {
  (void)sequences;
  return 0;
}
#endif

/// 10^9 operations per second, the best of `repetitions` runs of about a
/// millisecond.
static double measureRate(const struct Sequence *sequence, int repetitions) {
  const long iterations = 200000;
  double best = 1e30;
  for (int i = 0; i < repetitions; ++i) {
    double start = now();
    sequence->kernel(iterations);
    double elapsed = now() - start;
    best = elapsed < best ? elapsed : best;
  }
  return sequence->operations * kAccumulators * (double)iterations / best * 1e-9;
}

struct Reader {
  const uint64_t *begin;
  size_t words;
  uint64_t sum;
  pthread_barrier_t *barrier;
};

static void *readMemory(void *argument) {
  struct Reader *reader = argument;
  pthread_barrier_wait(reader->barrier);
  // The compiler makes vector loads of this sum.
  uint64_t sum = 0;
  for (size_t i = 0; i < reader->words; ++i)
    sum += reader->begin[i];
  reader->sum = sum;
  pthread_barrier_wait(reader->barrier);
  return NULL;
}

/// Gigabytes per second that `threads` read together, the best of some runs.
static double measureBandwidth(const uint64_t *memory, size_t words, int threads, int repetitions) {
  struct Reader readers[64];
  pthread_t handles[64];
  double best = 1e30;
  for (int i = 0; i < repetitions; ++i) {
    pthread_barrier_t barrier;
    pthread_barrier_init(&barrier, NULL, (unsigned)threads + 1);
    size_t share = words / (size_t)threads;
    for (int t = 0; t < threads; ++t) {
      readers[t] = (struct Reader){memory + share * (size_t)t, share, 0, &barrier};
      pthread_create(&handles[t], NULL, readMemory, &readers[t]);
    }
    pthread_barrier_wait(&barrier);
    double start = now();
    pthread_barrier_wait(&barrier);
    double elapsed = now() - start;
    best = elapsed < best ? elapsed : best;
    for (int t = 0; t < threads; ++t)
      pthread_join(handles[t], NULL);
    pthread_barrier_destroy(&barrier);
  }
  return (double)(words * sizeof(uint64_t)) / best * 1e-9;
}

/// A buffer that no cache holds: half a gigabyte, or a quarter of the memory.
static size_t bufferBytes(void) {
  size_t memory = (size_t)sysconf(_SC_PHYS_PAGES) * (size_t)sysconf(_SC_PAGESIZE);
  size_t bytes = (size_t)512 << 20;
  return bytes < memory / 4 ? bytes : memory / 4;
}

static void printBandwidth(int repetitions) {
  size_t bytes = bufferBytes();
  uint64_t *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    return;
  madvise(memory, bytes, MADV_HUGEPAGE);
  memset(memory, 1, bytes);
  printf(", \"read_gb_per_s\": {");
  cpu_set_t cpus;
  int available = sched_getaffinity(0, sizeof(cpus), &cpus) == 0 ? CPU_COUNT(&cpus) : 1;
  for (int threads = 1; threads <= available && threads <= 2; ++threads)
    printf("%s\"%d\": %.1f", threads > 1 ? ", " : "", threads,
           measureBandwidth(memory, bytes / sizeof(uint64_t), threads, repetitions));
  printf("}");
  munmap(memory, bytes);
}

int main(int argc, char **argv) {
  int quick = 0, bandwidth = 1;
  for (int i = 1; i < argc; ++i) {
    if (!strcmp(argv[i], "--quick")) {
      quick = 1;
    } else if (!strcmp(argv[i], "--no-bandwidth")) {
      bandwidth = 0;
    } else {
      fprintf(stderr, "usage: %s [--quick] [--no-bandwidth]\n", argv[0]);
      return 1;
    }
  }
  struct Sequence sequences[16];
  int count = getSequences(sequences);
  printf("{\"gops\": {");
  const char *separator = "";
  for (int i = 0; i < count; ++i) {
    if (!sequences[i].supported)
      continue;
    printf("%s\"%s\": %.1f", separator, sequences[i].name,
           measureRate(&sequences[i], quick ? 40 : 200));
    separator = ", ";
  }
  printf("}");
  if (bandwidth)
    printBandwidth(quick ? 3 : 7);
  printf("}\n");
  return 0;
}
