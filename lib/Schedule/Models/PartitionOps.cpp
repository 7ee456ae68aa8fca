#include "Models/Partition.h"
#include "Models/Registration.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/TileCosts.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;
using namespace qopt::qint;

namespace {

struct BatchMatmulModel
    : PartitionableOpInterface::ExternalModel<BatchMatmulModel, ScheduledBatchMatmulOp> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    auto op = cast<ScheduledBatchMatmulOp>(operation);
    ArrayRef<int64_t> shape = getShape(op.getOutput());
    return {{"matrices", shape[0], 1},
            {"rows", shape[1], op.getTile().getRows()},
            {"columns", shape[2], op.getTile().getColumns()}};
  }

  void createPart(Operation *operation, OpBuilder &builder, unsigned axis, int64_t begin,
                  int64_t end) const {
    auto op = cast<ScheduledBatchMatmulOp>(builder.clone(*operation));
    giveOwnScratch(op.getScratchMutable());
    // Rows are those of the left matrix, columns those of the right one.
    if (axis != 2)
      restrict(op.getLhsMutable(), axis, begin, end);
    if (axis != 1)
      restrict(op.getRhsMutable(), axis, begin, end);
    restrict(op.getOutputMutable(), axis, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto op = cast<ScheduledBatchMatmulOp>(operation);
    ArrayRef<int64_t> shape = getShape(op.getOutput());
    Type left = op.getLhs().getType().getElementType();
    int64_t depth = getShape(op.getLhs())[2];
    // Only products of bytes have scratch, and take four at a time.
    TileProblem problem{shape[0], shape[1], shape[2], depth, TileElement::Int16, 64};
    if (left.isF32())
      problem.element = TileElement::Float32, problem.accumulatorBits = 32;
    else if (op.getScratch())
      problem = {shape[0],          shape[1],
                 shape[2],          static_cast<int64_t>(llvm::divideCeil(depth, 4)),
                 TileElement::Int8, 32};
    problem.overlap = getTileOverlap(op->getParentOfType<ModuleOp>());
    return predictTileCycles(isa, problem, op.getTile().getRows(), op.getTile().getColumns());
  }
};

struct Pool2DModel : PartitionableOpInterface::ExternalModel<Pool2DModel, ScheduledPool2DOp> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    ArrayRef<int64_t> shape = getShape(cast<ScheduledPool2DOp>(operation).getOutput());
    return {{"images", shape[0], 1},
            {"rows", shape[1], 1},
            {"positions", shape[2], 1},
            {"channels", shape[3], kChannelGrain}};
  }

  void createPart(Operation *operation, OpBuilder &builder, unsigned axis, int64_t begin,
                  int64_t end) const {
    auto op = cast<ScheduledPool2DOp>(builder.clone(*operation));
    SmallVector<int64_t> pad(op.getPad());
    InputBand input(begin, end, 1, 1, 1);
    if (axis == 1 || axis == 2) {
      // What of the windows lies outside the image is the padding of the part.
      int64_t &low = pad[axis * 2 - 2], &high = pad[axis * 2 - 1];
      input = InputBand(begin, end, op.getKernel()[axis - 1], op.getStride()[axis - 1], 1);
      input.begin -= low;
      input.end -= low;
      int64_t extent = getShape(op.getInput())[axis];
      low = std::max<int64_t>(0, -input.begin);
      high = std::max<int64_t>(0, input.end - extent);
      input.begin += low;
      input.end -= high;
    }
    op.setPad(pad);
    restrict(op.getInputMutable(), axis, input.begin, input.end);
    restrict(op.getOutputMutable(), axis, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto op = cast<ScheduledPool2DOp>(operation);
    MemRefType type = op.getOutput().getType();
    int64_t windows = op.getKernel()[0] * op.getKernel()[1];
    // Means are summed in words or wider.
    int64_t bits = type.getElementTypeBitWidth() * (op.getKind() == PoolKind::Max ? 1 : 2);
    return static_cast<double>(type.getNumElements() * windows) / isa.lanes(bits);
  }
};

