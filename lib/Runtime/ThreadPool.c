/* Each parallel_for is a round. Its tasks are dealt to slots, one slot a thread:
 * slot s has the tasks s, s + size, s + 2 * size, … A thread runs its own slot, so
 * that a core meets the same part of each layer, then those that nobody has begun
 * yet: a worker that is late costs its delay, not its sleep. */

#include "qopt/Runtime/ThreadPool.h"

#include "Wait.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

enum { CACHE_LINE = 64, MAX_THREADS = 1024 };

/* How long threads look for work, or for the end of it, before they sleep: longer
 * than the layers of a model that are not split. */
static const int64_t spin_nanoseconds = 200 * 1000;

/* The last round in which the slot was taken: every round takes each slot once. */
typedef struct {
  _Alignas(CACHE_LINE) _Atomic uint32_t round;
} slot;

struct qopt_thread_pool {
  qopt_executor executor;
  uint32_t size;
  pthread_t *workers;
  slot *slots;

  /* The work of the round: written before `round`, read by those who took a slot. */
  void (*task)(void *argument, int64_t index);
  void *argument;
  int64_t task_count;

  _Alignas(CACHE_LINE) _Atomic uint32_t round;
  _Atomic uint32_t sleepers; /* workers that wait for another value of `round` */
  _Atomic bool stopping;
  _Alignas(CACHE_LINE) _Atomic uint32_t unfinished; /* slots of the round */
  _Atomic bool caller_sleeps;
  _Alignas(CACHE_LINE) atomic_flag busy;
};

typedef struct {
  qopt_thread_pool *pool;
  uint32_t slot;
} worker_start;

/* Runs the tasks of slot `s` if nobody has taken it in `round`. */
static bool run_slot(qopt_thread_pool *pool, uint32_t s, uint32_t round) {
  uint32_t previous = round - 1;
  if (!atomic_compare_exchange_strong(&pool->slots[s].round, &previous, round))
    return false;
  for (int64_t i = s; i < pool->task_count; i += pool->size)
    pool->task(pool->argument, i);
  if (atomic_fetch_sub(&pool->unfinished, 1) == 1 && atomic_load(&pool->caller_sleeps))
    qopt_wake(&pool->unfinished);
  return true;
}

/* From slot `first` on, around. */
static void run_slots(qopt_thread_pool *pool, uint32_t first, uint32_t round) {
  for (uint32_t i = 0; i < pool->size; ++i)
    run_slot(pool, (first + i) % pool->size, round);
}

/* Waits while `word` has `value`, first awake and then, counted in `sleepers`,
 * asleep. */
static void wait_for_round(qopt_thread_pool *pool, uint32_t value) {
  if (qopt_spin(&pool->round, value, spin_nanoseconds))
    return;
  atomic_fetch_add(&pool->sleepers, 1);
  while (atomic_load(&pool->round) == value)
    qopt_sleep(&pool->round, value);
  atomic_fetch_sub(&pool->sleepers, 1);
}

static void *work(void *start) {
  worker_start self = *(worker_start *)start;
  free(start);
  qopt_thread_pool *pool = self.pool;
  /* The pool starts at round 0; a worker that starts late meets a later one. */
  for (uint32_t seen = 0;;) {
    wait_for_round(pool, seen);
    if (atomic_load(&pool->stopping))
      return NULL;
    seen = atomic_load(&pool->round);
    run_slots(pool, self.slot, seen);
  }
}

static void start_round(qopt_thread_pool *pool, uint32_t round) {
  atomic_store(&pool->round, round);
  if (atomic_load(&pool->sleepers) != 0)
    qopt_wake(&pool->round);
}

/* Returns when no slot is unfinished. */
static void finish_round(qopt_thread_pool *pool) {
  for (;;) {
    uint32_t left = atomic_load(&pool->unfinished);
    if (left == 0)
      return;
    if (qopt_spin(&pool->unfinished, left, spin_nanoseconds))
      continue;
    atomic_store(&pool->caller_sleeps, true);
    /* Other slots than the last one wake nobody: look again at each value. */
    while ((left = atomic_load(&pool->unfinished)) != 0)
      qopt_sleep(&pool->unfinished, left);
    atomic_store(&pool->caller_sleeps, false);
    return;
  }
}

static void parallel_for(void *context, int64_t task_count,
                         void (*task)(void *argument, int64_t index), void *argument) {
  qopt_thread_pool *pool = context;
  if (task_count < 2 || pool->size < 2 || atomic_flag_test_and_set(&pool->busy)) {
    for (int64_t i = 0; i < task_count; ++i)
      task(argument, i);
    return;
  }
  pool->task = task;
  pool->argument = argument;
  pool->task_count = task_count;
  atomic_store(&pool->unfinished, pool->size);
  uint32_t round = atomic_load(&pool->round) + 1;
  start_round(pool, round);
  run_slots(pool, 0, round);
  finish_round(pool);
  atomic_flag_clear(&pool->busy);
}

static bool start_worker(qopt_thread_pool *pool, uint32_t s) {
  worker_start *start = malloc(sizeof *start);
  if (!start)
    return false;
  start->pool = pool;
  start->slot = s;
  if (pthread_create(&pool->workers[s - 1], NULL, work, start) == 0)
    return true;
  free(start);
  return false;
}

/* Ends the first `count` workers and frees the pool. */
static void stop(qopt_thread_pool *pool, uint32_t count) {
  atomic_store(&pool->stopping, true);
  start_round(pool, atomic_load(&pool->round) + 1);
  for (uint32_t i = 0; i < count; ++i)
    pthread_join(pool->workers[i], NULL);
  free(pool->workers);
  free(pool->slots);
  free(pool);
}

qopt_thread_pool *qopt_thread_pool_create(int32_t threads) {
  if (threads <= 0) {
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    threads = cpus > 0 ? (int32_t)cpus : 1;
  }
  if (threads > MAX_THREADS)
    threads = MAX_THREADS;
  uint32_t size = (uint32_t)threads;
  qopt_thread_pool *pool = aligned_alloc(CACHE_LINE, sizeof *pool);
  slot *slots = aligned_alloc(CACHE_LINE, size * sizeof *slots);
  pthread_t *workers = malloc(size * sizeof *workers);
  if (!pool || !slots || !workers) {
    free(pool);
    free(slots);
    free(workers);
    return NULL;
  }
  *pool = (qopt_thread_pool){.executor = {parallel_for, pool},
                             .size = size,
                             .workers = workers,
                             .slots = slots,
                             .busy = ATOMIC_FLAG_INIT};
  for (uint32_t s = 0; s < size; ++s)
    atomic_init(&slots[s].round, 0);
  for (uint32_t s = 1; s < size; ++s)
    if (!start_worker(pool, s)) {
      stop(pool, s - 1);
      return NULL;
    }
  return pool;
}

int32_t qopt_thread_pool_size(const qopt_thread_pool *pool) { return (int32_t)pool->size; }

const qopt_executor *qopt_thread_pool_executor(const qopt_thread_pool *pool) {
  return &pool->executor;
}

void qopt_thread_pool_destroy(qopt_thread_pool *pool) {
  if (pool)
    stop(pool, pool->size - 1);
}
