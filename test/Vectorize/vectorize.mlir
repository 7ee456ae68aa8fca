// RUN: qopt %s --qopt-vectorize --canonicalize --cse | FileCheck %s

module attributes {qint.target = #qint.target<"generic">} {

// Whole vectors, then powers of two; the rows of the box have gaps and stay a loop.
// CHECK-LABEL: func @fill_box
// CHECK-SAME:    %[[BOX:.*]]: memref<3x30xi8, strided<[64, 1], offset: 5>>, %[[V:.*]]: i8
// CHECK:         %[[FLAT:.*]] = memref.reinterpret_cast %[[BOX]] to offset: [5], sizes: [158], strides: [1]
// CHECK:         scf.for %[[I:.*]] = %c0 to %c3 step %c1
// CHECK:           %[[ROW:.*]] = arith.muli %[[I]], %c64
// CHECK:           vector.store %{{.*}}, %[[FLAT]][%[[ROW]]] : {{.*}}, vector<16xi8>
// CHECK:           vector.store %{{.*}} : {{.*}}, vector<8xi8>
// CHECK:           vector.store %{{.*}} : {{.*}}, vector<4xi8>
// CHECK:           vector.store %{{.*}} : {{.*}}, vector<2xi8>
// CHECK-NOT:       vector.store
func.func @fill_box(%box: memref<3x30xi8, strided<[64, 1], offset: 5>>, %v: i8) {
  linalg.fill ins(%v : i8) outs(%box : memref<3x30xi8, strided<[64, 1], offset: 5>>)
  return
}

// Contiguous dimensions become one.
// CHECK-LABEL: func @collapse
// CHECK:         scf.for %[[I:.*]] = %c0 to %c36 step %c4
// CHECK-NEXT:      %[[X:.*]] = vector.load %{{.*}}[%[[I]]] : memref<36xi32>, vector<4xi32>
// CHECK-NEXT:      vector.store %[[X]], %{{.*}}[%[[I]]]
// CHECK-NEXT:    }
func.func @collapse(%a: memref<2x3x6xi32>, %b: memref<2x3x6xi32>) {
  linalg.copy ins(%a : memref<2x3x6xi32>) outs(%b : memref<2x3x6xi32>)
  return
}

// Squares are transposed in registers: 2 rounds of 4 shuffles for 4 x 4.
// CHECK-LABEL: func @transpose
// CHECK-COUNT-4: vector.load %{{.*}} : memref<64xf32>, vector<4xf32>
// CHECK-COUNT-8: vector.shuffle
// CHECK-COUNT-4: vector.store %{{.*}} : memref<64xf32>, vector<4xf32>
func.func @transpose(%a: memref<8x8xf32>, %b: memref<8x8xf32>) {
  linalg.transpose ins(%a : memref<8x8xf32>) outs(%b : memref<8x8xf32>) permutation = [1, 0]
  return
}

// The 3 planes of an image are interleaved, 2 shuffles for each vector.
// CHECK-LABEL: func @interleave
// CHECK-COUNT-3: vector.load %{{.*}} : memref<24xf32>, vector<4xf32>
// CHECK-COUNT-6: vector.shuffle
// CHECK-COUNT-3: vector.store %{{.*}} : memref<24xf32>, vector<4xf32>
func.func @interleave(%a: memref<3x8xf32>, %b: memref<8x3xf32>) {
  linalg.transpose ins(%a : memref<3x8xf32>) outs(%b : memref<8x3xf32>) permutation = [1, 0]
  return
}

// Neither where rows are short and lie apart.
// CHECK-LABEL: func @short_rows
// CHECK-NOT:     vector.shuffle
// CHECK:         memref.store
func.func @short_rows(%a: memref<3x8xf32>, %b: memref<8x3xf32, strided<[5, 1]>>) {
  linalg.transpose ins(%a : memref<3x8xf32>) outs(%b : memref<8x3xf32, strided<[5, 1]>>)
    permutation = [1, 0]
  return
}

// Each operand by its map; what is the same in all lanes stays scalar.
// CHECK-LABEL: func @operand_maps
// CHECK:         scf.for %[[I:.*]] = %c0 to %c4 step %c1
// CHECK:           scf.for %[[J:.*]] = %c0 to %c8 step %c4
// CHECK:             %[[X:.*]] = vector.load {{.*}} vector<4xi32>
// CHECK:             %[[Y:.*]] = vector.load %{{.*}}[%[[J]]] : memref<8xi32>, vector<4xi32>
// CHECK:             %[[Z:.*]] = memref.load %{{.*}}[%[[I]]] : memref<4xi32>
// CHECK:             %[[ZZ:.*]] = arith.muli %[[Z]], %c2_i32 : i32
// CHECK:             %[[S:.*]] = arith.addi %[[X]], %[[Y]] : vector<4xi32>
// CHECK:             %[[B:.*]] = vector.broadcast %[[ZZ]] : i32 to vector<4xi32>
// CHECK:             %[[R:.*]] = arith.addi %[[S]], %[[B]] : vector<4xi32>
// CHECK:             vector.store %[[R]]
func.func @operand_maps(%a: memref<4x8xi32>, %row: memref<8xi32>, %column: memref<4xi32>,
                        %o: memref<4x8xi32>) {
  linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (j)>,
                                   affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%a, %row, %column : memref<4x8xi32>, memref<8xi32>, memref<4xi32>)
      outs(%o : memref<4x8xi32>) {
  ^bb0(%x: i32, %y: i32, %z: i32, %out: i32):
    %two = arith.constant 2 : i32
    %zz = arith.muli %z, %two : i32
    %s = arith.addi %x, %y : i32
    %r = arith.addi %s, %zz : i32
    linalg.yield %r : i32
  }
  return
}

