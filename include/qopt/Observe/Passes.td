#ifndef QOPT_OBSERVE_PASSES
#define QOPT_OBSERVE_PASSES

include "mlir/Pass/PassBase.td"

def FoldAffine : Pass<"qopt-fold-affine"> {
  let summary = "Fold multiplications and additions by constants into convolutions";
  let description = [{
    Phase: float -> float. Keeps: results up to the rounding of f32.

    An addition, subtraction or multiplication by a constant, one for all or one
    per channel, that directly follows a convolution and is its only reader goes
    into the weights and the bias. Reshapes between them do not matter as long as
    the channels stay in the last dimension. Chains (a batch norm spelled out)
    are composed in double and rounded once. Convolutions whose weights are on a
    grid already are left alone.

    A multiplication by one constant per channel that no convolution can take up,
    such as a batch norm behind a concatenation, becomes a
    `tosa.depthwise_conv2d` with a kernel of one position, into which the rest of
    the chain folds.

    A `tosa.matmul` by one constant matrix becomes a `tosa.conv2d` with a kernel
    of one position, which has a bias to fold into.

    ```mlir
    %0 = tosa.conv2d %x, %w, %b, … : … -> tensor<1x8x8x2xf32>
    %1 = tosa.mul %0, %scale, %shift : (…, tensor<1x1x1x2xf32>, …) -> …
    %2 = tosa.add %1, %offset : (…, tensor<1x1x1x2xf32>) -> …
    ```
    becomes
    ```mlir
    %2 = tosa.conv2d %x, %scaled_w, %scaled_and_shifted_b, … : … -> tensor<1x8x8x2xf32>
    ```
  }];
  let dependentDialects = ["::mlir::tosa::TosaDialect"];
}

def DelayNormalization : Pass<"qopt-delay-normalization", "::mlir::func::FuncOp"> {
  let summary = "Divide by the sums of a softmax behind the product that reads it";
  let description = [{
    Phase: float -> float. Keeps: results up to the rounding of f32.

    The rows of an attention's softmax, e * (1 / sum(e)) with e = exp(x - max(x)), lie
    anywhere in [0, 1]: with hundreds of elements of like size all of them are less than
    a step or two of a byte. The largest e of a row is 1, whatever the row is like, so e
    is what an integer program better stores; and rows of the result are shorter.

    ```mlir
    %p = tosa.mul %e, %r, … : (tensor<12x128x128xf32>, tensor<12x128x1xf32>, …) -> …
    %y = tosa.matmul %p, %v, … : (…, tensor<12x128x32xf32>, …) -> tensor<12x128x32xf32>
    ```
    becomes
    ```mlir
    %0 = tosa.matmul %e, %v, … : (tensor<12x128x128xf32>, tensor<12x128x32xf32>, …) -> …
    %y = tosa.mul %0, %r, … : (tensor<12x128x32xf32>, tensor<12x128x1xf32>, …) -> …
    ```

    Only a softmax that is computed in float anyway is changed, and only where the product
    alone reads it. The exponentials and the multiplication get the attribute `qopt.float`;
    the sum reads exponentials of its own, which nobody rounds.
  }];
  let dependentDialects = ["::mlir::tosa::TosaDialect"];
}

def TrimKernels : Pass<"qopt-trim-kernels"> {
  let summary = "Take kernel rows and columns away that lie in the padding for all outputs";
  let description = [{
    Phase: float -> float. Keeps: all results, of which these rows and columns are no part.

    Of a 3x3 kernel whose dilation is as large as the image, only the middle one of the rows
    and columns ever meets the image. The others would still count for the grid of the
    weights. They go, and the padding that they needed goes too. Weights on a grid stay on it.

    ```mlir
    %0 = tosa.conv2d %x, %w, %b, … {pad = array<i64: 8, 8, 8, 8>, dilation = array<i64: 8, 8>, …}
        : (tensor<1x8x8x2xf32>, tensor<4x3x3x2xf32>, …) -> tensor<1x8x8x4xf32>
    ```
    becomes
    ```mlir
    %0 = tosa.conv2d %x, %middle_of_w, %b, … {pad = array<i64: 0, 0, 0, 0>, …}
        : (tensor<1x8x8x2xf32>, tensor<4x1x1x2xf32>, …) -> tensor<1x8x8x4xf32>
    ```
  }];
  let dependentDialects = ["::mlir::tosa::TosaDialect"];
}

