#include "Models/Partition.h"
#include "Models/Registration.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Chains.h"
#include "qopt/Schedule/TileCosts.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::schedule;
using namespace qopt::qint;

namespace {

/// Axes of the convolutions, in the order of their dimensions.
enum ConvolutionAxis { Images, Rows, Positions, Channels };

TileElement getTileElement(Type input, Type weights) {
  if (input.isF32())
    return TileElement::Float32;
  if (!input.isInteger(8))
    return TileElement::Int16;
  return weights.isInteger(8) ? TileElement::Int8 : TileElement::Int8ByWord;
}

/// The product that `op` is, by `steps` of each of `groups`.
template <typename Op>
TileProblem getProblem(Op op, int64_t groups, int64_t steps, TileElement element) {
  ArrayRef<int64_t> shape = getShape(op.getOutput());
  return {shape[0] * groups, shape[2],
          shape[3] / groups, steps,
          element,           op.getBias().getType().getElementTypeBitWidth(),
          /*lines=*/shape[1]};
}

/// What the direct convolutions share. `Model` says how channels are packed.
template <typename Model, typename Op>
struct ConvolutionModel : PartitionableOpInterface::ExternalModel<Model, Op> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    auto op = cast<Op>(operation);
    ArrayRef<int64_t> shape = getShape(op.getOutput());
    // Tiles of more rows than a line has take several lines.
    int64_t tileRows = Model::getTileRows(op);
    return {{"images", shape[0], 1},
            {"rows", shape[1], std::max<int64_t>(1, tileRows / shape[2])},
            {"positions", shape[2], tileRows},
            Model::getChannelAxis(op)};
  }

  static int64_t getTileRows(Op op) { return op.getTile().getRows(); }

  void createPart(Operation *operation, OpBuilder &builder, unsigned axis, int64_t begin,
                  int64_t end) const {
    auto op = cast<Op>(builder.clone(*operation));
    if (axis == Channels)
      return Model::restrictChannels(op, begin, end);
    InputBand input(begin, end, 1, 1, 1);
    if (axis != Images)
      input = InputBand(begin, end, op.getKernel()[axis - 1], op.getStride()[axis - 1],
                        op.getDilation()[axis - 1]);
    restrict(op.getInputMutable(), axis, input.begin, input.end);
    restrict(op.getResidualMutable(), axis, begin, end);
    restrict(op.getOutputMutable(), axis, begin, end);
  }
};

/// Restricts what the epilogue reads for each packed channel.
template <typename Op> void restrictPacked(Op op, int64_t begin, int64_t end) {
  for (MutableOperandRange packed :
       {MutableOperandRange(op.getBiasMutable()), op.getMultipliersMutable(), op.getShiftsMutable(),
        op.getScalesMutable()})
    restrict(packed, 0, begin, end);
}

struct Conv2DModel : ConvolutionModel<Conv2DModel, ScheduledConv2DOp> {
  static PartitionAxis getChannelAxis(ScheduledConv2DOp op) {
    if (op.getGroups() > 1)
      return {"groups", op.getGroups(), 1};
    return {"panels", getShape(op.getOutput())[3], op.getTile().getColumns()};
  }

  static void restrictChannels(ScheduledConv2DOp op, int64_t begin, int64_t end) {
    int64_t columns = op.getTile().getColumns();
    int64_t outputs = 1;
    if (int64_t groups = op.getGroups(); groups > 1) {
      // Each group has panels of its own.
      int64_t packed = getShape(op.getWeights())[1] * columns;
      int64_t inputs = getShape(op.getInput())[3] / groups;
      outputs = getShape(op.getOutput())[3] / groups;
      op.setGroups(end - begin);
      restrict(op.getWeightsMutable(), 0, begin, end);
      restrictPacked(op, begin * packed, end * packed);
      restrict(op.getInputMutable(), 3, begin * inputs, end * inputs);
    } else {
      int64_t endPanel = llvm::divideCeil(end, columns);
      // Only the last panel has them.
      if (end != getShape(op.getOutput())[3])
        op.setDoubledChannels(0);
      restrict(op.getWeightsMutable(), 1, begin / columns, endPanel);
      restrictPacked(op, begin, endPanel * columns);
    }
    restrict(op.getResidualMutable(), 3, begin * outputs, end * outputs);
    restrict(op.getOutputMutable(), 3, begin * outputs, end * outputs);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto op = cast<ScheduledConv2DOp>(operation);
    TileElement element = getTileElement(op.getInput().getType().getElementType(),
                                         op.getWeights().getType().getElementType());
    int64_t rows = op.getTile().getRows(), columns = op.getTile().getColumns();
    TileProblem problem = getProblem(op, op.getGroups(), getShape(op.getWeights())[2], element);
    if (op.getMatrixRegisters())
      return predictMatrixCycles(problem, op.countSteps(op.getRunLength()), rows, columns);
    problem.overlap = getTileOverlap(op->getParentOfType<ModuleOp>());
    return predictTileCycles(isa, problem, rows, columns);
  }
};

struct ChainedConv2DModel : ConvolutionModel<ChainedConv2DModel, ScheduledChainedConv2DOp> {
  /// Whether lanes are positions.
  static bool arePositions(ScheduledChainedConv2DOp op) {
    return llvm::is_contained(kPositionColumns, op.getTile().getColumns());
  }

  static PartitionAxis getChannelAxis(ScheduledChainedConv2DOp op) {
    return {"panels", getShape(op.getOutput())[3],
            arePositions(op) ? kBandChannels : op.getTile().getColumns()};
  }

  /// Tiles whose lanes are positions are made as large as fits each share: what counts
  /// is registers.
  static int64_t getTileRows(ScheduledChainedConv2DOp op) {
    constexpr int64_t kLanes = 8;
    return arePositions(op) ? kLanes : op.getTile().getRows();
  }

