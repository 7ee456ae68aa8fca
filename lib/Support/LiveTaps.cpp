#include "qopt/Support/LiveTaps.h"

#include "llvm/Support/MathExtras.h"

using namespace qopt;

namespace {

using AxisParts = llvm::SmallVector<AxisPart, 1>;

/// To fetch a weight takes about as long as so many products; a box with few positions does
/// little else.
constexpr double kProductsPerWeight = 8;
/// The start of a kernel, in products.
constexpr double kProductsPerStart = 16384;
/// So many times less work must be left before a convolution is cut.
constexpr double kLeastGain = 1.5;

/// What the cost of boxes needs to know of the parts of an axis.
struct AxisSums {
  double products = 0, taps = 0, parts = 0;

  explicit AxisSums(llvm::ArrayRef<AxisPart> axisParts) : parts(axisParts.size()) {
    for (const AxisPart &part : axisParts) {
      products += static_cast<double>(part.outputs) * part.taps;
      taps += static_cast<double>(part.taps);
    }
  }
};

} // namespace

/// The taps that meet the image for one output; none for outputs that see padding only.
static AxisPart findTapsOfOutput(const ConvolutionAxis &axis, int64_t output) {
  int64_t start = output * axis.stride - axis.pad;
  int64_t first = start >= 0 ? 0 : llvm::divideCeil(-start, axis.dilation);
  int64_t end = start >= axis.image ? 0 : llvm::divideCeil(axis.image - start, axis.dilation);
  end = std::min(end, axis.kernel);
  return {output, 1, first, std::max<int64_t>(0, end - first)};
}

/// Both parts as one; an empty part adds its outputs only.
static AxisPart join(const AxisPart &lhs, const AxisPart &rhs) {
  AxisPart joined = lhs.taps == 0 ? rhs : lhs;
  if (lhs.taps != 0 && rhs.taps != 0) {
    joined.tap = std::min(lhs.tap, rhs.tap);
    joined.taps = std::max(lhs.tap + lhs.taps, rhs.tap + rhs.taps) - joined.tap;
  }
  joined.output = lhs.output;
  joined.outputs = lhs.outputs + rhs.outputs;
  return joined;
}

static AxisParts findFinestParts(const ConvolutionAxis &axis) {
  AxisParts parts;
  for (int64_t output = 0; output < axis.outputs; ++output) {
    AxisPart live = findTapsOfOutput(axis, output);
    bool isSame =
        !parts.empty() && (parts.back().taps == 0 || live.taps == 0 ||
                           (parts.back().tap == live.tap && parts.back().taps == live.taps));
    if (isSame)
      parts.back() = join(parts.back(), live);
    else
      parts.push_back(live);
  }
  // Nothing but padding: any tap would do, but then nobody cares how fast this is.
  if (parts.size() == 1 && parts.front().taps == 0)
    parts.front() = {0, axis.outputs, 0, axis.kernel};
  return parts;
}

/// Joins the two neighbors whose common taps add the fewest products.
static void joinCheapest(AxisParts &parts) {
  auto countProducts = [](const AxisPart &part) { return part.outputs * part.taps; };
  auto countAdded = [&](size_t i) {
    return countProducts(join(parts[i], parts[i + 1])) - countProducts(parts[i]) -
           countProducts(parts[i + 1]);
  };
  size_t best = 0;
  for (size_t i = 1; i + 1 < parts.size(); ++i)
    if (countAdded(i) < countAdded(best))
      best = i;
  parts[best] = join(parts[best], parts[best + 1]);
  parts.erase(parts.begin() + best + 1);
}

/// From the finest parts to a single one.
static std::vector<AxisParts> listParts(const ConvolutionAxis &axis) {
  std::vector<AxisParts> list{findFinestParts(axis)};
  while (list.back().size() > 1) {
    AxisParts parts = list.back();
    joinCheapest(parts);
    list.push_back(std::move(parts));
  }
  return list;
}

AxisPart qopt::findLiveTaps(const ConvolutionAxis &axis) { return listParts(axis).back().front(); }

ConvolutionParts qopt::splitAtPadding(const ConvolutionAxis &rows, const ConvolutionAxis &columns,
                                      int64_t batch, int64_t products) {
  auto getCost = [&](const AxisParts &rowParts, const AxisParts &columnParts) {
    AxisSums y(rowParts), x(columnParts);
    return products * (batch * y.products * x.products + kProductsPerWeight * y.taps * x.taps) +
           kProductsPerStart * y.parts * x.parts;
  };
  std::vector<AxisParts> rowLists = listParts(rows), columnLists = listParts(columns);
  ConvolutionParts whole{rowLists.back(), columnLists.back()}, best = whole;
  for (const AxisParts &rowParts : rowLists)
    for (const AxisParts &columnParts : columnLists)
      if (getCost(rowParts, columnParts) < getCost(best.rows, best.columns))
        best = {rowParts, columnParts};
  bool isWorthwhile =
      getCost(best.rows, best.columns) * kLeastGain <= getCost(whole.rows, whole.columns);
  return isWorthwhile ? best : whole;
}
