#include "ElementwisePlan.h"

#include "qopt/Dialect/QInt/QInt.h"

#include "mlir/Analysis/FlatLinearValueConstraints.h"
#include "mlir/Dialect/Math/IR/Math.h"

#include <cmath>

using namespace mlir;
using namespace qopt;

namespace {

/// Images of up to so many channels are interleaved, not transposed by squares.
constexpr int64_t kInterleaved = 8;
/// Blocks repeat the body for each of their rows; more ops than these are not worth it.
constexpr int64_t kBlockOps = 256;

} // namespace

LogicalResult ElementwisePlan::analyze() {
  extents = op.getStaticLoopRanges();
  for (OpOperand &operand : op->getOpOperands())
    if (failed(analyze(operand)))
      return failure();
  if (!op.hasIndexSemantics())
    collapseDimensions();
  chooseVectorDimension();
  return success();
}

LogicalResult ElementwisePlan::analyze(OpOperand &operand) {
  Access access;
  access.operand = operand.get();
  access.argument = op.getMatchingBlockArgument(&operand);
  access.coefficients.assign(extents.size(), 0);
  auto type = dyn_cast<MemRefType>(operand.get().getType());
  if (!type) {
    accesses.push_back(std::move(access));
    return success();
  }
  auto [strides, offset] = type.getStridesAndOffset();
  AffineMap map = op.getMatchingIndexingMap(&operand);
  for (auto [expression, stride] : llvm::zip_equal(map.getResults(), strides)) {
    SmallVector<int64_t> flat;
    if (failed(getFlattenedAffineExpr(expression, map.getNumDims(), 0, &flat)) ||
        flat.size() != extents.size() + 1)
      return failure();
    for (size_t dim = 0; dim < extents.size(); ++dim)
      access.coefficients[dim] += flat[dim] * stride;
    access.constant += flat.back() * stride;
  }
  accesses.push_back(std::move(access));
  return success();
}

/// Joins neighbouring dimensions that every operand walks through like one.
void ElementwisePlan::collapseDimensions() {
  for (size_t dim = extents.size(); dim-- > 1;) {
    bool joins = llvm::all_of(accesses, [&](const Access &access) {
      return extents[dim - 1] == 1 ||
             access.coefficients[dim - 1] == extents[dim] * access.coefficients[dim];
    });
    // A dimension of 1 joins whatever its coefficient is.
    if (!joins && extents[dim] != 1)
      continue;
    for (Access &access : accesses)
      access.coefficients.erase(access.coefficients.begin() + (joins ? dim - 1 : dim));
    extents[dim - 1] *= extents[dim];
    extents.erase(extents.begin() + dim);
  }
}

/// Takes the dimension along which memory is accessed in the fewest steps, and
/// the one that is transposed with it, if that is better.
void ElementwisePlan::chooseVectorDimension() {
  double best = std::numeric_limits<double>::infinity();
  unsigned vectorDim = 0;
  std::optional<unsigned> partnerDim;
  auto consider = [&](unsigned dim, std::optional<unsigned> partner) {
    double cost = costOf(dim, partner);
    // At equal cost the inner dimension is better for the cache.
    if (cost > best)
      return;
    best = cost;
    vectorDim = dim;
    partnerDim = partner;
  };
  for (unsigned dim = 0; dim < extents.size(); ++dim) {
    for (unsigned partner = 0; partner < extents.size(); ++partner)
      if (canTranspose(dim, partner))
        consider(dim, partner);
    consider(dim, std::nullopt);
  }
  for (unsigned dim = 0; dim < extents.size(); ++dim)
    if (dim != vectorDim && dim != partnerDim)
      order.push_back(dim);
  if (partnerDim) {
    order.push_back(*partnerDim);
    block = getRows(vectorDim, *partnerDim);
  }
  if (!extents.empty())
    order.push_back(vectorDim);
}

/// Steps of memory accesses per element.
double ElementwisePlan::costOf(unsigned dim, std::optional<unsigned> partner) {
  double lanes = std::min<double>(getWidth(), extents[dim]), cost = 1 / lanes;
  for (const Access &access : accesses) {
    if (needsTransposition(access, dim))
      // A transposition takes a shuffle per vector in each of its rounds.
      cost += partner ? (1 + std::log2(lanes)) / lanes : 1;
    else if (access.hasMemory() && access.coefficients[dim] == 1)
      cost += 1 / lanes;
  }
  return cost;
}

/// Whether all operands that do not lie along `dim` lie along `partner`, and
/// both are long enough.
bool ElementwisePlan::canTranspose(unsigned dim, unsigned partner) {
  if (dim == partner || op.hasIndexSemantics())
    return false;
  int64_t ops = llvm::count_if(
      *op.getBlock(), [](Operation &bodyOp) { return !bodyOp.hasTrait<OpTrait::ConstantLike>(); });
  if (ops * getRows(dim, partner) > kBlockOps)
    return false;
  auto liesAlong = [&](const Access &access) {
    return !needsTransposition(access, dim) || access.coefficients[partner] == 1;
  };
  auto isTransposed = [&](const Access &access) { return needsTransposition(access, dim); };
  if (!llvm::all_of(accesses, liesAlong) || llvm::none_of(accesses, isTransposed))
    return false;
  return isInterleaved(dim, partner) || std::min(extents[dim], extents[partner]) >= getSquare();
}

bool ElementwisePlan::isInterleaved(unsigned dim, unsigned partner) const {
  return extents[partner] <= kInterleaved && llvm::all_of(accesses, [&](const Access &access) {
           return !needsTransposition(access, dim) || access.coefficients[dim] == extents[partner];
         });
}

/// Lanes of a chunk: a full register of the narrowest element that is stored
/// or loaded, but at most four registers of the widest that is computed with,
/// and one where the body is long.
int64_t ElementwisePlan::getWidth() {
  unsigned narrowest = 64;
  for (const Access &access : accesses)
    if (Type element = getElementTypeOrSelf(access.operand);
        access.hasMemory() && element.isIntOrFloat())
      narrowest = std::min(narrowest, std::max(8u, element.getIntOrFloatBitWidth()));
  bool isLong = llvm::any_of(op.getBlock()->without_terminator(), [](Operation &bodyOp) {
    return isa<math::ExpOp, math::LogOp, math::TanhOp, math::ErfOp, math::PowFOp, math::SinOp,
               math::CosOp, qint::VectorSigmoidOp>(bodyOp);
  });
  return std::min(vectorBits / narrowest, (isLong ? 1 : 4) * vectorBits / getWidestBits());
}

/// Rows of the blocks in which `partner` is transposed with `dim`.
int64_t ElementwisePlan::getRows(unsigned dim, unsigned partner) {
  return isInterleaved(dim, partner) ? extents[partner] : getSquare();
}

/// Rows of the squares that are transposed: a register of the widest element.
int64_t ElementwisePlan::getSquare() { return std::min<int64_t>(16, vectorBits / getWidestBits()); }

/// Bits of the widest element that is computed with.
unsigned ElementwisePlan::getWidestBits() {
  unsigned widest = 8;
  auto widen = [&](Type type) {
    if (type.isIntOrFloat())
      widest = std::max(widest, type.getIntOrFloatBitWidth());
  };
  for (const Access &access : accesses)
    widen(getElementTypeOrSelf(access.operand));
  for (Operation &bodyOp : op.getBlock()->without_terminator())
    for (Type type : bodyOp.getResultTypes())
      widen(type);
  return widest;
}
