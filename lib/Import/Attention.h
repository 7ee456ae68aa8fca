#ifndef QOPT_LIB_IMPORT_ATTENTION_H
#define QOPT_LIB_IMPORT_ATTENTION_H

#include "Expansion.h"

// Scaled dot product attention, which the standard and ONNX Runtime have several
// operators for.

namespace qopt::onnx_import {

/// Queries (batch x heads x positions x size), keys and values, of which there may
/// be fewer heads: each then serves as many heads of queries in a row.
struct AttentionInput {
  std::string query, key, value;
  int64_t heads, keyHeads;
  int64_t queries, keys;
  float scale;
  /// Above 0: scores are bounded to it, by tanh.
  float softcap = 0;
  /// What is added to the scores; may be left out.
  std::string bias;
  /// True if the bias may exclude all keys of a query. Its result is then 0.
  bool excludesRows = false;
  /// One more score of each query (batch x heads x queries x 1), of no key; may be left
  /// out.
  std::string sink;
};

/// The scores as they are, bounded, with the bias, and after the softmax; the result
/// of the heads, as the queries are laid out.
struct AttentionResult {
  std::string scores, bounded, biased, weights, heads;
};

AttentionResult addAttention(Expansion &e, const AttentionInput &input);

/// batch x positions x (heads x size) as batch x heads x positions x size, and back.
std::string addSplitHeads(Expansion &e, const std::string &value, int64_t heads);
std::string addMergeHeads(Expansion &e, const std::string &value);

/// Heads of keys serve groups of heads of queries; `attribute` names the number of these.
llvm::LogicalResult checkHeads(NodeImporter &node, llvm::StringRef attribute, int64_t heads,
                               int64_t keyHeads);

/// A cache in which some elements of each sequence are replaced.
struct CacheWrite {
  std::string before; // batch x heads x length x size
  std::string fresh;  // batch x heads x count x size
  /// Which of the fresh elements each one of the cache is (batch x length, int64): less
  /// than 0, or `count` and more, for those that stay.
  std::string element;
  std::array<int64_t, 4> shape; // of `before`
  int64_t count;
};

std::string addWritten(Expansion &e, const CacheWrite &write);

/// Positions as rotations of pairs of elements.
struct Rotation {
  std::string x;              // batch x positions x heads x size
  std::string cosines, sines; // batch or 1 x positions x 1 x pairs
  int64_t size, rotated;
  /// Pairs are neighbors, not elements of two halves.
  bool isInterleaved;
};

/// The pairs of `x` rotated; behind them what is not.
std::string addRotation(Expansion &e, const Rotation &rotation);

/// queries x keys: 0 where query i may see key j, by j - i, else `excluded`.
std::string addBand(Expansion &e, ImportBuilder &b, int64_t queries, int64_t keys,
                    std::optional<int64_t> least, std::optional<int64_t> most, float excluded);

/// 0 where `allowed`, a bool, is true, else `excluded`.
std::string addExclusion(Expansion &e, const std::string &allowed, float excluded);

} // namespace qopt::onnx_import

#endif // QOPT_LIB_IMPORT_ATTENTION_H
