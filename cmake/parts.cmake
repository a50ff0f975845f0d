# huddlekit::parts: the pieces that are arithmetic alone, without SQLite, TOML and zone files. The whole library holds the
# same objects, so that nothing is compiled twice and whoever links it needs no second one.

file(READ include/huddlekit/version.hpp version_header)
if(NOT version_header MATCHES "HUDDLEKIT_VERSION \"${PROJECT_VERSION}\"" OR
   NOT version_header MATCHES "_MAJOR ${PROJECT_VERSION_MAJOR}\n.*_MINOR ${PROJECT_VERSION_MINOR}\n.*_PATCH ${PROJECT_VERSION_PATCH}\n")
  message(FATAL_ERROR "include/huddlekit/version.hpp: must say ${PROJECT_VERSION}, as project() in CMakeLists.txt does")
endif()

add_library(huddlekit_parts_objects OBJECT
  src/calendar/recurrence.cpp
  src/calendar/recurrence_parse.cpp
  src/calendar/recurrence_plan.cpp
  src/calendar/recurrence_walk.cpp
  src/core/errors.cpp
  src/core/lessons/recall.cpp
  src/core/turns/rotation.cpp
  src/core/text/text.cpp
  src/core/time.cpp
  src/core/agenda/timebox.cpp
  src/core/turns/turns.cpp
  src/core/version.cpp
)
add_library(huddlekit_parts STATIC $<TARGET_OBJECTS:huddlekit_parts_objects>)
add_library(huddlekit::parts ALIAS huddlekit_parts)
set_target_properties(huddlekit_parts PROPERTIES EXPORT_NAME parts)

# What every source of the library is compiled with.
function(huddlekit_compiled_alike target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  # Same inputs, same agenda, on every machine: no fused multiply-add behind our back.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wno-missing-field-initializers -ffp-contract=off
    # At -O2 GCC 12 sees overlaps in `"text" + std::string` that cannot be (its bug 105651, mended in 13).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
  target_include_directories(${target}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  # With CMAKE_UNITY_BUILD each room is compiled as one source: what a room includes is read once, not thirty times.
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "^src/")
  foreach(source ${sources})
    string(REGEX MATCH "^src/[^/]+" room ${source})
    set_property(SOURCE ${source} PROPERTY UNITY_GROUP ${room})
  endforeach()
endfunction()
huddlekit_compiled_alike(huddlekit_parts_objects)
huddlekit_compiled_alike(huddlekit_parts)

set(HUDDLEKIT_PARTS_HEADERS errors.hpp recall.hpp recurrence.hpp rotation.hpp time.hpp timebox.hpp version.hpp)
