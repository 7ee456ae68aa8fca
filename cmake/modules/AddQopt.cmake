# add_qopt_{dialect,interface,library,tool,unittest}: one place for compile
# flags, the precompiled header, and what is installed.

if(QOPT_SANITIZE)
  # Compiled code has no type in front of its functions, where `function` would look for one.
  # What is undefined ends the program: a test that only prints it would pass.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr,function
                      -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# Every float operation rounds by itself: the evaluator promises the bytes of
# compiled code, and a multiplication merged with an addition gives others.
add_compile_options(-ffp-contract=off)

# MLIR's headers dominate compile time; one precompiled header turns 13 s per
# file into 1-3 s.
set(CMAKE_PCH_INSTANTIATE_TEMPLATES ON)
add_library(QoptPrecompiledHeader OBJECT ${PROJECT_SOURCE_DIR}/cmake/PrecompiledHeader.cpp)
llvm_update_compile_flags(QoptPrecompiledHeader)
set_target_properties(QoptPrecompiledHeader PROPERTIES POSITION_INDEPENDENT_CODE OFF)
target_compile_options(QoptPrecompiledHeader PRIVATE -fPIC)
target_precompile_headers(QoptPrecompiledHeader PRIVATE ${PROJECT_SOURCE_DIR}/cmake/PrecompiledHeader.h)
# Without a timestamp in it the header is the same after each build: ccache hits.
add_compile_options("SHELL:-Xclang -fno-pch-timestamp")

function(_qopt_compile_flags target)
  llvm_update_compile_flags(${target})
  # Executables too: -fPIE would not match the precompiled header.
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
  target_compile_options(${target} PRIVATE -fPIC)
  target_precompile_headers(${target} REUSE_FROM QoptPrecompiledHeader)
endfunction()

# Makes the `.td` files of the current folder visible beside the generated
# `.inc` files.
function(qopt_link_td_files)
  file(GLOB tds CONFIGURE_DEPENDS *.td)
  foreach(td ${tds})
    cmake_path(GET td FILENAME name)
    file(CREATE_LINK ${td} ${CMAKE_CURRENT_BINARY_DIR}/${name} SYMBOLIC)
  endforeach()
endfunction()

# add_qopt_dialect(<prefix> <dialect name> <op level>...)
# Generates the dialect, its attributes and enums from <prefix>Dialect.td and
# <prefix>Attributes.td, and one pair of op files for each op level <level>.td.
function(add_qopt_dialect prefix name)
  qopt_link_td_files()
  set(LLVM_TARGET_DEFINITIONS ${prefix}Attributes.td)
  mlir_tablegen(${prefix}Dialect.h.inc -gen-dialect-decls -dialect=${name})
  mlir_tablegen(${prefix}Dialect.cpp.inc -gen-dialect-defs -dialect=${name})
  mlir_tablegen(${prefix}Enums.h.inc -gen-enum-decls)
  mlir_tablegen(${prefix}Enums.cpp.inc -gen-enum-defs)
  mlir_tablegen(${prefix}Attributes.h.inc -gen-attrdef-decls -attrdefs-dialect=${name})
  mlir_tablegen(${prefix}Attributes.cpp.inc -gen-attrdef-defs -attrdefs-dialect=${name})
  add_mlir_doc(${prefix}Attributes ${prefix}Attributes Dialects/ -gen-attrdef-doc -dialect=${name})
  foreach(level ${ARGN})
    set(LLVM_TARGET_DEFINITIONS ${level}.td)
    mlir_tablegen(${level}.h.inc -gen-op-decls -dialect=${name})
    mlir_tablegen(${level}.cpp.inc -gen-op-defs -dialect=${name})
    add_mlir_doc(${level} ${level} Dialects/ -gen-op-doc -dialect=${name})
  endforeach()
  add_public_tablegen_target(Qopt${prefix}IncGen)
  add_dependencies(mlir-headers Qopt${prefix}IncGen)
  set_property(GLOBAL APPEND PROPERTY QOPT_TABLEGEN_TARGETS Qopt${prefix}IncGen)
endfunction()

# add_qopt_interface(<name>): op interface declarations and definitions.
function(add_qopt_interface name)
  set(LLVM_TARGET_DEFINITIONS ${name}.td)
  mlir_tablegen(${name}.h.inc -gen-op-interface-decls)
  mlir_tablegen(${name}.cpp.inc -gen-op-interface-defs)
  add_public_tablegen_target(Qopt${name}IncGen)
  add_mlir_doc(${name} ${name} Interfaces/ -gen-op-interface-docs)
  set_property(GLOBAL APPEND PROPERTY QOPT_TABLEGEN_TARGETS Qopt${name}IncGen)
endfunction()

# add_qopt_passes(<phase>): pass declarations and documentation from Passes.td.
function(add_qopt_passes phase)
  set(LLVM_TARGET_DEFINITIONS Passes.td)
  mlir_tablegen(Passes.h.inc -gen-pass-decls -name ${phase})
  add_public_tablegen_target(Qopt${phase}PassesIncGen)
  add_mlir_doc(Passes ${phase}Passes Passes/ -gen-pass-doc)
  set_property(GLOBAL APPEND PROPERTY QOPT_TABLEGEN_TARGETS Qopt${phase}PassesIncGen)
endfunction()

# The reference of dialects, interfaces and passes, from the .td files, in
# <build>/docs.
add_custom_target(qopt-doc COMMENT "Generating the reference in ${PROJECT_BINARY_DIR}/docs")
add_dependencies(qopt-doc mlir-doc)

# add_qopt_library(<name> <sources>... [LINK_LIBS <libraries>...])
function(add_qopt_library name)
  cmake_parse_arguments(arg "" "" "LINK_LIBS" ${ARGN})
  add_library(${name} STATIC ${arg_UNPARSED_ARGUMENTS})
  _qopt_compile_flags(${name})
  get_property(generated GLOBAL PROPERTY QOPT_TABLEGEN_TARGETS)
  add_dependencies(${name} ${generated})
  target_include_directories(${name} INTERFACE $<INSTALL_INTERFACE:include>)
  target_link_libraries(${name} PUBLIC ${arg_LINK_LIBS} MLIR LLVM)
  set_property(GLOBAL APPEND PROPERTY QOPT_LIBRARIES ${name})
  install(TARGETS ${name} EXPORT QoptTargets ARCHIVE DESTINATION lib)
endfunction()

# add_qopt_tool(<name> <sources>... [LINK_LIBS <libraries>...])
function(add_qopt_tool name)
  cmake_parse_arguments(arg "" "" "LINK_LIBS" ${ARGN})
  add_executable(${name} ${arg_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  _qopt_compile_flags(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINK_LIBS} MLIR LLVM)
  set_property(GLOBAL APPEND PROPERTY QOPT_TOOLS ${name})
  install(TARGETS ${name} EXPORT QoptTargets RUNTIME DESTINATION bin)
endfunction()

# add_qopt_unittest(<name> <sources>... [LINK_LIBS <libraries>...])
function(add_qopt_unittest name)
  cmake_parse_arguments(arg "" "" "LINK_LIBS" ${ARGN})
  add_executable(${name} ${arg_UNPARSED_ARGUMENTS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/unit)
  _qopt_compile_flags(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINK_LIBS} GTest::gtest GTest::gtest_main MLIR LLVM)
  set_property(GLOBAL APPEND PROPERTY QOPT_UNITTESTS ${name})
endfunction()
