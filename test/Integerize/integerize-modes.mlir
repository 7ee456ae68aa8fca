// RUN: qopt %s --qopt-integerize=rescale=fixed16 | FileCheck %s --check-prefix=FIXED16
// RUN: qopt %s --qopt-integerize=rescale=fixed32 | FileCheck %s --check-prefix=FIXED32
// RUN: qopt %s --qopt-integerize=rescale=fixed32-double-round | FileCheck %s --check-prefix=DOUBLE
// RUN: qopt %s --qopt-integerize=rescale=float32 | FileCheck %s --check-prefix=FLOAT

!u8 = !quant.uniform<u8:f32, 0.5:10>
!out = !quant.uniform<u8:f32, 4.0:20>

func.func @mul_and_add(%x: tensor<4xf32>, %y: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // FIXED16: qint.mul {{.*}} rescale = #qint.rescale<fixed16, multipliers = [16384], shifts = [-3]>
  // FIXED16: qint.add {{.*}} lhs_multiplier = 16384 : i32
  // FIXED32: qint.mul {{.*}} rescale = #qint.rescale<fixed32, multipliers = [1073741824], shifts = [34]>
  // FIXED32: qint.add {{.*}} lhs_multiplier = 16384 : i32
  // DOUBLE:  qint.mul {{.*}} rescale = #qint.rescale<fixed32_double_round, multipliers = [1073741824], shifts = [34]>
  // FLOAT:   qint.mul {{.*}} rescale = #qint.rescale<float32, scales = [6.250000e-02]>
  // FLOAT:   qint.add {{.*}} scales = array<f32: 5.000000e-01, 5.000000e-01, 4.000000e+00>
  %i = "tosa.const"() {values = dense<0> : tensor<1xi8>} : () -> tensor<1xi8>
  %a = calib.fake_quant %x to !u8 : tensor<4xf32>
  %b = calib.fake_quant %y to !u8 : tensor<4xf32>
  %m = tosa.mul %a, %b, %i : (tensor<4xf32>, tensor<4xf32>, tensor<1xi8>) -> tensor<4xf32>
  %s = tosa.add %a, %b : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %p = calib.fake_quant %m to !out : tensor<4xf32>
  %q = calib.fake_quant %s to !out : tensor<4xf32>
  return %p, %q : tensor<4xf32>, tensor<4xf32>
}