  /// Chains say where the slots of a panel begin: all tasks see all slots.
  static void restrictChannels(ScheduledChainedConv2DOp op, int64_t begin, int64_t end) {
    int64_t columns = op.getTile().getColumns(), endPanel = llvm::divideCeil(end, columns);
    restrict(op.getChainsMutable(), 0, begin / columns, endPanel);
    restrictPacked(op, begin, endPanel * columns);
    restrict(op.getResidualMutable(), 3, begin, end);
    restrict(op.getOutputMutable(), 3, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto op = cast<ScheduledChainedConv2DOp>(operation);
    // As words: chains were taken because they are somewhat faster.
    int64_t reduction = op.getKernel()[0] * op.getKernel()[1] * getShape(op.getInput())[3];
    TileProblem problem =
        getProblem(op, /*groups=*/1, llvm::divideCeil(reduction, 2), TileElement::Int8ByWord);
    return predictTileCycles(isa, problem, getTileRows(op), op.getTile().getColumns());
  }
};

struct DepthwiseModel : ConvolutionModel<DepthwiseModel, ScheduledDepthwiseConv2DOp> {
  static PartitionAxis getChannelAxis(ScheduledDepthwiseConv2DOp op) {
    int64_t outputs = getShape(op.getOutput())[3];
    // Shares of several outputs of one input would have to begin with an input.
    if (outputs != getShape(op.getInput())[3])
      return {"channels", 1, 1};
    return {"channels", outputs,
            static_cast<int64_t>(llvm::alignTo(kChannelGrain, op.getTile().getColumns()))};
  }

  static void restrictChannels(ScheduledDepthwiseConv2DOp op, int64_t begin, int64_t end) {
    int64_t packedEnd = llvm::alignTo(end, op.getTile().getColumns());
    restrict(op.getWeightsMutable(), 2, begin, packedEnd);
    restrictPacked(op, begin, packedEnd);
    restrict(op.getInputMutable(), 3, begin, end);
    restrict(op.getResidualMutable(), 3, begin, end);
    restrict(op.getOutputMutable(), 3, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto op = cast<ScheduledDepthwiseConv2DOp>(operation);
    ArrayRef<int64_t> shape = getShape(op.getOutput());
    DepthwiseProblem problem{shape[0],
                             shape[1],
                             shape[2],
                             shape[3],
                             {op.getKernel()[0], op.getKernel()[1]},
                             {op.getStride()[0], op.getStride()[1]},
                             getTileElement(op.getInput().getType().getElementType(),
                                            op.getWeights().getType().getElementType()),
                             op.getBias().getType().getElementTypeBitWidth(),
                             {op.getDilation()[0], op.getDilation()[1]}};
    return predictDepthwiseCycles(isa, problem, op.getTile().getRows(), op.getTile().getColumns());
  }
};

struct WinogradModel
    : PartitionableOpInterface::ExternalModel<WinogradModel, ScheduledWinogradConv2DOp> {
  SmallVector<PartitionAxis> getPartitionAxes(Operation *operation) const {
    auto op = cast<ScheduledWinogradConv2DOp>(operation);
    ArrayRef<int64_t> shape = getShape(op.getOutput());
    // Tiles have 4 positions; a share of the single one that may be left over
    // would be too small for the op.
    auto cut = [](int64_t extent) { return extent % 4 == 1 ? 1 : extent; };
    return {{"images", shape[0], 1},
            {"rows", cut(shape[1]), 4},
            {"positions", cut(shape[2]), 4},
            {"panels", shape[3], op.getTile().getColumns()}};
  }

  void createPart(Operation *operation, OpBuilder &builder, unsigned axis, int64_t begin,
                  int64_t end) const {
    auto op = cast<ScheduledWinogradConv2DOp>(builder.clone(*operation));
    giveOwnScratch(op.getTransformedMutable());
    giveOwnScratch(op.getProductsMutable());
    if (axis == Channels) {
      int64_t columns = op.getTile().getColumns(), endPanel = llvm::divideCeil(end, columns);
      restrict(op.getWeightsMutable(), 0, begin / columns, endPanel);
      restrictPacked(op, begin, endPanel * columns);
    } else {
      InputBand input(begin, end, axis == Images ? 1 : 3, 1, 1);
      restrict(op.getInputMutable(), axis, input.begin, input.end);
    }
    restrict(op.getResidualMutable(), axis, begin, end);
    restrict(op.getOutputMutable(), axis, begin, end);
  }

  double predictCycles(Operation *operation, const ISA &isa) const {
    auto op = cast<ScheduledWinogradConv2DOp>(operation);
    ArrayRef<int64_t> shape = getShape(op.getOutput());
    int64_t inputs = getShape(op.getInput())[3];
    WinogradProblem problem{shape[0], shape[1],
                            shape[2], inputs,
                            shape[3], getMemoryRate(operation->getParentOfType<ModuleOp>())};
    if (auto choices = listWinograd(isa, problem); !choices.empty())
      return choices.front().cycles;
    // Where the choice was made by hand: products of words, 36 for 16 positions.
    return static_cast<double>(op.countMultiplyAdds()) / 4 / isa.lanes(16);
  }
};

} // namespace

void schedule::attachPartitionConvolutionModels(MLIRContext &context) {
  ScheduledWinogradConv2DOp::attachInterface<WinogradModel>(context);
  ScheduledConv2DOp::attachInterface<Conv2DModel>(context);
  ScheduledChainedConv2DOp::attachInterface<ChainedConv2DModel>(context);
  ScheduledDepthwiseConv2DOp::attachInterface<DepthwiseModel>(context);
}
