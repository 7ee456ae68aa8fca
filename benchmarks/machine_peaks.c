// machine-peaks [--quick]: prints what machine.h measures as JSON.

#define _GNU_SOURCE
#include "machine.h"

#include <sched.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
  int quick = argc == 2 && !strcmp(argv[1], "--quick");
  if (argc > 1 + quick) {
    fprintf(stderr, "usage: %s [--quick]\n", argv[0]);
    return 1;
  }
  struct Sequence sequences[kMaxSequences];
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
  printf("}, \"read_gb_per_s\": {");
  cpu_set_t cpus;
  int available = sched_getaffinity(0, sizeof(cpus), &cpus) == 0 ? CPU_COUNT(&cpus) : 1;
  for (int threads = 1; threads <= available && threads <= 2; ++threads)
    printf("%s\"%d\": %.1f", threads > 1 ? ", " : "", threads,
           measureBandwidth(threads, quick ? 3 : 7));
  printf("}}\n");
  return 0;
}
