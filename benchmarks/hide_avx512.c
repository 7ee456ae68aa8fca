/* Answers for CPUID instructions that limit_peers.py has replaced by breakpoints: what the CPU
 * says, without the bits of AVX-512, AVX-VNNI and AMX. Preloaded into the process of a peer. */
#define _GNU_SOURCE
#include <cpuid.h>
#include <signal.h>
#include <ucontext.h>

#define BIT(n) (1u << (n))

/* Leaf 7 of CPUID, by the manuals of both makers. */
static const unsigned kHidden70b = /* AVX512F, DQ, IFMA, PF, ER, CD, BW, VL */
    BIT(16) | BIT(17) | BIT(21) | BIT(26) | BIT(27) | BIT(28) | BIT(30) | BIT(31);
static const unsigned kHidden70c = /* AVX512_VBMI, VBMI2, VNNI, BITALG, VPOPCNTDQ */
    BIT(1) | BIT(6) | BIT(11) | BIT(12) | BIT(14);
static const unsigned kHidden70d = /* AVX512_4VNNIW, 4FMAPS, VP2INTERSECT, FP16; AMX */
    BIT(2) | BIT(3) | BIT(8) | BIT(22) | BIT(23) | BIT(24) | BIT(25);
static const unsigned kHidden71a = /* AVX-VNNI, AVX512_BF16, AMX-FP16, AVX-IFMA */
    BIT(4) | BIT(5) | BIT(21) | BIT(23);
static const unsigned kHidden71d = /* AVX-VNNI-INT8, AVX-NE-CONVERT, AVX-VNNI-INT16, AVX10 */
    BIT(4) | BIT(5) | BIT(10) | BIT(19);

static void answer(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)info;
  greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
  unsigned leaf = (unsigned)registers[REG_RAX], subleaf = (unsigned)registers[REG_RCX];
  unsigned a, b, c, d;
  __cpuid_count(leaf, subleaf, a, b, c, d);
  if (leaf == 7 && subleaf == 0) {
    b &= ~kHidden70b;
    c &= ~kHidden70c;
    d &= ~kHidden70d;
  } else if (leaf == 7 && subleaf == 1) {
    a &= ~kHidden71a;
    d &= ~kHidden71d;
  }
  registers[REG_RAX] = a;
  registers[REG_RBX] = b;
  registers[REG_RCX] = c;
  registers[REG_RDX] = d;
}

__attribute__((constructor)) static void install(void) {
  struct sigaction action = {0};
  action.sa_sigaction = answer;
  action.sa_flags = SA_SIGINFO | SA_NODEFER;
  sigaction(SIGTRAP, &action, 0);
}
