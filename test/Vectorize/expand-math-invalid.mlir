// RUN: qopt %s --qopt-expand-math -split-input-file -verify-diagnostics

func.func @sine(%a: f32) -> f32 {
  // expected-error @below {{'math.sin' has no definition with the same bytes on every target; express it by exp, log, erf, tanh, powf, rsqrt, sqrt or arithmetic on f32}}
  %0 = math.sin %a : f32
  return %0 : f32
}

// -----

func.func @double(%a: f64) -> f64 {
  // expected-error @below {{'math.exp' has no definition with the same bytes on every target}}
  %0 = math.exp %a : f64
  return %0 : f64
}
