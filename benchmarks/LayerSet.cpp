#include "Layer.h"

using namespace qopt::bench;

namespace {

void addConvolutions(Precision precision, std::vector<Layer> &layers) {
  auto add = [&](std::initializer_list<Convolution> shapes) {
    for (const Convolution &shape : shapes)
      layers.push_back(makeConvolution(precision, shape));
  };
  // Height, width, channels, outputs, kernel, stride, dilation, groups.
  add({{112, 112, 3, 64, 7, 2}, {112, 112, 3, 32, 3, 2}, {28, 28, 1, 32, 3}});
  add({{56, 56, 64, 64, 3}, {28, 28, 128, 128, 3}, {14, 14, 256, 256, 3}, {7, 7, 512, 512, 3}});
  add({{28, 28, 128, 128, 3, 2}, {80, 80, 64, 64, 3}, {20, 20, 512, 512, 3}});
  add({{33, 33, 256, 256, 3, 1, 2}});
  if (precision == Precision::Int8)
    add({{14, 14, 256, 256, 3, 1, 1, 32}});
  add({{56, 56, 64, 256, 1}, {56, 56, 256, 64, 1}, {28, 28, 256, 512, 1, 2}});
  add({{28, 28, 128, 512, 1}, {28, 28, 512, 128, 1}, {14, 14, 256, 1024, 1}});
  add({{14, 14, 1024, 256, 1}, {7, 7, 512, 2048, 1}, {7, 7, 2048, 512, 1}});
  // With few channels: what expands and projects in MobileNetV2.
  add({{112, 112, 32, 16, 1}, {112, 112, 16, 96, 1}, {56, 56, 24, 144, 1}, {56, 56, 144, 24, 1}});
  add({{28, 28, 32, 192, 1}, {28, 28, 192, 32, 1}, {14, 14, 96, 576, 1}, {14, 14, 576, 160, 1}});
  add({{7, 7, 160, 960, 1}, {7, 7, 320, 1280, 1}});
}

void addDepthwise(Precision precision, std::vector<Layer> &layers) {
  auto add = [&](int64_t size, int64_t channels, int64_t kernel, int64_t stride) {
    Convolution shape{size, size, channels, channels, kernel, stride};
    shape.depthwise = true;
    layers.push_back(makeConvolution(precision, shape));
  };
  add(112, 32, 3, 1);
  add(56, 96, 3, 2);
  add(56, 144, 3, 1);
  add(28, 192, 3, 1);
  add(14, 384, 3, 1);
  add(7, 576, 3, 2);
  add(7, 960, 3, 1);
  add(28, 120, 5, 1);
  add(14, 672, 5, 1);
  add(7, 960, 5, 1);
}

void addMatmuls(Precision precision, std::vector<Layer> &layers) {
  // Rows, columns, depth.
  const int64_t shapes[][3] = {
      {1024, 1024, 1024}, {2048, 2048, 2048}, {128, 768, 768}, {128, 3072, 768}, {128, 768, 3072},
      {384, 1024, 1024},  {197, 768, 768},    {49, 512, 512},  {33, 65, 127},    {127, 1001, 333},
      {1, 1000, 2048},    {1, 4096, 4096},    {8, 4096, 4096}, {1, 11008, 4096}};
  for (const auto &[rows, columns, depth] : shapes)
    layers.push_back(makeMatmul(precision, rows, columns, depth));
  // Copies of weights, together larger than what one core has of the caches.
  layers.push_back(makeMatmul(precision, 1, 1000, 2048, 32));
  layers.push_back(makeMatmul(precision, 1, 4096, 4096, 4));
  layers.push_back(makeMatmul(precision, 8, 4096, 4096, 4));
}

void addAttention(Precision precision, std::vector<Layer> &layers) {
  for (int64_t length : {128, 384, 1024}) {
    layers.push_back(makeBatchMatmul(precision, "scores", 12, length, length, 64));
    layers.push_back(makeBatchMatmul(precision, "values", 12, length, 64, length));
    layers.push_back(makeSoftmax(precision, 12 * length, length));
  }
}

void addPoolsAndSums(Precision precision, std::vector<Layer> &layers) {
  layers.push_back(makePool(precision, /*isMax=*/true, 112, 64, 3, 2));
  layers.push_back(makePool(precision, /*isMax=*/true, 28, 192, 2, 2));
  layers.push_back(makePool(precision, /*isMax=*/false, 28, 128, 2, 2));
  layers.push_back(makePool(precision, /*isMax=*/false, 7, 2048, 0, 1));
  layers.push_back(makeAdd(precision, 56 * 56, 256));
  layers.push_back(makeAdd(precision, 14 * 14, 96));
}

} // namespace

std::vector<Layer> qopt::bench::getLayerSet() {
  std::vector<Layer> layers;
  for (Precision precision : {Precision::Int8, Precision::Float}) {
    addConvolutions(precision, layers);
    addDepthwise(precision, layers);
    addMatmuls(precision, layers);
    addAttention(precision, layers);
    addPoolsAndSums(precision, layers);
  }
  layers.push_back(makeMatmul(Precision::Int16, 128, 768, 768));
  layers.push_back(makeConvolution(Precision::Int16, {14, 14, 256, 256, 3}));
  layers.push_back(makeTable(128, 3072));
  layers.push_back(makeQuantize(224 * 224, 3));
  layers.push_back(makeQuantize(128, 768));
  layers.push_back(makeDequantize(128, 768));
  layers.push_back(makeConcat(28, 128, 128));
  layers.push_back(makeGelu(128, 3072));
  layers.push_back(makeLayerNorm(128, 768));
  return layers;
}
