#ifndef QOPT_SCHEDULE_PASSES
#define QOPT_SCHEDULE_PASSES

include "mlir/Pass/PassBase.td"

def NestConcats : Pass<"qopt-nest-concats", "::mlir::func::FuncOp"> {
  let summary = "Let concatenations take the results of earlier ones";
  let description = [{
    Phase: integer (or float) -> the same. Keeps: all values.

    A concatenation whose operands begin, end or go on with those of an earlier one
    takes its result. That lies inside of the larger result then, and so do its
    operands: each tensor of a densely connected block is written once, where
    otherwise all concatenations but one would copy it.

    ```mlir
    %3 = qint.concat %1, %2 {axis = 3 : i64} : …
    %5 = qint.concat %1, %2, %4 {axis = 3 : i64} : …
    ```

    becomes

    ```mlir
    %3 = qint.concat %1, %2 {axis = 3 : i64} : …
    %5 = qint.concat %3, %4 {axis = 3 : i64} : …
    ```
  }];
}

def Schedule : Pass<"qopt-schedule", "::mlir::ModuleOp"> {
  let summary = "Turn tensors into buffers: layout, halo, fusion, packed weights and tiles";
  let description = [{
    Phase: integer (or float) -> scheduled. Keeps: what each op computes.

    Every op is asked, through `SchedulableOpInterface`, for scheduled ops that
    write its result into a buffer. Inputs and results become memref arguments,
    inputs first; the attribute `qopt.name` moves along, and arguments for
    results carry `qopt.output`. See docs/Schedule.md.

    ```mlir
    func.func @main(%x: tensor<1x8x8x3xf32>) -> tensor<1x8x8x3xui8> {
      %q = qint.quantize %x {scale = 0.5 : f32, zero_point = 3 : i32,
          clamp_min = 0 : i32, clamp_max = 255 : i32} : (tensor<1x8x8x3xf32>) -> tensor<1x8x8x3xui8>
      return %q : tensor<1x8x8x3xui8>
    }
    ```

    becomes

    ```mlir
    func.func @main(%x: memref<1x8x8x3xf32>, %q: memref<1x8x8x3xi8>) {
      linalg.generic {…} ins(… : memref<192xf32>) outs(… : memref<192xi8>) {…}
      return
    }
    ```

    Tiles are chosen for the `qint.target` of the module, by the cost model of
    `qopt/Schedule/TileCosts.h`; a remark tells the tile of each layer.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect",
                           "::mlir::math::MathDialect", "::mlir::memref::MemRefDialect",
                           "::qopt::qint::QIntDialect"];
}

def FuseLoops : Pass<"qopt-fuse-loops", "::mlir::func::FuncOp"> {
  let summary = "Compute chains of loops band by band, so that what they share stays in the cache";
  let description = [{
    Phase: scheduled -> scheduled. Keeps: what is computed, to the byte.

    Element-wise loops, reductions of rows, products of two variable matrices and large
    convolutions of floats that follow one another walk over the same rows or matrices
    again and again. A chain of them becomes one `scf.for`, whose iterations compute all
    of its ops on some of the rows. What only the chain uses shrinks to the rows of one
    iteration. Loops inside of loops are made the same way: a softmax row by row inside
    of the heads of an attention.

    ```mlir
    scf.for %i = %c0 to %c32 step %c1 {
      %row = arith.muli %i, %c4 : index
      %x4 = memref.subview %x[%row, 0] [4, 384] [1, 1] : …
      qint.scheduled.reduce sum %x4 into %sums : …
      …
    ```

    An op joins the chain if one of its axes (`PartitionableOpInterface`) has as many
    equal steps, and if each step of the chain touches other bytes of whatever memory it
    writes. Loops that are independent of the chain may stand between its ops, and are
    computed before. Of the possible numbers of steps that is taken with which the ops of the
    chain share the most bytes.
  }];
  let options = [Option<"bandBytes", "band-bytes", "unsigned", /*default=*/"32768",
                        "Bytes that an iteration may touch, if a step touches less, eight times as "
                        "many where it has convolutions; chains that share less than half as "
                        "many stay as they are">];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::memref::MemRefDialect",
                           "::mlir::scf::SCFDialect"];
}

