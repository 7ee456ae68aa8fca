#include "qopt/Support/OutputFile.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

using namespace qopt;
using namespace llvm;

namespace {
class OutputFileTest : public testing::Test {
protected:
  void SetUp() override { ASSERT_FALSE(sys::fs::createUniqueDirectory("qopt-output", folder)); }
  void TearDown() override { sys::fs::remove_directories(folder); }

  std::string path(StringRef name) const {
    SmallString<128> result(folder);
    sys::path::append(result, name);
    return std::string(result);
  }
  static std::string contents(const std::string &path) {
    auto buffer = MemoryBuffer::getFile(path);
    return buffer ? (*buffer)->getBuffer().str() : "(none)";
  }
  int countFiles() const {
    std::error_code code;
    int files = 0;
    for (sys::fs::directory_iterator it(folder, code), end; it != end; it.increment(code))
      ++files;
    return files;
  }

  SmallString<128> folder;
};
} // namespace

TEST_F(OutputFileTest, WritesAndReplaces) {
  EXPECT_EQ(toString(writeOutputFile(path("a"), "one")), "");
  EXPECT_EQ(contents(path("a")), "one");
  EXPECT_EQ(toString(writeOutputFile(path("a"), "two")), "");
  EXPECT_EQ(contents(path("a")), "two");
  EXPECT_FALSE(sys::fs::can_execute(path("a")));
  EXPECT_EQ(toString(writeOutputFile(path("b"), "#!", /*executable=*/true)), "");
  EXPECT_TRUE(sys::fs::can_execute(path("b")));
  EXPECT_EQ(countFiles(), 2);
}

// A writer that fails half way leaves the old file, and no temporary one.
TEST_F(OutputFileTest, AllOrNothing) {
  ASSERT_EQ(toString(writeOutputFile(path("a"), "old")), "");
  Error error = writeOutputFile(path("a"), [](raw_ostream &stream) -> Error {
    stream << "half";
    return createStringError("no more");
  });
  EXPECT_EQ(toString(std::move(error)), "no more");
  EXPECT_EQ(contents(path("a")), "old");
  EXPECT_EQ(countFiles(), 1);
}

// Messages have the path and the reason; a full device ends no program.
TEST_F(OutputFileTest, Errors) {
  std::string missing = path("no/a");
  EXPECT_EQ(toString(writeOutputFile(missing, "x")),
            "cannot write '" + missing + "': No such file or directory");
  EXPECT_EQ(toString(writeOutputFile(folder, "x")),
            ("cannot write '" + folder + "': Is a directory").str());
  if (sys::fs::exists("/dev/full")) {
    EXPECT_EQ(toString(writeOutputFile("/dev/full", std::string(1 << 20, 'x'))),
              "cannot write '/dev/full': No space left on device");
  }
  if (sys::fs::exists("/dev/null")) {
    EXPECT_EQ(toString(writeOutputFile("/dev/null", "x")), "");
  }
}
