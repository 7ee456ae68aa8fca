#include "WinogradTransforms.h"

#include "qopt/Support/Winograd.h"

using namespace mlir;
using namespace qopt;

using Values = KernelBuilder::Values;

namespace {

/// Sums, differences and products by powers of two.
struct Sums {
  KernelBuilder &builder;

  Value add(Value lhs, Value rhs) { return builder.add(lhs, rhs); }
  Value sub(Value lhs, Value rhs) { return builder.createOrFold<arith::SubIOp>(lhs, rhs); }
  Value twice(Value value) { return add(value, value); }
  Value fourTimes(Value value) {
    return arith::ShLIOp::create(builder, value, builder.constant(value.getType(), int64_t(2)));
  }
  Value threeTimes(Value value) { return add(twice(value), value); }
};

} // namespace

KernelBuilder::Values qopt::buildWinogradInput(KernelBuilder &builder, ValueRange d) {
  Sums s{builder};
  if (d.size() == kWinogradNarrowPoints) {
    Value zero = builder.constant(d[0].getType(), int64_t(0));
    return {s.sub(d[0], d[2]), s.sub(zero, s.add(d[1], d[2])), s.sub(d[1], d[2]),
            s.sub(d[3], d[1])};
  }
  Value near = s.sub(d[4], s.fourTimes(d[2])), nearOdd = s.sub(d[3], s.fourTimes(d[1]));
  Value odd = s.sub(d[3], d[1]), far = s.sub(d[4], d[2]), farOdd = s.twice(odd);
  return {s.add(s.fourTimes(s.sub(d[0], d[2])), far), s.add(near, nearOdd), s.sub(near, nearOdd),
          s.sub(s.sub(d[5], d[3]), s.twice(farOdd)),  s.add(far, farOdd),   s.sub(far, farOdd)};
}

KernelBuilder::Values qopt::buildWinogradOutput(KernelBuilder &builder, ValueRange m, bool isOdd) {
  Sums s{builder};
  bool isNarrow = m.size() == kWinogradNarrowPoints;
  if (!isOdd) {
    Value near = s.add(m[1], m[2]);
    if (isNarrow)
      return {s.add(m[0], s.threeTimes(near))};
    Value far = s.add(m[4], m[5]);
    return {s.add(s.add(m[0], far), s.fourTimes(near)), s.add(near, far)};
  }
  Value near = s.sub(m[1], m[2]);
  if (isNarrow)
    return {s.add(m[3], s.threeTimes(near))};
  Value far = s.sub(m[4], m[5]);
  return {s.add(s.twice(near), far), s.add(s.add(near, m[3]), s.twice(far))};
}

int64_t qopt::getWinogradShift(int64_t outputs, int64_t index) {
  return outputs == 4 && index < 2 ? 3 - index : 1;
}
