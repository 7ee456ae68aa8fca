/* Runs a compiled model on raw arrays: the way a C program without any library
 * of qopt does it.
 *
 *   run_raw inputs.raw outputs.raw
 *
 * inputs.raw holds samples one behind the other; MODEL_HEADER is the model's
 * header, MODEL its descriptor. One input and one output. Every second sample
 * runs on an executor of its own, which takes the last task first. */
#include MODEL_HEADER

#include <stdio.h>
#include <stdlib.h>

static size_t size_in_bytes(const qopt_tensor_info *info) {
  static const size_t element_bytes[] = {4, 1, 1, 2, 4, 8, 1};
  size_t bytes = element_bytes[info->element_type];
  for (int32_t i = 0; i < info->rank; ++i)
    bytes *= (size_t)info->shape[i];
  return bytes;
}

static int64_t lists;

static void run_in_reverse(void *context, int64_t count, void (*task)(void *, int64_t),
                           void *argument) {
  ++*(int64_t *)context;
  while (count-- > 0)
    task(argument, count);
}

static const qopt_executor reverse = {run_in_reverse, &lists};

int main(int argc, char **argv) {
  if (argc != 3 || MODEL.abi_version != QOPT_ABI_VERSION)
    return 2;
  FILE *in = fopen(argv[1], "rb");
  FILE *out = fopen(argv[2], "wb");
  if (!in || !out)
    return 2;
  size_t input_bytes = size_in_bytes(&MODEL.inputs[0]);
  size_t output_bytes = size_in_bytes(&MODEL.outputs[0]);
  void *input = malloc(input_bytes);
  void *output = malloc(output_bytes);
  void *arena = aligned_alloc(64, (MODEL.arena_bytes + 63) / 64 * 64 + 64);
  const void *inputs[] = {input};
  void *outputs[] = {output};

  if (MODEL.select_variant && !MODEL.select_variant()) {
    printf("%s: no code for this CPU\n", MODEL.name);
    return MODEL.run(inputs, outputs, arena, NULL) == QOPT_UNSUPPORTED_CPU ? 1 : 6;
  }

  /* What the interface promises to refuse. */
  if (MODEL.run(NULL, outputs, arena, NULL) == 0 || MODEL.run(inputs, NULL, arena, NULL) == 0 ||
      MODEL.run(inputs, outputs, NULL, NULL) == 0 ||
      MODEL.run(inputs, outputs, (char *)arena + 1, NULL) == 0)
    return 3;

  size_t samples = 0;
  while (fread(input, 1, input_bytes, in) == input_bytes) {
    if (MODEL.run(inputs, outputs, arena, samples % 2 ? &reverse : NULL) != 0)
      return 4;
    if (fwrite(output, 1, output_bytes, out) != output_bytes)
      return 5;
    ++samples;
  }
  fclose(in);
  if (fclose(out) != 0)
    return 5;
  /* Models that say they have tasks hand them over, others do not. */
  if ((MODEL.task_count > 1) != (lists > 0))
    return 6;
  printf("%s", MODEL.name);
  if (MODEL.select_variant)
    printf(" (code for %s)", MODEL.select_variant()->cpu);
  printf(": %zu samples\n", samples);
  free(input);
  free(output);
  free(arena);
  return 0;
}
