#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Utils/StaticValueUtils.h"
#include "mlir/Interfaces/ViewLikeInterface.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Passes.h"
#include "llvm/Support/FormatVariadic.h"

#define DEBUG_TYPE "qopt-profile-layers"

namespace qopt {
#define GEN_PASS_DEF_PROFILELAYERS
#include "qopt/Schedule/Passes.h.inc"
} // namespace qopt

using namespace mlir;
using namespace qopt;

namespace {

/// Whether time is spent in `op`: not in views, constants and allocations.
bool doesWork(Operation &op) {
  return !isa<ViewLikeOpInterface>(op) && !op.hasTrait<OpTrait::IsTerminator>() &&
         op.getNumResults() == 0;
}

/// The first name in `loc`, else its file and line.
std::string getLayerName(Location loc) {
  std::string name;
  loc->walk([&](Location part) {
    if (auto named = dyn_cast<NameLoc>(part)) {
      name = named.getName().str();
      return WalkResult::interrupt();
    }
    if (auto file = dyn_cast<FileLineColLoc>(part); file && name.empty())
      name = llvm::formatv("{0}:{1}", file.getFilename().getValue(), file.getLine());
    return WalkResult::advance();
  });
  return name.empty() ? "-" : name;
}

/// Sizes of a buffer without those that are 1 at its front.
void printShape(llvm::raw_ostream &os, MemRefType type) {
  ArrayRef<int64_t> shape = type.getShape();
  while (shape.size() > 1 && shape.front() == 1)
    shape = shape.drop_front();
  llvm::interleave(shape, os, "x");
  os << (shape.empty() ? "" : "x") << type.getElementType();
}

/// Iterations of a loop over bands, 1 of loops that are none.
int64_t countIterations(scf::ForOp loop) {
  std::optional<APInt> count = loop.getStaticTripCount();
  return count ? count->getSExtValue() : 1;
}

/// What an op does, in a few words: its name, first and last buffer, kernel,
/// stride and tile; for tasks, and for the ops of a loop, their number and what the
/// first one does.
std::string describe(Operation &op) {
  if (auto parallel = dyn_cast<qint::TaskParallelOp>(op)) {
    // A halo is filled along with what it surrounds.
    auto work = llvm::make_filter_range(parallel.getTasks().front().front(), [](Operation &part) {
      return doesWork(part) && !isa<linalg::FillOp>(part);
    });
    size_t count = llvm::range_size(work);
    return llvm::formatv("{0} tasks{1}, the first: {2}", parallel.getTasks().size(),
                         count > 1 ? " of " + std::to_string(count) + " ops" : "",
                         work.empty() ? "linalg.fill" : describe(*work.begin()));
  }
  if (auto loop = dyn_cast<scf::ForOp>(op)) {
    auto work = llvm::make_filter_range(*loop.getBody(), doesWork);
    return llvm::formatv("{0} times {1} ops, the first: {2}", countIterations(loop),
                         llvm::range_size(work), work.empty() ? "none" : describe(*work.begin()));
  }
  std::string text;
  llvm::raw_string_ostream os(text);
  StringRef name = op.getName().getStringRef();
  name.consume_front("qint.scheduled.");
  os << name;
  SmallVector<MemRefType> buffers;
  for (Type type : op.getOperandTypes())
    if (auto buffer = dyn_cast<MemRefType>(type))
      buffers.push_back(buffer);
  if (!buffers.empty()) {
    os << " ";
    printShape(os, buffers.front());
    os << " -> ";
    printShape(os, buffers.back());
  }
  for (StringRef key : {"kernel", "stride"}) {
    auto sizes = op.getAttrOfType<DenseI64ArrayAttr>(key);
    if (!sizes)
      continue;
    os << ", " << key << " ";
    llvm::interleave(sizes.asArrayRef(), os, "x");
  }
  if (auto tile = op.getAttrOfType<qint::TileAttr>("tile"))
    os << ", tile " << tile.getRows() << "x" << tile.getColumns();
  return text;
}

/// Multiply-adds of an op and of those inside of it, as often as loops repeat them.
int64_t countMultiplyAdds(Operation &op) {
  int64_t count = 0;
  op.walk([&](ScheduledOpInterface scheduled) {
    int64_t times = 1;
    for (auto loop = scheduled->getParentOfType<scf::ForOp>(); loop;
         loop = loop->getParentOfType<scf::ForOp>())
      times *= countIterations(loop);
    count += times * scheduled.countMultiplyAdds();
  });
  return count;
}

struct ProfileLayers : qopt::impl::ProfileLayersBase<ProfileLayers> {
  using Base::Base;

  void runOnOperation() override {
    for (auto function : llvm::to_vector(getOperation().getOps<func::FuncOp>()))
      if (!function.isExternal())
        profile(function);
  }

  void profile(func::FuncOp function) {
    Block &block = function.getBody().front();
    SmallVector<Operation *> layers;
    for (Operation &op : block)
      if (doesWork(op))
        layers.push_back(&op);
    OpBuilder builder(function);
    Location loc = function.getLoc();
    auto ticksType =
        MemRefType::get({static_cast<int64_t>(layers.size()) + 1}, builder.getI64Type());
    std::string ticksName = (function.getName() + "_profile_ticks").str();
    auto zeros =
        DenseElementsAttr::get(RankedTensorType::get(ticksType.getShape(), builder.getI64Type()),
                               builder.getI64IntegerAttr(0));
    memref::GlobalOp::create(builder, loc, ticksName, builder.getStringAttr("public"), ticksType,
                             zeros, /*constant=*/false, IntegerAttr());
    describeLayers(builder, function, layers);

    builder.setInsertionPointToStart(&block);
    Value ticks = memref::GetGlobalOp::create(builder, loc, ticksType, ticksName);
    qint::ScheduledTickOp::create(builder, loc, ticks, layers.size());
    for (auto [slot, layer] : llvm::enumerate(layers)) {
      builder.setInsertionPointAfter(layer);
      qint::ScheduledTickOp::create(builder, layer->getLoc(), ticks, slot);
    }
  }

  /// The text of all layers, ended by a zero.
  void describeLayers(OpBuilder &builder, func::FuncOp function, ArrayRef<Operation *> layers) {
    std::string text;
    for (Operation *layer : layers)
      text += llvm::formatv("{0}\t{1}\t{2}\n", countMultiplyAdds(*layer),
                            getLayerName(layer->getLoc()), describe(*layer));
    text.push_back('\0');
    auto type = RankedTensorType::get(text.size(), builder.getI8Type());
    auto bytes = DenseElementsAttr::getFromRawBuffer(type, ArrayRef(text.data(), text.size()));
    memref::GlobalOp::create(builder, function.getLoc(),
                             (function.getName() + "_profile_layers").str(),
                             builder.getStringAttr("public"),
                             MemRefType::get(type.getShape(), type.getElementType()), bytes,
                             /*constant=*/true, IntegerAttr());
  }
};

} // namespace
