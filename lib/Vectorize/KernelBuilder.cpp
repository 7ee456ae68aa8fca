#include "KernelBuilder.h"

#include "mlir/Dialect/Arith/Utils/Utils.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/FunctionInterfaces.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace qopt;

bool FlatBuffer::isContiguous(unsigned first, unsigned last) const {
  int64_t distance = shape[last] * strides[last];
  for (unsigned dim = last; dim-- > first;) {
    if (shape[dim] == 1) // Its stride means nothing.
      continue;
    if (strides[dim] != distance)
      return false;
    distance *= shape[dim];
  }
  return true;
}

bool qopt::hasStaticLayout(Value memref) {
  auto type = cast<MemRefType>(memref.getType());
  SmallVector<int64_t> strides;
  int64_t offset;
  if (!type.hasStaticShape() || failed(type.getStridesAndOffset(strides, offset)) ||
      llvm::any_of(strides, ShapedType::isDynamic))
    return false;
  if (!ShapedType::isDynamic(offset))
    return true;
  auto view = memref.getDefiningOp<memref::SubViewOp>();
  return view && hasStaticLayout(view.getSource());
}

int64_t qopt::getLanes(Value value) {
  auto type = dyn_cast<VectorType>(value.getType());
  return type ? type.getNumElements() : 1;
}

Type qopt::withElementType(Type type, Type elementType) {
  auto vector = dyn_cast<VectorType>(type);
  return vector ? VectorType::get(vector.getShape(), elementType) : elementType;
}

//===----------------------------------------------------------------------===//
// Indices and loops
//===----------------------------------------------------------------------===//

Value KernelBuilder::index(int64_t value) { return arith::ConstantIndexOp::create(*this, value); }

Value KernelBuilder::add(Value lhs, Value rhs) { return createOrFold<arith::AddIOp>(lhs, rhs); }

Value KernelBuilder::mul(Value lhs, int64_t rhs) {
  return createOrFold<arith::MulIOp>(lhs, index(rhs));
}

void KernelBuilder::loop(int64_t lower, int64_t upper, int64_t step,
                         llvm::function_ref<void(Value)> body) {
  loop(lower, upper, step, ValueRange(), [&](Value iv, ValueRange) {
    body(iv);
    return Values();
  });
}

KernelBuilder::Values KernelBuilder::loop(int64_t lower, int64_t upper, int64_t step,
                                          ValueRange initial,
                                          llvm::function_ref<Values(Value, ValueRange)> body) {
  if (lower >= upper)
    return llvm::to_vector(initial);
  if (lower + step >= upper)
    return body(index(lower), initial);
  auto loop = scf::ForOp::create(*this, index(lower), index(upper), index(step), initial,
                                 [](OpBuilder &, Location, Value, ValueRange) {});
  OpBuilder::InsertionGuard guard(*this);
  setInsertionPointToEnd(loop.getBody());
  Values results = body(loop.getInductionVar(), loop.getRegionIterArgs());
  scf::YieldOp::create(*this, results);
  return llvm::to_vector(ValueRange(loop.getResults()));
}

KernelBuilder::Values KernelBuilder::loop(Value lower, Value upper, ValueRange initial,
                                          llvm::function_ref<Values(Value, ValueRange)> body) {
  std::optional<int64_t> first = getConstantIntValue(lower), end = getConstantIntValue(upper);
  if (first && end)
    return loop(*first, *end, 1, initial, body);
  auto loop = scf::ForOp::create(*this, lower, upper, index(1), initial,
                                 [](OpBuilder &, Location, Value, ValueRange) {});
  OpBuilder::InsertionGuard guard(*this);
  setInsertionPointToEnd(loop.getBody());
  Values results = body(loop.getInductionVar(), loop.getRegionIterArgs());
  scf::YieldOp::create(*this, results);
  return llvm::to_vector(ValueRange(loop.getResults()));
}

