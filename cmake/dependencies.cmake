# Where the libraries that ours is made of come from: what `find_package` finds, else the sources in HUDDLEKIT_SOURCES,
# which `.ci/sources` fills beforehand. Nothing is ever fetched while building. With HUDDLEKIT_CARRIED the sources are
# taken even where packages are installed: a wheel then needs nothing but a C library.
#
# Either way these targets come out: SQLiteCpp, nlohmann_json::nlohmann_json, fmt::fmt-header-only,
# tomlplusplus::tomlplusplus; and HUDDLEKIT_SQLITE_LINKED, "static" or "shared", for build_info().

option(HUDDLEKIT_CARRIED "Take the libraries from HUDDLEKIT_SOURCES, not from the system" OFF)
set(HUDDLEKIT_SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/third_party CACHE PATH "Sources of the libraries, by .ci/sources")

set(missing "")
if(NOT HUDDLEKIT_CARRIED)
  foreach(name SQLiteCpp tomlplusplus nlohmann_json fmt)
    find_package(${name} QUIET)
    if(NOT ${name}_FOUND)
      list(APPEND missing ${name})
    endif()
  endforeach()
  set(HUDDLEKIT_SQLITE_LINKED shared)
  if(NOT missing)
    return()
  endif()
endif()

if(NOT EXISTS ${HUDDLEKIT_SOURCES}/sbom.cdx.json)
  list(JOIN missing ", " missing)
  message(FATAL_ERROR "huddlekit: SQLiteCpp, tomlplusplus, nlohmann_json and fmt must be installed (missing: ${missing}), "
    "or their sources be in HUDDLEKIT_SOURCES, got ${HUDDLEKIT_SOURCES} without any; .ci/sources fills it")
endif()
if(HUDDLEKIT_INSTALL AND NOT BUILD_SHARED_LIBS)
  message(FATAL_ERROR "huddlekit: the carried libraries go into a Python module or a shared library "
    "(BUILD_SHARED_LIBS=ON), not into an installed static one")
endif()
list(JOIN missing ", " named)
message(STATUS "huddlekit: libraries from ${HUDDLEKIT_SOURCES}${named}")
file(READ ${HUDDLEKIT_SOURCES}/sbom.cdx.json bom)
string(JSON count LENGTH "${bom}" components)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
  string(JSON name GET "${bom}" components ${i} name)
  string(JSON version GET "${bom}" components ${i} version)
  string(REPLACE "nlohmann-json" nlohmann_json name "${name}")
  string(REPLACE "toml++" tomlplusplus name "${name}")
  set(${name}_VERSION ${version})
endforeach()

# All or none, so that no two versions of one library meet.
enable_language(C)
set(HUDDLEKIT_SQLITE_LINKED static)
set(CMAKE_OPTIMIZE_DEPENDENCIES ON)  # nothing of ours waits for SQLite to be compiled
add_library(huddlekit_sqlite STATIC ${HUDDLEKIT_SOURCES}/sqlite/sqlite3.c)
# As Debian compiles it where it matters to a book; without what a book never needs and an attacker might.
target_compile_definitions(huddlekit_sqlite PRIVATE SQLITE_THREADSAFE=1 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_ENABLE_FTS5 SQLITE_SECURE_DELETE
  SQLITE_MAX_VARIABLE_NUMBER=250000 SQLITE_OMIT_LOAD_EXTENSION SQLITE_HAVE_ISNAN)
target_include_directories(huddlekit_sqlite SYSTEM PUBLIC ${HUDDLEKIT_SOURCES}/sqlite)
find_package(Threads REQUIRED)
target_link_libraries(huddlekit_sqlite PRIVATE Threads::Threads ${CMAKE_DL_LIBS})

if(NOT TARGET SQLiteCpp)
  file(GLOB sqlitecpp CONFIGURE_DEPENDS ${HUDDLEKIT_SOURCES}/SQLiteCpp/src/*.cpp)
  add_library(SQLiteCpp STATIC ${sqlitecpp})
  target_compile_features(SQLiteCpp PRIVATE cxx_std_17)
  target_include_directories(SQLiteCpp SYSTEM PUBLIC ${HUDDLEKIT_SOURCES}/SQLiteCpp/include)
  target_link_libraries(SQLiteCpp PUBLIC huddlekit_sqlite)
endif()
set_target_properties(huddlekit_sqlite SQLiteCpp PROPERTIES POSITION_INDEPENDENT_CODE ON UNITY_BUILD OFF)
if(NOT MSVC)
  foreach(name SQLiteCpp huddlekit_sqlite)
    target_compile_options(${name} PRIVATE -w -fvisibility=hidden -ffunction-sections -fdata-sections)
  endforeach()
endif()

foreach(name nlohmann_json::nlohmann_json fmt::fmt-header-only tomlplusplus::tomlplusplus)
  if(NOT TARGET ${name})
    add_library(${name} INTERFACE IMPORTED)
    target_include_directories(${name} SYSTEM INTERFACE ${HUDDLEKIT_SOURCES}/include)
  endif()
endforeach()
if(NOT missing OR "fmt" IN_LIST missing)
  target_compile_definitions(fmt::fmt-header-only INTERFACE FMT_HEADER_ONLY=1)
endif()
