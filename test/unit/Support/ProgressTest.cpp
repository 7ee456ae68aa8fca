#include "qopt/Support/Progress.h"

#include "gtest/gtest.h"

using namespace qopt;
using namespace std::chrono_literals;

// Would catch a wrong estimate, and minutes told in seconds.
TEST(ProgressTest, TellsWhatIsLeft) {
  const ProgressMeter meter("calibrating", "samples", 256);
  EXPECT_EQ(meter.format(128, 10s), "calibrating: 128 of 256 samples, 10 s left");
  EXPECT_EQ(meter.format(1, 1500ms), "calibrating: 1 of 256 samples, 6 min 23 s left");
  EXPECT_EQ(meter.format(256, 10s), "calibrating: 256 of 256 samples, 0 s left");
}

// Would catch output where nobody watches: tests have no terminal.
TEST(ProgressTest, IsSilentWithoutTerminal) {
  testing::internal::CaptureStderr();
  {
    ProgressMeter meter("calibrating", "samples", 2);
    meter.advance();
    meter.advance();
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}