// Lookups and rescales of scalars become those of vectors.
// CHECK-LABEL: func @vector_forms
// CHECK:         %[[L:.*]] = qint.vector.lookup %{{.*}}[%{{.*}}] : memref<256xi8>, vector<16xi8> -> vector<16xi8>
// CHECK:         %[[W:.*]] = arith.extui %[[L]] : vector<16xi8> to vector<16xi32>
// CHECK:         qint.vector.rescale fixed16 %[[W]] multipliers %cst{{.*}} shifts %cst{{.*}} : (vector<16xi32>, vector<16xi16>, vector<16xi32>) -> vector<16xi8>
func.func @vector_forms(%a: memref<16xi8>, %table: memref<256xi8>, %o: memref<16xi8>) {
  linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>],
                  iterator_types = ["parallel"]}
      ins(%a : memref<16xi8>) outs(%o : memref<16xi8>) {
  ^bb0(%x: i8, %out: i8):
    %l = qint.vector.lookup %table[%x] : memref<256xi8>, i8 -> i8
    %w = arith.extui %l : i8 to i32
    %m = arith.constant 20000 : i16
    %s = arith.constant 3 : i32
    %r = qint.vector.rescale fixed16 %w multipliers %m shifts %s
           {zero_point = 0 : i32, clamp_min = 0 : i32, clamp_max = 255 : i32} : (i32, i16, i32) -> i8
    linalg.yield %r : i8
  }
  return
}

// A row that is gathered is loaded as vectors; elements that lie apart are loaded
// one by one.
// CHECK-LABEL: func @gather
// CHECK:         %[[ROW:.*]] = memref.load %arg0
// CHECK:         vector.load {{.*}} vector<16xi8>
// CHECK:         vector.store {{.*}} vector<16xi8>
// CHECK-NOT:     memref.load %arg1
// CHECK:         return
// CHECK-LABEL: func @gather_column
// CHECK-NOT:     vector.load %arg1
// CHECK-COUNT-4: memref.load %arg1
func.func @gather(%i: memref<3xindex>, %t: memref<9x32xi8>, %o: memref<3x32xi8>) {
  linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%i : memref<3xindex>) outs(%o : memref<3x32xi8>) {
  ^bb0(%row: index, %out: i8):
    %j = linalg.index 1 : index
    %x = memref.load %t[%row, %j] : memref<9x32xi8>
    linalg.yield %x : i8
  }
  return
}
func.func @gather_column(%i: memref<3xindex>, %t: memref<32x9xi8>, %o: memref<3x32xi8>) {
  linalg.generic {indexing_maps = [affine_map<(i, j) -> (i)>, affine_map<(i, j) -> (i, j)>],
                  iterator_types = ["parallel", "parallel"]}
      ins(%i : memref<3xindex>) outs(%o : memref<3x32xi8>) {
  ^bb0(%column: index, %out: i8):
    %j = linalg.index 1 : index
    %x = memref.load %t[%j, %column] : memref<32x9xi8>
    linalg.yield %x : i8
  }
  return
}

