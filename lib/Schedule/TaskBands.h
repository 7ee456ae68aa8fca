#ifndef QOPT_LIB_SCHEDULE_TASKBANDS_H
#define QOPT_LIB_SCHEDULE_TASKBANDS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "qopt/Dialect/Interfaces/PartitionableOpInterface.h"
#include "qopt/Dialect/QInt/QInt.h"

namespace qopt {

/// An op that writes an image into a halo, and the op behind it, the only one that reads
/// both. By bands of rows they need no other task's rows: each computes those that its
/// windows share with its neighbours' once more, in memory of its own.
class BandedPair {
public:
  /// The pair that begins with `first`, if both can be cut into rows.
  static std::optional<BandedPair> find(PartitionableOpInterface first);

  /// Tasks for so many threads, in front of the pair, which stays.
  qint::TaskParallelOp createTasks(unsigned threads);
  /// Removes what the tasks have replaced.
  void erase();

  PartitionableOpInterface first, second;

private:
  struct Band {
    mlir::Value memory;
    /// Elements of the shared memory that it stands for.
    int64_t begin, end;
  };

  bool isPrivate() const;
  void fillTask(mlir::Region &task, PartitionAxis::Share rows);
  void createFirstPart(mlir::OpBuilder &builder, const Band &band);
  void createFills(mlir::OpBuilder &builder, const Band &band);
  void moveToBand(mlir::Operation *part, const Band &band);

  mlir::SmallVector<mlir::linalg::FillOp> fills;
  /// Memory of the image and its halo, and where it stands among the operands.
  mlir::Value memory;
  unsigned output = 0, input = 0;
  unsigned firstAxis = 0, secondAxis = 0;
};

} // namespace qopt

#endif // QOPT_LIB_SCHEDULE_TASKBANDS_H
