#include "qopt/Calibrate/Statistics.h"

#include "mlir/IR/AsmState.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/DialectResourceBlobManager.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

using namespace mlir;
using namespace qopt;

namespace {

/// Writes a canonical description of a function, whose hash is the
/// fingerprint. Values are numbered in order of definition; constants are
/// replaced by hashes of their bytes, so that the text stays small.
class Describer {
public:
  void describe(func::FuncOp function);
  Fingerprint hash() const;

private:
  void describe(Operation &op);
  void describe(Attribute attribute);
  void describeBytes(ArrayRef<char> bytes);
  void define(Value value);

  std::string text;
  llvm::raw_string_ostream os{text};
  llvm::DenseMap<Value, size_t> numbers;
};

} // namespace

static std::array<uint8_t, 16> hashOf(ArrayRef<uint8_t> bytes) {
  const llvm::XXH128_hash_t hash = llvm::xxh3_128bits(bytes);
  std::array<uint8_t, 16> result;
  llvm::support::endian::write64le(result.data(), hash.low64);
  llvm::support::endian::write64le(result.data() + 8, hash.high64);
  return result;
}

void Describer::define(Value value) {
  numbers.try_emplace(value, numbers.size());
  os << ' ' << value.getType();
}

void Describer::describeBytes(ArrayRef<char> bytes) {
  os << llvm::toHex(hashOf({reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size()}));
}

void Describer::describe(Attribute attribute) {
  if (auto dictionary = dyn_cast_if_present<DictionaryAttr>(attribute)) {
    for (NamedAttribute entry : dictionary) { // sorted by name
      os << entry.getName().strref() << '=';
      describe(entry.getValue());
      os << ';';
    }
    return;
  }
  if (auto array = dyn_cast_if_present<ArrayAttr>(attribute)) {
    for (Attribute entry : array) {
      describe(entry);
      os << ',';
    }
    return;
  }
  if (auto dense = dyn_cast_if_present<DenseElementsAttr>(attribute)) {
    os << dense.getType() << (dense.isSplat() ? " splat " : " dense ");
    return describeBytes(dense.getRawData());
  }
  if (auto resource = dyn_cast_if_present<DenseResourceElementsAttr>(attribute)) {
    // By content: the name of the blob is an accident of how it was read.
    os << resource.getType() << " dense ";
    if (AsmResourceBlob *blob = resource.getRawHandle().getBlob())
      describeBytes(blob->getData());
    return;
  }
  if (!attribute)
    return;
  // Not the default flags, which follow the command line.
  OpPrintingFlags flags;
  flags.elideLargeElementsAttrs(std::numeric_limits<int64_t>::max());
  AsmState state(attribute.getContext(), flags);
  attribute.print(os, state);
}

void Describer::describe(Operation &op) {
  os << op.getName() << '(';
  for (Value operand : op.getOperands())
    os << numbers.lookup(operand) << ',';
  os << ") ";
  // Discardable attributes are notes of passes and mean nothing here.
  describe(op.getPropertiesAsAttribute());
  for (Value result : op.getResults())
    define(result);
  os << '\n';
  for (Region &region : op.getRegions()) {
    os << "{\n";
    for (Block &block : region) {
      os << '^';
      for (BlockArgument argument : block.getArguments())
        define(argument);
      os << '\n';
      for (Operation &nested : block)
        describe(nested);
    }
    os << "}\n";
  }
}

void Describer::describe(func::FuncOp function) { describe(*function.getOperation()); }

Fingerprint Describer::hash() const {
  return hashOf({reinterpret_cast<const uint8_t *>(text.data()), text.size()});
}

Fingerprint qopt::computeFingerprint(func::FuncOp function) {
  Describer describer;
  describer.describe(function);
  return describer.hash();
}
