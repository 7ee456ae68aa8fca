# `cmake --install` gives headers, libraries, tools, the plugin, and the package
# configuration that find_package(Qopt) reads.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(DIRECTORY include/qopt ${PROJECT_BINARY_DIR}/include/qopt
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.h" PATTERN "*.def" PATTERN "*.inc" PATTERN CMakeFiles EXCLUDE)
install(DIRECTORY dialects/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/qopt/Dialect
        FILES_MATCHING PATTERN "*.td")
install(EXPORT QoptTargets NAMESPACE Qopt:: DESTINATION lib/cmake/qopt)
get_property(qopt_libraries GLOBAL PROPERTY QOPT_LIBRARIES)
list(JOIN qopt_libraries " " qopt_libraries)
configure_package_config_file(cmake/QoptConfig.cmake.in QoptConfig.cmake
                              INSTALL_DESTINATION lib/cmake/qopt)
write_basic_package_version_file(QoptConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES LICENSE THIRD_PARTY_NOTICES DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_BINARY_DIR}/QoptConfig.cmake ${PROJECT_BINARY_DIR}/QoptConfigVersion.cmake
        DESTINATION lib/cmake/qopt)
