# What `huddlekit.build_info()` says about this build: definitions for one source of the module, so that a new commit
# compiles one file again.

set(HUDDLEKIT_COMMIT "" CACHE STRING "The commit that is built; asked of git where this is a checkout")

function(huddlekit_build_info target source)
  set(commit "${HUDDLEKIT_COMMIT}")
  if(NOT commit AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
    execute_process(COMMAND git describe --always --dirty=+changes --abbrev=12 --exclude *
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  if(NOT commit)
    set(commit unknown)
  endif()
  string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
  # Where the build folder is says nothing about the build.
  string(REGEX REPLACE "-f[a-z]+-prefix-map=[^ ]*" "" flags "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${type}}")
  string(REGEX REPLACE " +" " " flags "${flags}")
  string(STRIP "${flags}" flags)
  set(definitions HUDDLEKIT_COMMIT="${commit}" HUDDLEKIT_FLAGS="${flags}"
    HUDDLEKIT_COMPILER="${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    HUDDLEKIT_PLATFORM="${CMAKE_SYSTEM_NAME} ${CMAKE_SYSTEM_PROCESSOR}"
    HUDDLEKIT_SQLITE_LINKED="${HUDDLEKIT_SQLITE_LINKED}")
  foreach(name SQLiteCpp fmt nlohmann_json tomlplusplus)
    string(TOUPPER ${name} upper)
    list(APPEND definitions HUDDLEKIT_WITH_${upper}="${${name}_VERSION}")
  endforeach()
  set_source_files_properties(${source} PROPERTIES COMPILE_DEFINITIONS "${definitions}" SKIP_UNITY_BUILD_INCLUSION ON
    SKIP_PRECOMPILE_HEADERS ON)
endfunction()
