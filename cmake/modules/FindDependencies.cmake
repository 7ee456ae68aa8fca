# Everything comes from Debian packages (scripts/setup.sh lists them); nothing
# is downloaded by the build.

find_package(MLIR 22.1 REQUIRED CONFIG HINTS /usr/lib/llvm-22/lib/cmake/mlir)
list(APPEND CMAKE_MODULE_PATH "${MLIR_CMAKE_DIR}" "${LLVM_CMAKE_DIR}")

set(LLVM_RUNTIME_OUTPUT_INTDIR ${PROJECT_BINARY_DIR}/bin)
set(LLVM_LIBRARY_OUTPUT_INTDIR ${PROJECT_BINARY_DIR}/lib)
# Debian keeps libMLIR.so in LLVM's own library folder only.
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib;${LLVM_LIBRARY_DIR}")
set(MLIR_BINARY_DIR ${PROJECT_BINARY_DIR}) # else generated docs go to /docs
set(MLIR_LINK_MLIR_DYLIB ON)               # MLIRConfig.cmake does not export it
set(LLVM_LINK_LLVM_DYLIB ON)

include(TableGen)
include(AddLLVM)
include(AddMLIR)
include(HandleLLVMOptions)

separate_arguments(llvm_definitions NATIVE_COMMAND ${LLVM_DEFINITIONS})
add_definitions(${llvm_definitions})
include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})

find_package(LLD REQUIRED CONFIG HINTS /usr/lib/llvm-22/lib/cmake/lld)
find_package(Protobuf REQUIRED)
find_package(ONNX REQUIRED CONFIG)
# Debian's CMake package of libzip asks for tools that it does not ship.
find_library(LIBZIP_LIBRARY zip REQUIRED)
find_package(GTest REQUIRED)
# Runs lit and the test scripts; no part of the path from model to code.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
