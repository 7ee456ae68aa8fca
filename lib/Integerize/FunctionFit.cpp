#include "qopt/Integerize/FunctionFit.h"

#include "qopt/Support/FixedPoint.h"

#include <array>

using namespace qopt;

namespace {

constexpr double halfRange = 1 << 14;

/// A fit as good as this, in units of p, is not improved further: the roundings
/// of base and product take one unit themselves.
constexpr double goodFit = 1.25;

/// Target values, in units of 2^-fractionBits output steps.
class Target {
public:
  explicit Target(const FunctionProblem &problem)
      : problem(problem), unit(std::ldexp(1.0, problem.fractionBits)) {
    // With a residual only the 16 bits limit what can be expressed.
    low = problem.hasResidual ? INT16_MIN : problem.clampMin * unit;
    high = problem.hasResidual ? INT16_MAX : problem.clampMax * unit;
  }

  double operator()(double argument) const {
    double value = problem.function(argument) / problem.outputScale * unit;
    return std::isnan(value) ? 0.0 : value; // NaN is stored as the zero point
  }
  /// Passes what results lie between on [from, to], if that is an interval.
  void forTail(double from, double to, llvm::function_ref<void(double)> callback) const {
    constexpr int samples = 64;
    if (!(from < to))
      return;
    double least = INFINITY, largest = -INFINITY;
    for (int i = 0; i <= samples; ++i) {
      double value = (*this)(from + (to - from) * i / samples);
      least = std::min(least, value);
      largest = std::max(largest, value);
    }
    callback(least);
    callback(largest);
  }
  double clamp(double value) const { return std::clamp(value, low, high); }
  double toSteps(double value) const { return value / unit; }

  const FunctionProblem &problem;
  double unit, low, high;
};

/// One line of the function in integers.
struct Line {
  int32_t base = 0, slope = 0;

  double at(int32_t offset) const { return base + interpolate16(slope, offset); }
};

/// Fits the line of one segment to samples of the target.
class LineFit {
public:
  explicit LineFit(const Target &target) : target(target) {}

  void add(int32_t offset, double value) {
    allValues.push_back({offset, value});
    if (value >= target.low && value <= target.high)
      inside.push_back({offset, value});
  }

  Line fit() const {
    if (inside.empty()) {
      // Clamped throughout, or a jump from one side to the other.
      Line line;
      line.base = static_cast<int32_t>(roundEven(target.clamp(allValues.front().second)));
      double last = target.clamp(allValues.back().second);
      line.slope = clampSlope(2.0 * (last - line.base));
      return line;
    }
    double slope = findSlope();
    Line best;
    double bestError = INFINITY;
    for (int32_t candidate : {-1, 0, 1}) {
      Line line;
      line.slope = clampSlope(std::floor(slope) + candidate);
      auto [least, largest] = residuals([&](int32_t offset) { return line.at(offset); });
      line.base = static_cast<int32_t>(
          std::clamp<double>(roundEven((least + largest) / 2), INT16_MIN, INT16_MAX));
      line.base = keepInside(line);
      if (double error = worstError(line); error < bestError) {
        bestError = error;
        best = line;
      }
    }
    return best;
  }

  /// Largest error of what is stored, in units of the target.
  double worstError(const Line &line) const {
    double worst = 0.0;
    for (auto [offset, value] : allValues)
      worst = std::max(worst, std::fabs(target.clamp(line.at(offset)) - target.clamp(value)));
    return worst;
  }

private:
  static int32_t clampSlope(double slope) {
    return static_cast<int32_t>(std::clamp<double>(roundEven(slope), INT16_MIN, INT16_MAX));
  }

  /// The base, moved so that the segment does not leave 16 bits.
  static int32_t keepInside(Line line) {
    int32_t change = static_cast<int32_t>(line.at(kFunctionSegmentSize - 1)) - line.base;
    return std::clamp<int32_t>(line.base, INT16_MIN - std::min(change, 0),
                               INT16_MAX - std::max(change, 0));
  }

