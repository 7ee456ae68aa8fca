/* A pool of threads that runs the tasks of compiled models: the library
 * QoptThreadPool, plain C without anything else of qopt.
 *
 *   qopt_thread_pool *pool = qopt_thread_pool_create(4);
 *   net_run(inputs, outputs, arena, qopt_thread_pool_executor(pool));
 *   qopt_thread_pool_destroy(pool);
 */
#ifndef QOPT_RUNTIME_THREADPOOL_H
#define QOPT_RUNTIME_THREADPOOL_H

#include "qopt/Runtime/ABI.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct qopt_thread_pool qopt_thread_pool;

/* A pool of `threads` threads, of which the caller of parallel_for is one; 0: as
 * many as there are CPUs. Workers are pinned to no CPU. NULL where memory or a
 * thread cannot be had. */
qopt_thread_pool *qopt_thread_pool_create(int32_t threads);

/* The number of threads, the caller's included. */
int32_t qopt_thread_pool_size(const qopt_thread_pool *pool);

/* What to hand to the `run` of any number of models. It may be used by several
 * threads at a time: while the pool works for one of them, the others run their
 * tasks themselves. So does a task that calls parallel_for. */
const qopt_executor *qopt_thread_pool_executor(const qopt_thread_pool *pool);

/* Ends the workers; no parallel_for of the pool may be running. NULL is ignored. */
void qopt_thread_pool_destroy(qopt_thread_pool *pool);

#ifdef __cplusplus
}
#endif

#endif /* QOPT_RUNTIME_THREADPOOL_H */