struct ReduceModel : PartitionableOpInterface::ExternalModel<ReduceModel, ScheduledReduceOp> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    SmallVector<PartitionAxis> axes;
    for (int64_t size : getShape(cast<ScheduledReduceOp>(operation).getInput()).drop_back())
      axes.push_back({"rows", size, 1});
    return axes;
  }

  void createPart(Operation *operation, OpBuilder &builder, unsigned axis, int64_t begin,
                  int64_t end) const {
    Operation *part = builder.clone(*operation);
    restrict(MutableOperandRange(part), axis, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    MemRefType type = cast<ScheduledReduceOp>(operation).getInput().getType();
    return 2.0 * static_cast<double>(type.getNumElements()) /
           isa.lanes(type.getElementTypeBitWidth());
  }
};

/// Linalg ops whose loops are all parallel: chains of element-wise ops, copies,
/// transpositions, fills and gathers.
template <typename Op>
struct LinalgModel : PartitionableOpInterface::ExternalModel<LinalgModel<Op>, Op> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    auto op = cast<linalg::LinalgOp>(operation);
    SmallVector<int64_t> extents = op.getStaticLoopRanges();
    SmallVector<PartitionAxis> axes;
    bool isParallel = op.getNumParallelLoops() == op.getNumLoops() && op.hasPureBufferSemantics();
    for (auto [loop, extent] : llvm::enumerate(extents))
      axes.push_back({"elements", isParallel && isPlain(op, loop) ? extent : 1,
                      loop + 1 == extents.size() ? kChannelGrain : 1});
    return axes;
  }

  void createPart(Operation *operation, OpBuilder &builder, unsigned axis, int64_t begin,
                  int64_t end) const {
    auto op = cast<linalg::LinalgOp>(builder.clone(*operation));
    AffineExpr loop = builder.getAffineDimExpr(axis);
    for (OpOperand &operand : op->getOpOperands())
      for (auto [dimension, index] :
           llvm::enumerate(op.getMatchingIndexingMap(&operand).getResults()))
        if (index == loop)
          restrict(operand, dimension, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &target) const {
    auto op = cast<linalg::LinalgOp>(operation);
    double elements = 1;
    for (int64_t extent : op.getStaticLoopRanges())
      elements *= static_cast<double>(extent);
    // Functions of the math dialect are polynomials.
    constexpr double kFunctionCost = 15;
    double cost = static_cast<double>(op->getNumOperands());
    unsigned bits = 8;
    auto widen = [&](Type type) {
      if (type.isIntOrFloat())
        bits = std::max(bits, type.getIntOrFloatBitWidth());
    };
    for (Type type : op.getBlock()->getArgumentTypes())
      widen(type);
    for (Operation &inner : op.getBlock()->without_terminator()) {
      cost += isa<math::MathDialect>(inner.getDialect()) ? kFunctionCost : 1;
      llvm::for_each(inner.getResultTypes(), widen);
    }
    return elements * cost / 2 / target.lanes(bits);
  }

private:
  /// Whether operands meet the loop as a dimension of their own or not at all, and
  /// the body does not ask for its index.
  static bool isPlain(linalg::LinalgOp op, unsigned loop) {
    bool isIndexed = llvm::any_of(op.getBlock()->getOps<linalg::IndexOp>(),
                                  [&](linalg::IndexOp index) { return index.getDim() == loop; });
    return !isIndexed && llvm::all_of(op.getIndexingMapsArray(), [&](AffineMap map) {
      return llvm::all_of(map.getResults(), [&](AffineExpr index) {
        return isa<AffineDimExpr>(index) || !index.isFunctionOfDim(loop);
      });
    });
  }
};

} // namespace

void schedule::attachPartitionOpModels(MLIRContext &context) {
  ScheduledBatchMatmulOp::attachInterface<BatchMatmulModel>(context);
  ScheduledPool2DOp::attachInterface<Pool2DModel>(context);
  ScheduledReduceOp::attachInterface<ReduceModel>(context);
}

void schedule::attachPartitionLinalgModels(MLIRContext &context) {
  linalg::GenericOp::attachInterface<LinalgModel<linalg::GenericOp>>(context);
  linalg::CopyOp::attachInterface<LinalgModel<linalg::CopyOp>>(context);
  linalg::TransposeOp::attachInterface<LinalgModel<linalg::TransposeOp>>(context);
  linalg::FillOp::attachInterface<LinalgModel<linalg::FillOp>>(context);
}
