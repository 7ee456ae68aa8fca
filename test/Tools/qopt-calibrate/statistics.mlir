// The statistics depend on the samples only.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: %python %S/../../Inputs/make_npz.py all.npz image:float32:12x1x2x3=-1,0.5,0,2,3e30,-7,1e-40,4,5,-0.0,11 bias:float32:12x3=-3..0.17
// RUN: qopt-calibrate %s --data=all.npz --stats=all.stats

// Without -o only the statistics are written.
// RUN: qopt-calibrate %s --data=all.npz --stats=again.stats | count 0
// RUN: cmp all.stats again.stats

// Any number of threads.
// RUN: qopt-calibrate %s --data=all.npz --threads=1 --stats=one.stats
// RUN: qopt-calibrate %s --data=all.npz --threads=5 --stats=five.stats
// RUN: qopt-calibrate %s --data=all.npz --threads=64 --stats=many.stats
// RUN: cmp all.stats one.stats
// RUN: cmp all.stats five.stats
// RUN: cmp all.stats many.stats

// In parts: one after the other, added to what was there, and merged.
// RUN: %python %S/Inputs/split_npz.py all.npz 5 first.npz rest.npz
// RUN: qopt-calibrate %s --data=rest.npz --data=first.npz --stats=both.stats
// RUN: cmp all.stats both.stats
// RUN: qopt-calibrate %s --data=first.npz --stats=first.stats
// RUN: not cmp all.stats first.stats
// RUN: qopt-calibrate %s --from-stats=first.stats --data=rest.npz --stats=resumed.stats
// RUN: cmp all.stats resumed.stats
// RUN: qopt-calibrate %s --data=rest.npz --stats=rest.stats
// RUN: qopt-calibrate --merge first.stats rest.stats -o merged.stats
// RUN: cmp all.stats merged.stats
// RUN: qopt-calibrate --merge rest.stats first.stats -o merged.stats
// RUN: cmp all.stats merged.stats
// RUN: qopt-calibrate %s --from-stats=first.stats --from-stats=rest.stats --stats=both.stats
// RUN: cmp all.stats both.stats
// RUN: qopt-calibrate %s --data=all.npz --max-samples=5 --stats=five.stats
// RUN: cmp first.stats five.stats
// RUN: qopt-calibrate %s --data=first.npz --data=rest.npz --max-samples=12 --stats=twelve.stats
// RUN: cmp all.stats twelve.stats

// With -o as well, both are written, and each method needs the statistics only.
// RUN: qopt-calibrate %s --data=all.npz --stats=also.stats -o data.mlir
// RUN: cmp all.stats also.stats
// RUN: qopt-calibrate %s --from-stats=all.stats -o stats.mlir
// RUN: cmp data.mlir stats.mlir
// RUN: qopt-calibrate %s --from-stats=all.stats --method=minmax -o minmax.mlir
// RUN: FileCheck %s --input-file=minmax.mlir

// The same model in other words: names of values, locations, comments, and
// the attributes that passes leave behind do not count.
// RUN: qopt %s --mlir-print-op-generic --mlir-print-debuginfo -o generic.mlir
// RUN: qopt-calibrate generic.mlir --from-stats=all.stats -o generic-calibrated.mlir
// RUN: cmp data.mlir generic-calibrated.mlir

// CHECK-LABEL: func @main
func.func @main(%image: tensor<1x1x2x3xf32> {qopt.name = "image"}, %bias: tensor<3xf32> {qopt.name = "bias"}) -> tensor<1x1x2x3xf32> {
  // CHECK: calib.annotate %{{.*}}, "image" in <-7.000000e+00, 2.9999998940266712E+30>
  %0 = calib.observe %image, "image" : tensor<1x1x2x3xf32>
  // CHECK: calib.annotate %{{.*}}, "bias" in <-3.000000e+00, 2.9500000476837158>
  %1 = calib.observe %bias, "bias" : tensor<3xf32>
  %shape = tosa.const_shape {values = dense<[1, 1, 1, 3]> : tensor<4xindex>} : () -> !tosa.shape<4>
  %2 = tosa.reshape %1, %shape : (tensor<3xf32>, !tosa.shape<4>) -> tensor<1x1x1x3xf32>
  %3 = tosa.add %0, %2 : (tensor<1x1x2x3xf32>, tensor<1x1x1x3xf32>) -> tensor<1x1x2x3xf32>
  %4 = calib.observe %3, "sum" : tensor<1x1x2x3xf32>
  return %4 : tensor<1x1x2x3xf32>
}