  template <typename Fn> std::pair<double, double> residuals(Fn line) const {
    double least = INFINITY, largest = -INFINITY;
    for (auto [offset, value] : inside) {
      least = std::min(least, value - line(offset));
      largest = std::max(largest, value - line(offset));
    }
    return {least, largest};
  }

  /// Slope of the Chebyshev line: the width of the band around a line is a
  /// convex function of its slope.
  double findSlope() const {
    auto width = [&](double slope) {
      auto [least, largest] =
          residuals([&](int32_t offset) { return slope * offset / (2.0 * kFunctionSegmentSize); });
      return largest - least;
    };
    // Between the least and the largest slope of neighbouring samples.
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 1; i < inside.size(); ++i) {
      if (inside[i].first == inside[i - 1].first)
        continue;
      double slope = (inside[i].second - inside[i - 1].second) /
                     (inside[i].first - inside[i - 1].first) * (2.0 * kFunctionSegmentSize);
      low = std::min(low, slope);
      high = std::max(high, slope);
    }
    if (low > high)
      return 0.0;
    low = std::max<double>(low, INT16_MIN);
    high = std::min<double>(high, INT16_MAX);
    while (high - low > 0.25) {
      double third = (high - low) / 3;
      if (width(low + third) < width(high - third))
        high -= third;
      else
        low += third;
    }
    return (low + high) / 2;
  }

  const Target &target;
  llvm::SmallVector<std::pair<int32_t, double>> allValues, inside;
};

/// All lines for one placement of the segments, fitted to every `step`-th x.
FunctionFit fitSegments(const Target &target, double center, double scale, int step) {
  FunctionFit fit;
  fit.center = center;
  fit.scale = scale;
  double worst = 0.0;
  for (int segment = 0; segment < kFunctionSegments; ++segment) {
    LineFit lineFit(target);
    for (int32_t offset = 0; offset < kFunctionSegmentSize + step - 1; offset += step) {
      int32_t clamped = std::min(offset, kFunctionSegmentSize - 1);
      double x = segment * kFunctionSegmentSize + clamped - halfRange;
      lineFit.add(clamped, target(center + scale * x));
    }
    // Arguments beyond the segments are computed as the first or the last x.
    if (segment == 0)
      target.forTail(target.problem.min, center - scale * halfRange,
                     [&](double value) { lineFit.add(0, value); });
    if (segment == kFunctionSegments - 1)
      target.forTail(center + scale * halfRange, target.problem.max,
                     [&](double value) { lineFit.add(kFunctionSegmentSize - 1, value); });
    Line line = lineFit.fit();
    fit.base.push_back(static_cast<int16_t>(line.base));
    fit.slope.push_back(static_cast<int16_t>(line.slope));
    worst = std::max(worst, lineFit.worstError(line));
  }
  fit.worstError = target.toSteps(worst);
  return fit;
}

/// A placement of the segments: the first begins at `start`.
struct Placement {
  double start, width;

  double scale() const { return width / kFunctionSegmentSize; }
  double center() const { return start + width * (kFunctionSegments / 2); }
};

/// Placements that cover [min, max], with kinks on borders where there are any.
llvm::SmallVector<Placement> getPlacements(double min, double max, llvm::ArrayRef<double> kinks) {
  llvm::SmallVector<Placement> placements;
  placements.push_back({min, (max - min) / kFunctionSegments});
  // One segment is given up for the shift that brings a kink to a border.
  double narrowest = (max - min) / (kFunctionSegments - 1);
  auto align = [&](double kink, double width) {
    double start = kink - std::ceil((kink - min) / width) * width;
    if (start + kFunctionSegments * width >= max)
      placements.push_back({start, width});
  };
  for (double kink : kinks)
    align(kink, narrowest);
  for (size_t i = 0; i < kinks.size(); ++i) {
    for (size_t j = i + 1; j < kinks.size(); ++j) {
      double distance = kinks[j] - kinks[i];
      int most = static_cast<int>(std::floor(distance / narrowest));
      for (int pieces = most; pieces >= 1 && distance / pieces <= 2 * narrowest; --pieces)
        align(kinks[i], distance / pieces);
    }
  }
  return placements;
}

} // namespace

