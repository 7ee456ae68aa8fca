#include "GraphExporter.h"

#include "mlir/Dialect/Tosa/IR/TosaOps.h"
#include "qopt/Support/Constants.h"
#include "llvm/Support/MathExtras.h"

#include <numeric>

using namespace mlir;
using namespace qopt;
using namespace qopt::onnx_export;

namespace {

/// One dimension of a `tosa.resize`: element o of the result is at
/// (o * denominator + offset) / numerator of the input.
struct Dimension {
  int64_t input, output, numerator, denominator, offset;
};

/// The same for one of ONNX's ways to say it: at first / second.
using Position = std::pair<int64_t, int64_t>;

constexpr StringRef coordinates[] = {"half_pixel", "asymmetric", "align_corners"};
constexpr StringRef roundings[] = {"round_prefer_floor", "round_prefer_ceil", "floor", "ceil"};

std::optional<Position> getPosition(StringRef mode, const Dimension &d, int64_t o) {
  if (mode == "half_pixel")
    return Position((2 * o + 1) * d.input - d.output, 2 * d.output);
  if (mode == "asymmetric")
    return Position(o * d.input, d.output);
  if (d.output == 1)
    return std::nullopt;
  return Position(o * (d.input - 1), d.output - 1);
}

int64_t round(StringRef mode, Position position) {
  auto [p, q] = position;
  if (mode == "floor")
    return llvm::divideFloorSigned(p, q);
  if (mode == "ceil")
    return llvm::divideCeilSigned(p, q);
  return mode == "round_prefer_ceil" ? llvm::divideFloorSigned(2 * p + q, 2 * q)
                                     : llvm::divideCeilSigned(2 * p - q, 2 * q);
}

/// True if `mode`, with `rounding` for the nearest neighbour, reads what TOSA
/// reads.
bool matches(StringRef mode, StringRef rounding, bool isNearest, const Dimension &d) {
  int64_t last = d.input - 1;
  for (int64_t o = 0; o < d.output; ++o) {
    std::optional<Position> position = getPosition(mode, d, o);
    if (!position)
      return false;
    Position wanted(o * d.denominator + d.offset, d.numerator);
    if (isNearest) {
      auto limit = [last](int64_t i) { return std::clamp<int64_t>(i, 0, last); };
      if (limit(round(rounding, *position)) != limit(round("round_prefer_ceil", wanted)))
        return false;
      continue;
    }
    // Both are limited to the input.
    auto limit = [last](Position at) {
      return at.first < 0 ? Position(0, 1) : at.first > last * at.second ? Position(last, 1) : at;
    };
    Position a = limit(*position), b = limit(wanted);
    if (a.first * b.second != b.first * a.second)
      return false;
  }
  return true;
}

/// True if the importer makes just these parameters of `mode` and `rounding`.
bool isExact(StringRef mode, StringRef rounding, bool isNearest, const Dimension &d) {
  bool isAligned = mode == "align_corners";
  int64_t n = isAligned ? d.output - 1 : d.output, m = isAligned ? d.input - 1 : d.input;
  int64_t divisor = isAligned ? 1 : std::gcd(n, m);
  n /= divisor;
  m /= divisor;
  int64_t offset = 0;
  if (mode == "half_pixel") {
    offset = m - n;
    n *= 2;
    m *= 2;
  }
  if (isNearest) {
    int64_t shift = rounding == "floor"                ? -n
                    : rounding == "ceil"               ? n - 1
                    : rounding == "round_prefer_floor" ? -1
                                                       : 0;
    offset = 2 * offset + shift;
    n *= 2;
    m *= 2;
  }
  return n == d.numerator && m == d.denominator && offset == d.offset;
}

bool isAlways(StringRef, StringRef, bool, const Dimension &) { return true; }

void writeResize(GraphExporter &exporter, tosa::ResizeOp op, StringRef mode, StringRef rounding) {
  std::string input = exporter.get(op.getInput(), Layout::Image);
  std::string sizes =
      exporter.getWriter().addList("sizes", arrange(getShape(op.getOutput()), Layout::Image));
  onnx::NodeProto &node = exporter.addNode("Resize", {input, "", "", sizes}, op, Layout::Image);
  bool isNearest = op.getMode() == tosa::ResizeMode::NEAREST_NEIGHBOR;
  setAttribute(node, "mode", isNearest ? "nearest" : "linear");
  setAttribute(node, "coordinate_transformation_mode", mode);
  setAttribute(node, "nearest_mode", rounding);
}

} // namespace

FailureOr<bool> qopt::onnx_export::exportResize(GraphExporter &exporter, Operation *op) {
  auto resize = dyn_cast<tosa::ResizeOp>(op);
  if (!resize)
    return false;
  FailureOr<SmallVector<int64_t>> scale = readIntegerConstant(resize.getScale());
  FailureOr<SmallVector<int64_t>> offset = readIntegerConstant(resize.getOffset());
  if (failed(scale) || failed(offset))
    return op->emitOpError("has a scale that is no constant, for which ONNX has no form here");
  ArrayRef<int64_t> in = getShape(resize.getInput()), out = getShape(resize.getOutput());
  Dimension dimensions[2];
  for (int i = 0; i < 2; ++i)
    dimensions[i] = {in[1 + i], out[1 + i], (*scale)[2 * i], (*scale)[2 * i + 1], (*offset)[i]};
  bool isNearest = resize.getMode() == tosa::ResizeMode::NEAREST_NEIGHBOR;
  auto isAll = [&](auto predicate, StringRef mode, StringRef rounding) {
    return llvm::all_of(dimensions, [&](const Dimension &dimension) {
      return predicate(mode, rounding, isNearest, dimension);
    });
  };
  // Many ways read the same elements: better the one that was written.
  for (auto predicate : {isExact, isAlways})
    for (StringRef mode : coordinates)
      for (StringRef rounding : roundings) {
        if (!isAll(matches, mode, rounding) || !isAll(predicate, mode, rounding))
          continue;
        writeResize(exporter, resize, mode, rounding);
        return true;
      }
  return op->emitOpError("reads positions that no coordinate mode of ONNX has");
}
