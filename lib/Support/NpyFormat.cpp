#include "NpyFormat.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"

#include <cmath>
#include <cstring>
#include <optional>

using namespace qopt;
using namespace llvm;

namespace {
struct TypeRow {
  NpyType type;
  StringLiteral code; ///< as in 'descr', without byte order
  StringLiteral name;
  size_t bytes;
};
} // namespace

static constexpr TypeRow typeRows[] = {
    {NpyType::Bool, "b1", "bool", 1},       {NpyType::Int8, "i1", "int8", 1},
    {NpyType::Int16, "i2", "int16", 2},     {NpyType::Int32, "i4", "int32", 4},
    {NpyType::Int64, "i8", "int64", 8},     {NpyType::UInt8, "u1", "uint8", 1},
    {NpyType::UInt16, "u2", "uint16", 2},   {NpyType::UInt32, "u4", "uint32", 4},
    {NpyType::UInt64, "u8", "uint64", 8},   {NpyType::Float32, "f4", "float32", 4},
    {NpyType::Float64, "f8", "float64", 8},
};

static const TypeRow &rowOf(NpyType type) { return typeRows[static_cast<size_t>(type)]; }

size_t qopt::npyTypeBytes(NpyType type) { return rowOf(type).bytes; }

StringRef qopt::npyTypeName(NpyType type) { return rowOf(type).name; }

int64_t qopt::numElements(ArrayRef<int64_t> shape) {
  int64_t count = 1;
  for (int64_t size : shape)
    count *= size;
  return count;
}

static Error malformed(const Twine &reason) {
  return createStringError("malformed .npy header: " + reason);
}

Expected<NpyTextRange> qopt::findNpyText(StringRef preamble) {
  if (!preamble.starts_with("\x93NUMPY") || preamble.size() < 10)
    return createStringError("not a .npy file");
  unsigned char major = preamble[6];
  if (major == 1)
    return NpyTextRange{10, support::endian::read16le(preamble.data() + 8)};
  if (major != 2 && major != 3)
    return createStringError("version " + Twine(unsigned(major)) +
                             " of the .npy format is not known (1 to 3 are)");
  if (preamble.size() < npyPreambleBytes)
    return malformed("the file ends in it");
  return NpyTextRange{12, support::endian::read32le(preamble.data() + 8)};
}

namespace {
/// Parses the dictionary. Python writes it in one form; any order of keys, any
/// spaces and both kinds of quotes are understood.
class HeaderParser {
public:
  explicit HeaderParser(StringRef text) : rest(text) {}

  Expected<NpyHeader> parse() {
    bool hasType = false, hasOrder = false, hasShape = false;
    if (!consume("{"))
      return malformed("expected '{'");
    while (!consume("}")) {
      std::optional<StringRef> key = parseString();
      if (!key || !consume(":"))
        return malformed("expected a key and ':'");
      bool *seen = *key == "descr"           ? &hasType
                   : *key == "fortran_order" ? &hasOrder
                   : *key == "shape"         ? &hasShape
                                             : nullptr;
      if (!seen || *seen)
        return malformed("unexpected key '" + printable(*key) + "'");
      *seen = true;
      Error error = seen == &hasType    ? parseType()
                    : seen == &hasOrder ? parseOrder()
                                        : parseShape();
      if (error)
        return std::move(error);
      if (!consume(",") && !rest.ltrim().starts_with("}"))
        return malformed("expected ',' or '}'");
    }
    if (!rest.trim().empty())
      return malformed("text behind '}'");
    if (!hasType || !hasOrder || !hasShape)
      return malformed("a key is missing");
    return header;
  }

private:
  static std::string printable(StringRef text) {
    std::string result;
    raw_string_ostream(result).write_escaped(text.take_front(40));
    return result;
  }

  bool consume(StringRef token) {
    rest = rest.ltrim();
    return rest.consume_front(token);
  }

  std::optional<StringRef> parseString() {
    rest = rest.ltrim();
    if (!rest.starts_with("'") && !rest.starts_with("\""))
      return std::nullopt;
    size_t end = rest.find(rest.front(), 1);
    if (end == StringRef::npos)
      return std::nullopt;
    StringRef value = rest.slice(1, end);
    rest = rest.drop_front(end + 1);
    return value;
  }

