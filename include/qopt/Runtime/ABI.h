/* The C interface of a compiled model. Every header that qopt-compile writes
 * repeats this text, so that a program needs no file of qopt. */
#ifndef QOPT_ABI_H
#define QOPT_ABI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define QOPT_ABI_VERSION 2

/* Element types of inputs and outputs. */
enum {
  QOPT_FLOAT32 = 0,
  QOPT_UINT8 = 1,
  QOPT_INT8 = 2,
  QOPT_INT16 = 3,
  QOPT_INT32 = 4,
  QOPT_INT64 = 5,
  QOPT_BOOL = 6,
  QOPT_UINT16 = 7,
  QOPT_UINT32 = 8,
  QOPT_UINT64 = 9
};

/* One input or output: dense, row-major. */
typedef struct qopt_tensor_info {
  const char *name;
  const int64_t *shape;
  int32_t rank;
  int32_t element_type;
  /* Grid of a quantized tensor, real = scale * (q - zero_point); scale is 0
   * where the elements are the real values themselves. */
  float scale;
  int32_t zero_point;
} qopt_tensor_info;

/* How the caller runs independent tasks. `parallel_for` calls
 * task(task_argument, i) once for each i in [0, task_count), in any order and
 * on any threads, and returns when all are done. The result has the same bytes
 * however it does so. qopt/Runtime/ThreadPool.h offers one on a pool of threads;
 * models are compiled for N of them by `qopt-compile --threads=N`. */
typedef struct qopt_executor {
  void (*parallel_for)(void *context, int64_t task_count,
                       void (*task)(void *argument, int64_t index), void *task_argument);
  void *context;
} qopt_executor;

/* What a run returns. */
enum {
  QOPT_SUCCESS = 0,
  QOPT_INVALID_ARGUMENT = 1, /* a pointer is NULL, except of tensors without elements, or the arena
                                is misaligned */
  QOPT_UNSUPPORTED_CPU = 2   /* the model has code for several CPUs, and none for this one;
                                or the system keeps the matrix registers (AMX) that it needs */
};

/* Reads the arrays `inputs`, writes the arrays `outputs`, uses `arena`
 * (arena_bytes bytes, aligned to 64) as scratch memory. None of them may
 * overlap. `executor` may be NULL: everything runs on the calling thread.
 * Returns QOPT_SUCCESS, or why nothing was done. */
typedef int (*qopt_run_function)(const void *const *inputs, void *const *outputs, void *arena,
                                 const qopt_executor *executor);

/* What a part of a model's code was compiled for. */
typedef struct qopt_variant {
  const char *cpu; /* as qopt-compile was told */
  const char *instruction_set;
} qopt_variant;

typedef struct qopt_model {
  int32_t abi_version;
  int32_t input_count;
  int32_t output_count;
  int32_t task_count; /* tasks handed to the executor at once, at most */
  const char *name;
  const char *instruction_set; /* the CPU must have it: that of the least variant */
  const qopt_tensor_info *inputs;
  const qopt_tensor_info *outputs;
  uint64_t arena_bytes;
  uint64_t constant_bytes;
  qopt_run_function run;
  /* NULL in a model for one CPU. With code for several: the variant that `run`
   * takes on this one, or NULL where it has none. */
  const qopt_variant *(*select_variant)(void);
} qopt_model;

#ifdef __cplusplus
}
#endif

#endif /* QOPT_ABI_H */