def InsertObservers : Pass<"qopt-insert-observers", "::mlir::func::FuncOp"> {
  let summary = "Mark with `calib.observe` the values that an integer program stores";
  let description = [{
    Phase: float -> observed. Keeps: every computation; observers are identities.

    Where a value is stored follows from what reads it. The results of the
    function are wanted in float; an op with an integer form wants its data
    operands stored; a stored value wants what its own cluster reads, and so on
    backwards:

    * Pointwise ops behind a convolution join its epilogue, however many they
      are, as long as one value leaves the group: only that value is stored.
    * Of an addition, one operand that comes from a convolution and is used
      nowhere else is fused; the other is stored.
    * Pointwise ops of one stored value become a table of it.
    * Max-pool, reshape, transpose, concat, … share the grid of their operands,
      and get no range of their own.
    * What only results or ops without an integer form read is not rounded: a
      convolution is read from its accumulator, and pointwise ops and data
      movement behind it are computed in float, unless `require-integer` is set.

    Functions and additions inside an epilogue work on 16 bits; the range of
    their operand is observed as `epilogue`. Where a convolution reads a value
    that shares its operand's grid, an observer that is `mean_only` records the
    channel means for bias correction. Values that have a `calib.fake_quant`
    already (QAT and QDQ models) get no observer.

    Sites are named after the op's `NameLoc` (`conv1`; further ones of that name
    `conv1#2`), arguments after `qopt.name`, ops without a name after their
    number among the ops of their kind (`tosa.conv2d:3`).

    ```mlir
    %0 = tosa.conv2d %x, %w, %b, … loc("conv1")
    %1 = tosa.clamp %0 {min_val = 0.0 : f32, max_val = 6.0 : f32} loc("relu1")
    %2 = tosa.conv2d %1, …
    ```
    becomes
    ```mlir
    %x1 = calib.observe %x, "input" : tensor<1x8x8x3xf32>
    %0 = tosa.conv2d %x1, %w, %b, …
    %1 = tosa.clamp %0 {min_val = 0.0 : f32, max_val = 6.0 : f32}
    %o = calib.observe %1, "relu1" : tensor<1x8x8x4xf32>
    %2 = tosa.conv2d %o, …
    ```
  }];
  let options = [
    Option<"requireInteger", "require-integer", "bool", /*default=*/"false",
           "Store every value that has an integer form, even where float is more accurate">
  ];
  let dependentDialects = ["::qopt::calib::CalibDialect"];
}

def KeepFloat : Pass<"qopt-keep-float", "::mlir::func::FuncOp"> {
  let summary = "Mark the layers that int8 would make slower on the target";
  let description = [{
    Phase: float -> float. Keeps: every computation.

    For each convolution and matrix product that could be quantized, cycles are
    predicted in int8, with the epilogue that it would get, and in f32, with the
    conversions from and to the bytes around it. Where int8 takes more than 1.1
    times as long, the op gets the attribute `qopt.float`, a string that says
    why. An op with that attribute has no integer form for any pass, whoever set
    it: it stays in float, with a remark, and what stands around it is quantized.

    Ops whose weights are on a grid already (QAT and QDQ models) are left to
    their author. A remark tells the prediction for each layer.

    ```mlir
    %0 = tosa.conv2d %x, %w, %b, … {qopt.float = "it is faster there: about 52224 cycles in int8, 30112 in float on generic"}
    ```
  }];
  let options = [
    Option<"triple", "mtriple", "std::string", /*default=*/"",
           "Target triple; empty means the host's">,
    Option<"cpu", "mcpu", "std::string", /*default=*/"",
           "CPU name as LLVM knows it, or `native`; empty means the triple's baseline">,
    Option<"features", "mattr", "std::string", /*default=*/"",
           "CPU features to add or to remove, as in `+avx2,-fma`">
  ];
}

#endif // QOPT_OBSERVE_PASSES