  Error parseType() {
    if (rest.ltrim().starts_with("["))
      return createStringError("structured arrays are not supported");
    std::optional<StringRef> descr = parseString();
    if (!descr || descr->empty())
      return malformed("expected a string behind 'descr'");
    StringRef code = *descr;
    char order = code.front();
    if (StringRef("<>|=").contains(order))
      code = code.drop_front();
    if (code.starts_with("O"))
      return createStringError("arrays of Python objects are not supported");
    if (code == "f2")
      header.isFloat16 = true;
    const TypeRow *row = find_if(typeRows, [&](const TypeRow &row) { return row.code == code; });
    if (row == std::end(typeRows) && !header.isFloat16)
      return createStringError("element type '" + printable(*descr) +
                               "' is not supported (bool, integers, float16, float32 and float64 "
                               "are)");
    if (order == '>' && !code.ends_with("1"))
      return createStringError("big-endian data ('" + printable(*descr) +
                               "') is not supported; save it in little-endian order");
    if (!header.isFloat16)
      header.type = row->type;
    return Error::success();
  }

  Error parseOrder() {
    if (consume("True"))
      header.fortranOrder = true;
    else if (!consume("False"))
      return malformed("expected True or False behind 'fortran_order'");
    return Error::success();
  }

  Error parseShape() {
    if (!consume("("))
      return malformed("expected '(' behind 'shape'");
    int64_t elements = 1;
    while (!consume(")")) {
      rest = rest.ltrim();
      uint64_t size;
      if (rest.consumeInteger(10, size) || size > INT64_MAX / 8)
        return malformed("expected a size in 'shape'");
      rest.consume_front("L"); // written by Python 2
      header.shape.push_back(static_cast<int64_t>(size));
      // Zeros must not hide sizes whose product overflows.
      if (MulOverflow(elements, std::max<int64_t>(1, header.shape.back()), elements) ||
          elements > INT64_MAX / 8)
        return malformed("'shape' is too large");
      if (!consume(",") && !rest.ltrim().starts_with(")"))
        return malformed("expected ',' or ')' in 'shape'");
    }
    return Error::success();
  }

  StringRef rest;
  NpyHeader header;
};
} // namespace

Expected<NpyHeader> qopt::parseNpyText(StringRef text) { return HeaderParser(text).parse(); }

std::string qopt::printNpyHeader(NpyType type, ArrayRef<int64_t> shape) {
  const TypeRow &row = rowOf(type);
  std::string text = "{'descr': '";
  text += row.bytes == 1 ? '|' : '<';
  text += row.code;
  text += "', 'fortran_order': False, 'shape': (";
  for (auto [index, size] : enumerate(shape))
    text += (index ? " " : "") + std::to_string(size) + (index + 1 < shape.size() ? "," : "");
  text += shape.size() == 1 ? ",), }" : "), }";
  constexpr size_t preamble = 10; // of version 1.0
  text.append(alignTo(preamble + text.size() + 1, 64) - preamble - text.size() - 1, ' ');
  text += '\n';

  std::string header("\x93NUMPY\x01\x00", 8);
  header += static_cast<char>(text.size() & 255);
  header += static_cast<char>(text.size() >> 8);
  return header + text;
}

void qopt::reorderFortran(ArrayRef<int64_t> shape, size_t elementBytes, ArrayRef<char> in,
                          MutableArrayRef<char> out) {
  if (in.empty())
    return;
  // Walk the output in order; `source` is the element's place in the input.
  std::vector<int64_t> index(shape.size()), stride(shape.size());
  int64_t product = 1;
  for (size_t axis = 0; axis < shape.size(); ++axis) {
    stride[axis] = product;
    product *= shape[axis];
  }
  int64_t source = 0;
  for (int64_t target = 0; target < product; ++target) {
    std::memcpy(out.data() + target * elementBytes, in.data() + source * elementBytes,
                elementBytes);
    for (size_t axis = shape.size(); axis-- > 0;) {
      source += stride[axis];
      if (++index[axis] < shape[axis])
        break;
      source -= stride[axis] * shape[axis];
      index[axis] = 0;
    }
  }
}

void qopt::widenFloat16(ArrayRef<char> in, MutableArrayRef<char> out) {
  for (size_t i = 0; i < in.size() / 2; ++i) {
    uint16_t half = support::endian::read16le(in.data() + 2 * i);
    uint32_t fraction = half & 0x3ff, exponent = (half >> 10) & 31;
    float value;
    if (exponent == 31) { // infinity and NaN
      uint32_t bits = 0x7f800000 | fraction << 13;
      std::memcpy(&value, &bits, sizeof(value));
    } else {
      value = exponent == 0 ? std::ldexp(float(fraction), -24)
                            : std::ldexp(float(fraction | 0x400), int(exponent) - 25);
    }
    value = std::copysign(value, half & 0x8000 ? -1.0f : 1.0f);
    std::memcpy(out.data() + 4 * i, &value, sizeof(value));
  }
}
