// Carries the precompiled header; see AddQopt.cmake.
