// Matrix registers for CPUs that have none: bytes in memory.

#include "LowerMatrix.h"

#include "LowerDot.h"
#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Support/MatrixRegisters.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace qopt;
using namespace qopt::qint;

namespace {

/// Builds code on the buffer of a register file.
class MatrixFile {
public:
  MatrixFile(ImplicitLocOpBuilder &builder, Value registers)
      : builder(builder), registers(registers) {}

  Value index(int64_t value) { return arith::ConstantIndexOp::create(builder, value); }

  Value add(Value lhs, Value rhs) { return builder.createOrFold<arith::AddIOp>(lhs, rhs); }

  Value mul(Value lhs, int64_t rhs) { return builder.createOrFold<arith::MulIOp>(lhs, index(rhs)); }

  void loop(int64_t count, llvm::function_ref<void(Value)> body) {
    auto loop = scf::ForOp::create(builder, index(0), index(count), index(1));
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(loop.getBody());
    body(loop.getInductionVar());
  }

  /// Where a row of a register begins.
  Value row(int64_t number, Value row) {
    return add(index(number * kMatrixBytes), mul(row, kMatrixRowBytes));
  }

  Value load(Value offset, int64_t bytes, Type elementType) {
    auto type = VectorType::get(bytes, builder.getI8Type());
    Value vector = vector::LoadOp::create(builder, type, registers, offset);
    return bitcastLanes(builder, vector, elementType);
  }

  void store(Value vector, Value offset) {
    Value bytes = bitcastLanes(builder, vector, builder.getI8Type());
    vector::StoreOp::create(builder, bytes, registers, offset);
  }

private:
  ImplicitLocOpBuilder &builder;
  Value registers;
};

} // namespace

static void configure(ImplicitLocOpBuilder &builder, VectorMatrixConfigureOp op) {
  MatrixFile file(builder, op.getRegisters());
  auto type = VectorType::get(kMatrixRowBytes, builder.getI8Type());
  file.loop(kMatrixRegisters * kMatrixRows,
            [&](Value row) { file.store(splatLanes(builder, type, 0), file.row(0, row)); });
}

static void load(ImplicitLocOpBuilder &builder, VectorMatrixLoadOp op) {
  MatrixFile file(builder, op.getRegisters());
  auto type = VectorType::get(op.getRowBytes(), builder.getI8Type());
  file.loop(op.getRows(), [&](Value row) {
    Value offset = file.add(op.getOffset(), file.mul(row, op.getRowStride()));
    Value bytes = vector::LoadOp::create(builder, type, op.getSource(), offset);
    file.store(bytes, file.row(op.getNumber(), row));
  });
}

static void dot(ImplicitLocOpBuilder &builder, VectorMatrixDotOp op) {
  MatrixFile file(builder, op.getRegisters());
  Type i8 = builder.getI8Type(), i32 = builder.getI32Type();
  file.loop(op.getRows(), [&](Value row) {
    Value target = file.row(op.getAccumulator(), row);
    file.loop(op.getSteps(), [&](Value step) {
      Value left = file.add(file.row(op.getLhs(), row), file.mul(step, 4));
      Value word = vector::ExtractOp::create(builder, file.load(left, 4, i32), 0);
      Value words =
          vector::BroadcastOp::create(builder, VectorType::get(kMatrixColumns, i32), word);
      Value sum = emitGenericDot(builder, file.load(target, kMatrixRowBytes, i32),
                                 bitcastLanes(builder, words, i8),
                                 file.load(file.row(op.getRhs(), step), kMatrixRowBytes, i8),
                                 /*isUnsigned=*/true);
      file.store(sum, target);
    });
  });
}

static void store(ImplicitLocOpBuilder &builder, VectorMatrixStoreOp op) {
  MatrixFile file(builder, op.getRegisters());
  file.loop(op.getRows(), [&](Value row) {
    Value sums = file.load(file.row(op.getNumber(), row), kMatrixRowBytes, builder.getI32Type());
    Value offset = file.add(op.getOffset(), file.mul(row, op.getRowStride()));
    vector::StoreOp::create(builder, sums, op.getTarget(), offset);
  });
}

void qopt::addGenericMatrixPatterns(RewritePatternSet &patterns, PatternBenefit benefit) {
  addLowerMatrixPatterns(patterns, configure, load, dot, store, benefit);
}
