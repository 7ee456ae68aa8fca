// Rounds of tasks on pools of several sizes. Counters are plain integers: a task
// that runs twice, late or beside its twin is a data race that the thread
// sanitizer reports, and a wrong count in any case.
#define _GNU_SOURCE

#include "qopt/Runtime/ThreadPool.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MAX_TASKS = 67 };

static void check(int condition, const char *what) {
  if (condition)
    return;
  fprintf(stderr, "failed: %s\n", what);
  exit(1);
}

static void pass_time(long microseconds) {
  struct timespec time = {0, microseconds * 1000};
  nanosleep(&time, NULL);
}

typedef struct {
  int counts[MAX_TASKS];
  long microseconds;
  const qopt_executor *nested; // each task runs a list of its own there
} round_state;

static void count_task(void *argument, int64_t index) {
  round_state *state = argument;
  if (state->microseconds)
    pass_time(state->microseconds);
  ++state->counts[index];
  if (!state->nested)
    return;
  round_state inner = {0};
  state->nested->parallel_for(state->nested->context, 3, count_task, &inner);
  for (int i = 0; i < 3; ++i)
    check(inner.counts[i] == 1, "each nested task runs once");
}

static void run_round(const qopt_executor *executor, int64_t tasks, long microseconds,
                      const qopt_executor *nested) {
  round_state state = {.microseconds = microseconds, .nested = nested};
  executor->parallel_for(executor->context, tasks, count_task, &state);
  for (int64_t i = 0; i < MAX_TASKS; ++i)
    check(state.counts[i] == (i < tasks), "each task runs once");
}

static void *call_often(void *context) {
  const qopt_executor *executor = context;
  for (int i = 0; i < 300; ++i)
    run_round(executor, i % MAX_TASKS, 0, i % 7 == 0 ? executor : NULL);
  return NULL;
}

static void stress(int32_t threads) {
  qopt_thread_pool *pool = qopt_thread_pool_create(threads);
  check(pool && qopt_thread_pool_size(pool) == threads, "a pool of this size");
  const qopt_executor *executor = qopt_thread_pool_executor(pool);
  // Back to back; then with pauses in which workers fall asleep; then with tasks
  // for whose end the caller does; then with tasks that have tasks.
  for (int64_t i = 0; i < 500; ++i)
    run_round(executor, i % MAX_TASKS, 0, NULL);
  for (int i = 0; i < 30; ++i) {
    pass_time(i * 20);
    run_round(executor, threads, 0, NULL);
  }
  for (int i = 0; i < 10; ++i)
    run_round(executor, threads + i % 3, 300, NULL);
  for (int i = 0; i < 50; ++i)
    run_round(executor, 9, 0, executor);

  pthread_t callers[4];
  for (int i = 0; i < 4; ++i)
    check(pthread_create(&callers[i], NULL, call_often, (void *)executor) == 0, "a thread");
  for (int i = 0; i < 4; ++i)
    pthread_join(callers[i], NULL);
  qopt_thread_pool_destroy(pool);
}

int main(void) {
  for (int32_t threads = 1; threads <= 5; ++threads)
    stress(threads);
  // Pools that end before their workers have begun, or while they sleep.
  for (int i = 0; i < 100; ++i) {
    qopt_thread_pool *pool = qopt_thread_pool_create(3);
    check(pool != NULL, "a pool");
    if (i % 2)
      run_round(qopt_thread_pool_executor(pool), 3, 0, NULL);
    if (i % 10 == 0)
      pass_time(300);
    qopt_thread_pool_destroy(pool);
  }
  qopt_thread_pool *pool = qopt_thread_pool_create(0);
  check(pool && qopt_thread_pool_size(pool) >= 1, "a thread per CPU");
  qopt_thread_pool_destroy(pool);
  qopt_thread_pool_destroy(NULL);
  printf("all rounds done\n");
  return 0;
}
