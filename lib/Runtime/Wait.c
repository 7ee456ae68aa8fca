#define _GNU_SOURCE

#include "Wait.h"

#include <time.h>

/* QOPT_WITHOUT_FUTEX: as on systems without them, for tests. */
#if defined(__linux__) && !defined(QOPT_WITHOUT_FUTEX)
#define USE_FUTEX 1
#endif

#ifdef USE_FUTEX
#include <limits.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>
#else
#include <pthread.h>
#endif

/* Tells the core that it waits: it leaves the other hardware thread more room. */
static void relax(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("isb");
#endif
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

bool qopt_spin(const _Atomic uint32_t *word, uint32_t value, int64_t nanoseconds) {
  int64_t end = 0;
  for (;;) {
    /* The clock is slow to read: not every time. */
    for (int i = 0; i < 32; ++i) {
      if (atomic_load_explicit(word, memory_order_acquire) != value)
        return true;
      relax();
    }
    int64_t time = now();
    if (end == 0)
      end = time + nanoseconds;
    else if (time > end)
      return false;
  }
}

#ifdef USE_FUTEX

void qopt_sleep(_Atomic uint32_t *word, uint32_t value) {
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

void qopt_wake(_Atomic uint32_t *word) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}

#else

/* One queue for all words: sleepers look at their own again. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

void qopt_sleep(_Atomic uint32_t *word, uint32_t value) {
  pthread_mutex_lock(&mutex);
  while (atomic_load(word) == value)
    pthread_cond_wait(&changed, &mutex);
  pthread_mutex_unlock(&mutex);
}

void qopt_wake(_Atomic uint32_t *word) {
  (void)word;
  pthread_mutex_lock(&mutex);
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&mutex);
}

#endif