void KernelBuilder::chunks(int64_t extent, int64_t width,
                           llvm::function_ref<void(Value, int64_t)> body) {
  int64_t whole = extent / width * width;
  loop(0, whole, width, [&](Value offset) { body(offset, width); });
  for (int64_t offset = whole; offset < extent;) {
    int64_t lanes = llvm::bit_floor(static_cast<uint64_t>(extent - offset));
    body(index(offset), lanes);
    offset += lanes;
  }
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

/// The offset of `memref`, and in its place the memory that it counts from.
static OpFoldResult takeOffset(KernelBuilder &builder, Value &memref) {
  auto [strides, offset] = cast<MemRefType>(memref.getType()).getStridesAndOffset();
  if (!ShapedType::isDynamic(offset))
    return builder.getIndexAttr(offset);
  auto view = memref.getDefiningOp<memref::SubViewOp>();
  memref = view.getSource();
  SmallVector<int64_t> steps = view.getSourceType().getStridesAndOffset().first;
  Value sum =
      getValueOrCreateConstantIndexOp(builder, builder.getLoc(), takeOffset(builder, memref));
  for (auto [position, step] : llvm::zip_equal(view.getMixedOffsets(), steps))
    sum = builder.add(
        sum,
        builder.mul(getValueOrCreateConstantIndexOp(builder, builder.getLoc(), position), step));
  return sum;
}

FlatBuffer KernelBuilder::flatten(Value memref) {
  auto type = cast<MemRefType>(memref.getType());
  auto [strides, offset] = type.getStridesAndOffset();
  FlatBuffer buffer{memref, llvm::to_vector(type.getShape()), strides, type.getElementType()};
  int64_t extent = 1;
  for (auto [size, stride] : llvm::zip_equal(type.getShape(), strides))
    extent += std::max<int64_t>(size - 1, 0) * stride;
  MemRefLayoutAttrInterface layout;
  if (offset != 0)
    layout = StridedLayoutAttr::get(getContext(), offset, {1});
  auto flatType = MemRefType::get({extent}, type.getElementType(), layout, type.getMemorySpace());
  if (flatType == type && !ShapedType::isDynamic(offset))
    return buffer;
  OpFoldResult first = takeOffset(*this, memref), one = getIndexAttr(1);
  buffer.memref = memref::ReinterpretCastOp::create(*this, flatType, memref, first,
                                                    OpFoldResult(getIndexAttr(extent)), one);
  return buffer;
}

FlatBuffer KernelBuilder::getStack(StringRef name, int64_t elements, Type elementType) {
  Operation *parent = getInsertionBlock()->getParentOp();
  auto function = dyn_cast<FunctionOpInterface>(parent);
  Block &entry = (function ? function : parent->getParentOfType<FunctionOpInterface>()).front();
  for (auto allocation : entry.getOps<memref::AllocaOp>())
    if (allocation->hasAttr(name))
      return flatten(allocation);
  InsertionGuard guard(*this);
  setInsertionPointToStart(&entry);
  constexpr int64_t kAlignment = 64;
  auto allocation = memref::AllocaOp::create(*this, MemRefType::get(elements, elementType),
                                             getI64IntegerAttr(kAlignment));
  allocation->setAttr(name, getUnitAttr());
  return flatten(allocation);
}

Value KernelBuilder::load(const FlatBuffer &buffer, Value offset, int64_t lanes) {
  return vector::LoadOp::create(*this, vectorType(lanes, buffer.elementType), buffer.memref,
                                offset);
}

Value KernelBuilder::loadScalar(const FlatBuffer &buffer, Value offset) {
  return memref::LoadOp::create(*this, buffer.memref, offset);
}

void KernelBuilder::store(Value vector, const FlatBuffer &buffer, Value offset) {
  vector::StoreOp::create(*this, vector, buffer.memref, offset);
}

void KernelBuilder::prefetch(const FlatBuffer &buffer, Value offset) {
  constexpr unsigned kSecondLevel = 2;
  memref::PrefetchOp::create(*this, buffer.memref, offset, /*isWrite=*/false, kSecondLevel,
                             /*isDataCache=*/true);
}

Value KernelBuilder::loadFirst(const FlatBuffer &buffer, Value offset, int64_t count,
                               int64_t lanes) {
  if (count == lanes)
    return load(buffer, offset, lanes);
  Value result = constant(vectorType(lanes, buffer.elementType), int64_t(0));
  for (int64_t done = 0; done < count;) {
    int64_t piece = llvm::bit_floor(static_cast<uint64_t>(count - done));
    Value loaded = load(buffer, add(offset, done), piece);
    result = vector::InsertStridedSliceOp::create(*this, loaded, result, ArrayRef<int64_t>(done),
                                                  ArrayRef<int64_t>(1));
    done += piece;
  }
  return result;
}

void KernelBuilder::storeFirst(Value vector, int64_t count, const FlatBuffer &buffer,
                               Value offset) {
  for (int64_t done = 0; done < count;) {
    int64_t lanes = llvm::bit_floor(static_cast<uint64_t>(count - done));
    store(slice(vector, done, lanes), buffer, add(offset, done));
    done += lanes;
  }
}

//===----------------------------------------------------------------------===//
// Vectors
//===----------------------------------------------------------------------===//

VectorType KernelBuilder::vectorType(int64_t lanes, Type elementType) {
  return VectorType::get(lanes, elementType);
}

static TypedAttr splat(Type type, TypedAttr element) {
  if (auto shaped = dyn_cast<ShapedType>(type))
    return DenseElementsAttr::get(shaped, element);
  return element;
}

Value KernelBuilder::constant(Type type, int64_t value) {
  Type element = getElementTypeOrSelf(type);
  if (isa_and_present<FloatType>(element))
    return constant(type, static_cast<double>(value));
  return arith::ConstantOp::create(*this, splat(type, getIntegerAttr(element, value)));
}

Value KernelBuilder::constant(Type type, double value) {
  Type element = getElementTypeOrSelf(type);
  return arith::ConstantOp::create(*this, splat(type, getFloatAttr(element, value)));
}

Value KernelBuilder::broadcast(Value scalar, int64_t lanes) {
  VectorType type = vectorType(lanes, scalar.getType());
  TypedAttr constant;
  if (matchPattern(scalar, m_Constant(&constant)))
    return arith::ConstantOp::create(*this, splat(type, constant));
  return vector::BroadcastOp::create(*this, type, scalar);
}

Value KernelBuilder::slice(Value vector, int64_t offset, int64_t lanes) {
  if (offset == 0 && lanes == getLanes(vector))
    return vector;
  return vector::ExtractStridedSliceOp::create(*this, vector, ArrayRef<int64_t>(offset),
                                               ArrayRef<int64_t>(lanes), ArrayRef<int64_t>(1));
}

Value KernelBuilder::widen(Value vector, int64_t lanes) {
  int64_t own = getLanes(vector);
  if (own == lanes)
    return vector;
  SmallVector<int64_t> mask(lanes, vector::ShuffleOp::kPoisonIndex);
  std::iota(mask.begin(), mask.begin() + own, 0);
  return vector::ShuffleOp::create(*this, vector, vector, mask);
}

Value KernelBuilder::concat(ValueRange vectors) {
  Values level = llvm::to_vector(vectors);
  while (level.size() > 1) {
    // Shuffles take two operands: join pairs, an odd one at the end waits.
    Values next;
    for (size_t i = 0; i + 1 < level.size(); i += 2) {
      auto mask = llvm::to_vector(llvm::seq<int64_t>(getLanes(level[i]) + getLanes(level[i + 1])));
      next.push_back(vector::ShuffleOp::create(*this, level[i], level[i + 1], mask));
    }
    if (level.size() % 2)
      next.push_back(level.back());
    level = std::move(next);
  }
  return level.front();
}

Value KernelBuilder::interleave(Value lhs, Value rhs) {
  return vector::InterleaveOp::create(*this, lhs, rhs);
}

Value KernelBuilder::extend(Value vector, Type elementType, bool isUnsigned) {
  if (getElementTypeOrSelf(vector) == elementType)
    return vector;
  Type type = withElementType(vector.getType(), elementType);
  if (isUnsigned)
    return arith::ExtUIOp::create(*this, type, vector);
  return arith::ExtSIOp::create(*this, type, vector);
}
