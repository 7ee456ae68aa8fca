/* Waiting for a word to change. */
#ifndef QOPT_LIB_RUNTIME_WAIT_H
#define QOPT_LIB_RUNTIME_WAIT_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Waits awake while `word` has `value`, but not much longer than `nanoseconds`;
 * whether it has another one. */
bool qopt_spin(const _Atomic uint32_t *word, uint32_t value, int64_t nanoseconds);

/* Sleeps while `word` has `value`, until qopt_wake; may return earlier. */
void qopt_sleep(_Atomic uint32_t *word, uint32_t value);

/* Wakes all that sleep on `word`, whose value has been changed before. */
void qopt_wake(_Atomic uint32_t *word);

#endif /* QOPT_LIB_RUNTIME_WAIT_H */
