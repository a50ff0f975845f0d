# What others find: by find_package(huddlekit [COMPONENTS parts]) and by pkg-config (huddlekit, huddlekit-parts). Works at
# any depth of somebody else's project: with HUDDLEKIT_INSTALL our own package is installed beside theirs, without it they
# may put our targets into an export of their own.
include(CMakePackageConfigHelpers)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/huddlekit)
# From the folder of a .pc file to the prefix, so that what is installed may be moved.
file(RELATIVE_PATH up_to_prefix ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" up_to_prefix "${up_to_prefix}")
string(REPLACE " " "\\ " up_to_prefix "${up_to_prefix}")
cmake_path(APPEND pc_includedir "\${prefix}" ${CMAKE_INSTALL_INCLUDEDIR})
cmake_path(APPEND pc_libdir "\${prefix}" ${CMAKE_INSTALL_LIBDIR})

function(huddlekit_install target name pc_description pc_libs)
  install(TARGETS ${target} EXPORT ${target})
  install(EXPORT ${target} NAMESPACE huddlekit:: FILE ${name}-targets.cmake DESTINATION ${config_dir})
  configure_file(cmake/huddlekit.pc.in ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endfunction()

huddlekit_install(huddlekit_parts huddlekit-parts "Fair turns, recall, time boxes and recurrence" "-lhuddlekit_parts")
set(library_type NONE)
if(TARGET huddlekit)
  get_target_property(library_type huddlekit TYPE)
  set(libs "-lhuddlekit")
  if(library_type STREQUAL "STATIC_LIBRARY")
    string(APPEND libs " -lSQLiteCpp -lsqlite3 -pthread")
  endif()
  huddlekit_install(huddlekit huddlekit "${PROJECT_DESCRIPTION}" "${libs}")
  install(DIRECTORY include/huddlekit TYPE INCLUDE)
else()
  list(TRANSFORM HUDDLEKIT_PARTS_HEADERS PREPEND include/huddlekit/ OUTPUT_VARIABLE headers)
  install(FILES ${headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/huddlekit)
endif()

configure_package_config_file(cmake/huddlekit-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config.cmake INSTALL_DESTINATION ${config_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/huddlekit-config-version.cmake DESTINATION ${config_dir})
