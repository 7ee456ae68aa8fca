#define _GNU_SOURCE
#include "machine.h"

#include <pthread.h>
#include <stdint.h>
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

int getSequences(struct Sequence *sequences) {
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
int getSequences(struct Sequence *sequences) {
  const struct Sequence all[] = {
      {"sdot", dot, 32, (getauxval(AT_HWCAP) >> 20) & 1},
      {"fmla f32", floats, 8, 1},
  };
  memcpy(sequences, all, sizeof(all));
  return sizeof(all) / sizeof(all[0]);
}
#else
int getSequences(struct Sequence *sequences) {
  (void)sequences;
  return 0;
}
#endif

double measureRate(const struct Sequence *sequence, int repetitions) {
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

/// Seconds that `threads` take to read `words` of `memory` together.
static double timeReading(const uint64_t *memory, size_t words, int threads) {
  struct Reader readers[64];
  pthread_t handles[64];
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
  for (int t = 0; t < threads; ++t)
    pthread_join(handles[t], NULL);
  pthread_barrier_destroy(&barrier);
  return elapsed;
}

/// A buffer that no cache holds: half a gigabyte, or a quarter of the memory.
static size_t getBufferBytes(void) {
  size_t memory = (size_t)sysconf(_SC_PHYS_PAGES) * (size_t)sysconf(_SC_PAGESIZE);
  size_t bytes = (size_t)512 << 20;
  return bytes < memory / 4 ? bytes : memory / 4;
}

double measureBandwidth(int threads, int repetitions) {
  size_t bytes = getBufferBytes();
  uint64_t *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    return 0;
  madvise(memory, bytes, MADV_HUGEPAGE);
  memset(memory, 1, bytes);
  double best = 1e30;
  for (int i = 0; i < repetitions; ++i) {
    double elapsed = timeReading(memory, bytes / sizeof(uint64_t), threads);
    best = elapsed < best ? elapsed : best;
  }
  munmap(memory, bytes);
  return (double)bytes / best * 1e-9;
}