// What is not linear becomes a loop over scalars.
// CHECK-LABEL: func @scalars
// CHECK:         scf.for
// CHECK:           memref.load
// CHECK:           memref.store
func.func @scalars(%a: memref<4xi32>, %o: memref<12xi32>) {
  linalg.generic {indexing_maps = [affine_map<(i) -> (i floordiv 3)>, affine_map<(i) -> (i)>],
                  iterator_types = ["parallel"]}
      ins(%a : memref<4xi32>) outs(%o : memref<12xi32>) {
  ^bb0(%x: i32, %out: i32):
    linalg.yield %x : i32
  }
  return
}

// 16 partial sums, then 8, 4, 2, 1.
// CHECK-LABEL: func @sum
// CHECK:         %[[TAIL:.*]] = vector.insert_strided_slice %{{.*}}, %[[ZERO:.*]] {offsets = [0], strides = [1]} : vector<4xf32> into vector<16xf32>
// CHECK:         arith.addf %{{.*}}, %[[TAIL]] : vector<16xf32>
// CHECK:         arith.addf {{.*}} : vector<8xf32>
// CHECK:         arith.addf {{.*}} : vector<4xf32>
// CHECK:         arith.addf {{.*}} : vector<2xf32>
// CHECK:         arith.addf {{.*}} : vector<1xf32>
func.func @sum(%a: memref<1x20xf32>, %b: memref<1x1xf32>) {
  qint.scheduled.reduce sum %a into %b : (memref<1x20xf32>, memref<1x1xf32>) -> ()
  return
}

// Inside of a loop over bands a buffer begins somewhere else in each iteration.
// CHECK-LABEL: func @bands
// CHECK-SAME:    %[[X:.*]]: memref<64xf32>, %[[Y:.*]]: memref<8x32xf32>)
// CHECK:         scf.for %[[I:.*]] = %c0 to %c8 step %c1
// CHECK:           %[[AT:.*]] = arith.muli %[[I]], %c8
// CHECK-DAG:       memref.reinterpret_cast %[[X]] to offset: [%[[AT]]], sizes: [8], strides: [1]
// CHECK-DAG:       %[[ROW:.*]] = arith.muli %[[I]], %c32
// CHECK-DAG:       memref.reinterpret_cast %[[Y]] to offset: [%[[ROW]]], sizes: [8], strides: [1]
// CHECK:           vector.store {{.*}} vector<4xf32>
func.func @bands(%x: memref<64xf32>, %y: memref<8x32xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  scf.for %i = %c0 to %c8 step %c1 {
    %row = arith.muli %i, %c8 : index
    %a = memref.subview %x[%row] [8] [1] : memref<64xf32> to memref<8xf32, strided<[1], offset: ?>>
    %b = memref.subview %y[%i, 0] [1, 8] [1, 1] : memref<8x32xf32> to memref<8xf32, strided<[1], offset: ?>>
    linalg.copy ins(%a : memref<8xf32, strided<[1], offset: ?>>) outs(%b : memref<8xf32, strided<[1], offset: ?>>)
  }
  return
}

// Rows side by side end in one vector; the third one is alone.
// CHECK-LABEL: func @sums
// CHECK:         %[[SUMS:.*]]:2 = scf.for
// CHECK:         %[[LOW:.*]] = vector.shuffle %[[SUMS]]#0, %[[SUMS]]#1 [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
// CHECK:         %[[HIGH:.*]] = vector.shuffle %[[SUMS]]#0, %[[SUMS]]#1 [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31]
// CHECK:         arith.addf %[[LOW]], %[[HIGH]] : vector<16xf32>
// CHECK:         %[[PAIR:.*]] = arith.addf {{.*}} : vector<2xf32>
// CHECK:         vector.store %[[PAIR]]
// CHECK:         %[[ONE:.*]] = arith.addf {{.*}} : vector<1xf32>
// CHECK:         vector.store %[[ONE]]
func.func @sums(%a: memref<3x32xf32>, %b: memref<3x1xf32>) {
  qint.scheduled.reduce sum %a into %b : (memref<3x32xf32>, memref<3x1xf32>) -> ()
  return
}