def Partition : Pass<"qopt-partition", "::mlir::func::FuncOp"> {
  let summary = "Split scheduled ops into tasks for several threads";
  let description = [{
    Phase: scheduled -> scheduled. Keeps: what is computed, to the byte.

    Every op is asked, through `PartitionableOpInterface`, along which dimensions
    it can be split: a convolution by images, rows or positions of its output, or
    by panels of output channels; others likewise. Each way is built as one
    `qint.task.parallel` of `threads` tasks on boxes of the op's buffers, shares
    begin where register tiles do, and the way whose slowest task is predicted to
    be done first replaces the op, where that pays for starting the tasks and
    waiting for them. The remark tells the choice.

    ```mlir
    linalg.copy ins(%x : memref<8192xf32>) outs(%y : memref<8192xf32>)
    ```

    becomes, for two threads,

    ```mlir
    qint.task.parallel {
      %x0 = memref.subview %x[0] [4096] [1] : …
      %y0 = memref.subview %y[0] [4096] [1] : …
      linalg.copy ins(%x0 : …) outs(%y0 : …)
    }, {
      %x1 = memref.subview %x[4096] [4096] [1] : …
      %y1 = memref.subview %y[4096] [4096] [1] : …
      linalg.copy ins(%x1 : …) outs(%y1 : …)
    }
    ```
  }];
  let options = [Option<"threads", "threads", "unsigned", /*default=*/"1",
                        "Tasks of an op at most; 1 splits nothing">,
                 Option<"forkJoinCycles", "fork-join-cycles", "unsigned", /*default=*/"2000",
                        "Cycles that it costs to start tasks and to wait for the last one">];
  let dependentDialects = ["::mlir::memref::MemRefDialect", "::qopt::qint::QIntDialect"];
}

def OutlineLayers : Pass<"qopt-outline-layers", "::mlir::ModuleOp"> {
  let summary = "Move layers and tasks into functions that equal ones share";
  let description = [{
    Phase: scheduled -> scheduled. Keeps: what is computed.

    Each layer, and the ops of each task of a `qint.task.parallel`, move into a
    private function that takes their buffers, at offset 0, and a call takes their
    place. Layers and tasks that differ only in where their buffers lie, weights
    among them, call the same function. So compile time, code and what the branch
    predictors learn hardly grow with the number of equal layers and of threads,
    and no later pass sees more than one layer at a time. Arguments whose memory no
    other one shares are `llvm.noalias`, those that hold constant shifts say how far
    these go to the left (`qopt.least_shift`), functions whose slopes fit bytes are
    `qopt.byte_slopes`.

    ```mlir
    qint.task.call @main_layer0(%x, %weights, %y) : …
    qint.task.parallel {
      qint.task.call @main_layer1(%y0, %z0) : …
    }, {
      qint.task.call @main_layer1(%y1, %z1) : …
    }
    ```
  }];
  let dependentDialects = ["::qopt::qint::QIntDialect"];
}

def PlanArena : Pass<"qopt-plan-arena", "::mlir::func::FuncOp"> {
  let summary = "Give each allocation its place in one arena";
  let description = [{
    Phase: scheduled. Keeps: the contents of all buffers while they are live.

    Each `memref.alloc` becomes a `memref.view` of a last argument
    `%arena: memref<Nxi8>` (attribute `qopt.arena`), at an offset that is a
    multiple of 64. Buffers whose lifetimes, from the first to the last op that
    touches them, do not overlap may share memory. At least 64 bytes follow the
    last buffer, because kernels may read up to 3 bytes behind one.

    The remark tells the size of the arena beside the lower bound that no
    arrangement can beat: the largest sum of sizes live at one time.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::memref::MemRefDialect"];
}

def ProfileLayers : Pass<"qopt-profile-layers", "::mlir::ModuleOp"> {
  let summary = "Count the time of each scheduled op";
  let description = [{
    Phase: scheduled -> scheduled. Keeps: what is computed.

    Behind each op of a function's body that does work, a `qint.scheduled.tick`
    adds the time that has passed to a counter of its own:

    ```mlir
    memref.global @main_profile_ticks : memref<3xi64> = dense<0>
    func.func @main(%x: memref<1x8x8x3xi8>, %y: memref<1x8x8x3xi8>) {
      %ticks = memref.get_global @main_profile_ticks : memref<3xi64>
      qint.scheduled.tick %ticks[2] : memref<3xi64>
      linalg.copy ins(%x : memref<1x8x8x3xi8>) outs(%y : memref<1x8x8x3xi8>)
      qint.scheduled.tick %ticks[0] : memref<3xi64>
      …
    ```

    `@main_profile_layers` beside it holds a line of text for each counter: the
    multiply-adds of the layer, its name in the source model, and what it does,
    divided by tabs. Both are symbols of the compiled library, which
    `qopt-run --profile` reads. The counters are global, so a library that is
    compiled like this must not run on two threads at a time.
  }];
  let dependentDialects = ["::mlir::memref::MemRefDialect", "::qopt::qint::QIntDialect"];
}

#endif // QOPT_SCHEDULE_PASSES
