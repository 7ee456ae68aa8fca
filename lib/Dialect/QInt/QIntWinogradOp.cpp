#include "ScheduledConvolution.h"
#include "Verification.h"

#include "qopt/Support/Winograd.h"

#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

/// Checks that the scratch holds the largest band.
static LogicalResult verifyScratch(ScheduledWinogradConv2DOp op) {
  // (C5)
  MemRefType transformed = op.getTransformed().getType(), products = op.getProducts().getType();
  if (failed(verifyRank(op, "transformed", transformed, 2)) ||
      failed(verifyRank(op, "products", products, 2)))
    return failure();
  MemRefType output = op.getOutput().getType();
  int64_t tiles = 1;
  for (unsigned dim : {0u, 1u})
    tiles *= std::min(op.getBand()[dim], WinogradTiling(output.getDimSize(dim + 1)).tiles());
  int64_t channels = llvm::alignTo(op.getInput().getType().getDimSize(3), 2);
  struct {
    StringRef what;
    int64_t actual, least;
  } sizes[] = {{"matrices of transformed", transformed.getDimSize(0), kWinogradProducts},
               {"elements of a matrix of transformed", transformed.getDimSize(1), tiles * channels},
               {"rows of products", products.getDimSize(0), tiles},
               {"elements of a row of products", products.getDimSize(1),
                kWinogradProducts * op.getTile().getColumns()}};
  for (auto [what, actual, least] : sizes)
    if (actual < least)
      return op.emitOpError() << actual << " " << what << " do not hold a band, which needs "
                              << least;
  return success();
}

LogicalResult ScheduledWinogradConv2DOp::verify() {
  // (C1)
  if (failed(verifyStatic(*this)) || failed(verifyEntries(*this, "band", getBand(), 2, 1)))
    return failure();
  // (C2)
  Type input = getInput().getType().getElementType();
  Type weights = getWeights().getType().getElementType();
  Type bias = getBias().getType().getElementType();
  if (!input.isInteger(8) || !weights.isInteger(16) || !bias.isInteger(32))
    return emitOpError() << "has no kernel for input " << input << ", weights " << weights
                         << " and bias " << bias;
  // (C3)
  if (failed(verifyPositions(*this, {3, 3}, {1, 1}, {1, 1})))
    return failure();
  MemRefType output = getOutput().getType();
  if (output.getDimSize(1) < 2 || output.getDimSize(2) < 2)
    return emitOpError() << "output has " << output.getDimSize(1) << " x " << output.getDimSize(2)
                         << " positions but must have at least 2 x 2";
  // (C4)
  int64_t columns = getTile().getColumns();
  int64_t panels = llvm::divideCeil(output.getDimSize(3), columns);
  int64_t pairs = llvm::divideCeil(getInput().getType().getDimSize(3), 2);
  PackedChannels packed;
  packed.weightShapes.push_back({panels, kWinogradProducts, pairs, columns, 2});
  packed.count = panels * columns;
  if (failed(verifyPacking(*this, packed)) || failed(verifyScratch(*this)))
    return failure();
  // (C6)
  return verifyScheduledEpilogue(*this);
}

int64_t ScheduledWinogradConv2DOp::countMultiplyAdds() {
  return getOutput().getType().getNumElements() * 9 * getInput().getType().getDimSize(3);
}