// Fewer rows than fit go side by side as well, by powers of two.
// CHECK-LABEL: func @maxima
// CHECK:         %{{.*}}:4 = scf.for
// CHECK:         vector.store {{.*}} vector<4xi8>
// CHECK:         %{{.*}}:2 = scf.for
// CHECK:         vector.store {{.*}} vector<2xi8>
// CHECK:         scf.for
// CHECK:         vector.store {{.*}} vector<1xi8>
func.func @maxima(%a: memref<7x32xi8>, %b: memref<7x1xi8>) {
  qint.scheduled.reduce max %a into %b : (memref<7x32xi8>, memref<7x1xi8>) -> ()
  return
}

// Windows that meet the border take their bounds from the loop; whole ones do not.
// CHECK-LABEL: func @pool
// CHECK:         %[[LOW:.*]] = arith.constant dense<0> : vector<16xi8>
// CHECK:         scf.for %{{.*}} = %c0 to %c2 step %c1 iter_args(%{{.*}} = %[[LOW]])
// CHECK-COUNT-2:   arith.maxui
// CHECK:         scf.for %{{.*}} = %c1 to %c3 step %c1
// CHECK:           scf.for %{{.*}} = %c0 to %c2 step %c1 iter_args(%{{.*}} = %[[LOW]])
// CHECK-COUNT-3:     arith.maxui
func.func @pool(%in: memref<1x7x7x16xi8>, %out: memref<1x4x4x16xi8>) {
  qint.scheduled.pool2d max %in into %out
    {kernel = array<i64: 3, 3>, stride = array<i64: 2, 2>, pad = array<i64: 1, 1, 1, 1>}
    : (memref<1x7x7x16xi8>, memref<1x4x4x16xi8>) -> ()
  return
}

// The right matrix in words, even and odd k apart, with the sums of its columns; the
// fifth k alone. Then both rows by it, from the term of the columns on.
// CHECK-LABEL: func @matmul
// CHECK-SAME:    %[[SCRATCH:[a-z0-9]*]]: memref<188xi8>
// CHECK-COUNT-2: vector.interleave
// CHECK:         arith.shrui %{{.*}} : vector<8xi16>
// CHECK:         vector.store %{{.*}}, %[[SCRATCH]]
// CHECK:         vector.load %{{.*}} : memref<40xi8>, vector<4xi8>
// CHECK:         %[[TERM:.*]] = arith.muli %{{.*}}, %{{.*}} : vector<4xi32>
// CHECK:         %[[BYTES:.*]] = vector.bitcast %[[TERM]]
// CHECK:         vector.store %[[BYTES]], %[[SCRATCH]]
// CHECK:         vector.load %[[SCRATCH]]
// CHECK-COUNT-8: qint.vector.dot %{{.*}} : vector<4xi32>, vector<8xi16>
func.func @matmul(%a: memref<1x2x5xi8>, %b: memref<1x5x8xi8>, %c: memref<1x2x8xi32>, %s: memref<188xi8>) {
  qint.scheduled.batch_matmul %a, %b into %c scratch %s {tile = #qint.tile<2 x 4>, lhs_zero_point = 3 : i32}
    : (memref<1x2x5xi8>, memref<1x5x8xi8>, memref<1x2x8xi32>, memref<188xi8>) -> ()
  return
}

// The right matrix by columns: 16 k of each of four columns, transposed.
// CHECK-LABEL: func @matmul_by_columns
// CHECK-COUNT-4: vector.load %{{.*}} : memref<128xi8>, vector<16xi8>
// CHECK-COUNT-8: vector.shuffle %{{.*}} : vector<4xi32>, vector<4xi32>
func.func @matmul_by_columns(%a: memref<1x2x16xi8>, %b: memref<1x16x8xi8, strided<[128, 1, 16]>>,
                             %c: memref<1x2x8xi32>, %s: memref<188xi8>) {
  qint.scheduled.batch_matmul %a, %b into %c scratch %s {tile = #qint.tile<2 x 4>}
    : (memref<1x2x16xi8>, memref<1x16x8xi8, strided<[128, 1, 16]>>, memref<1x2x8xi32>,
       memref<188xi8>) -> ()
  return
}

}
