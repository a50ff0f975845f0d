# find_package(huddlekit) for others. The third-party libraries are private, but a static library's users still link them.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/huddlekit)
install(TARGETS huddlekit EXPORT huddlekit)
install(DIRECTORY include/huddlekit TYPE INCLUDE)
install(EXPORT huddlekit NAMESPACE huddlekit:: FILE huddlekit-targets.cmake DESTINATION ${config_dir})
configure_package_config_file(cmake/huddlekit-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config.cmake INSTALL_DESTINATION ${config_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config-version.cmake DESTINATION ${config_dir})