std::pair<double, double> qopt::findEffectiveRange(const FunctionProblem &problem,
                                                   double tolerance) {
  constexpr int samples = 4096;
  Target target(problem);
  double min = problem.min, max = problem.max;
  // Each sweep finds the ends to one sample; a wide interval takes several.
  for (int sweep = 0; sweep < 4; ++sweep) {
    double step = (max - min) / samples;
    auto cut = [&](double end, double direction) {
      double least = INFINITY, largest = -INFINITY;
      int i = 0;
      for (; i < samples; ++i) {
        double value = target.clamp(target(end + direction * step * i));
        least = std::min(least, value);
        largest = std::max(largest, value);
        if (target.toSteps(largest - least) > tolerance)
          break;
      }
      return end + direction * step * std::max(0, i - 1);
    };
    double newMin = cut(min, 1.0), newMax = cut(max, -1.0);
    if (newMin >= newMax) // constant
      return {min, max};
    bool isFine = newMax - newMin > (max - min) / 2;
    min = newMin;
    max = newMax;
    if (isFine)
      break;
  }
  return {min, max};
}

llvm::SmallVector<double> qopt::findKinks(llvm::function_ref<double(double)> function, double min,
                                          double max) {
  constexpr int samples = 2048;
  double step = (max - min) / samples;
  auto bend = [&](double x, double h) {
    return std::fabs(function(x - h) - 2 * function(x) + function(x + h));
  };
  // A kink bends by its jump times h, everything smooth by h^2.
  auto isKink = [&](double x, double h) {
    double wide = bend(x, h), narrow = bend(x, h / 16);
    double scale = std::fabs(function(min)) + std::fabs(function(max)) + std::fabs(function(x));
    return wide > 1e-9 * scale && narrow > wide / 32;
  };
  llvm::SmallVector<double> kinks;
  for (int i = 1; i < samples; ++i) {
    double x = min + step * i;
    double here = bend(x, step);
    if (here < bend(x - step, step) || here <= bend(x + step, step))
      continue;
    // Narrow down: the kink stays inside the window that bends most.
    double center = x, h = step;
    while (h > 1e-13 * (std::fabs(min) + std::fabs(max))) {
      std::array<double, 3> candidates = {center - h / 2, center, center + h / 2};
      double best = -1.0;
      for (double candidate : candidates)
        if (double value = bend(candidate, h / 2); value > best) {
          best = value;
          center = candidate;
        }
      h /= 2;
      if (h < step * 0x1p-20)
        break;
    }
    if (center > min && center < max && isKink(center, step / 8))
      kinks.push_back(center);
  }
  return kinks;
}

FunctionFit qopt::fitFunction(const FunctionProblem &problem) {
  Target target(problem);
  std::optional<Placement> best;
  double bestError = INFINITY;
  // Where the function flattens out, narrower segments pay for a cut that shows.
  for (double tolerance : {0.01, 0.03, 0.06, 0.1, 0.15}) {
    auto [min, max] = findEffectiveRange(problem, tolerance);
    // A jump between two flat tails leaves next to nothing.
    if (double missing = 2 * problem.argumentStep - (max - min); missing > 0) {
      min -= missing / 2;
      max += missing / 2;
    }
    if (!(max - min > 0x1p-100)) {
      min = -1.0;
      max = 1.0;
    }
    // A kink may lie just outside, inside the first or the last segment.
    double margin = (max - min) / 16;
    llvm::SmallVector<double> kinks = findKinks(problem.function, min - margin, max + margin);
    constexpr size_t mostKinks = 6; // pairs of them are tried
    if (kinks.size() > mostKinks)
      kinks.truncate(mostKinks);
    for (const Placement &placement : getPlacements(min, max, kinks)) {
      FunctionFit fit = fitSegments(target, placement.center(), placement.scale(),
                                    /*step=*/kFunctionSegmentSize / 16);
      if (fit.worstError < bestError) {
        bestError = fit.worstError;
        best = placement;
      }
      if (bestError * target.unit <= goodFit)
        break;
    }
    if (bestError * target.unit <= goodFit)
      break;
  }
  return fitSegments(target, best->center(), best->scale(), /*step=*/1);
}
