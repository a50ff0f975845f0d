# Compiles text files into a target: each becomes one string constant, so the texts cost no start-up and cannot get lost.
#
#   huddlekit_embed(huddlekit pack src/packs/harbour-hotel.toml src/packs/warm-hearts.toml)
#   #include "pack_texts.hpp"  // kPackNames, kPackTexts, in the order of the names
#
# The file is also the script that writes this header, at build time: a changed text rebuilds it and nothing else.

function(huddlekit_embed target what)
  list(SORT ARGN)
  list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE files)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  add_custom_command(OUTPUT ${folder}/${what}_texts.hpp
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${folder}/${what}_texts.hpp -D WHAT=${what} -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE} -- ${files}
    DEPENDS ${files} ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
    COMMENT "Embedding each ${what}" VERBATIM)
  target_sources(${target} PRIVATE ${folder}/${what}_texts.hpp)
  target_include_directories(${target} PRIVATE ${folder})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# Compilers promise little: MSVC stops at 16,380 bytes a literal and at 65,535 for neighbours joined. So each text is cut
# between lines, and a text that is too long as a whole is refused here rather than on somebody else's machine.
set(piece 12000)
set(longest 65000)

function(as_literal text result)
  set(literal "")
  string(LENGTH "${text}" left)
  while(left GREATER piece)
    string(SUBSTRING "${text}" 0 ${piece} head)
    string(FIND "${head}" "\n" cut REVERSE)
    if(cut EQUAL -1)
      message(FATAL_ERROR "embed: a line must be shorter than ${piece} bytes")
    endif()
    math(EXPR cut "${cut} + 1")
    string(SUBSTRING "${text}" 0 ${cut} head)
    string(SUBSTRING "${text}" ${cut} -1 text)
    string(APPEND literal "R\"text(${head})text\"\n")
    string(LENGTH "${text}" left)
  endwhile()
  set(${result} "${literal}R\"text(${text})text\"" PARENT_SCOPE)
endfunction()

set(names "")
set(texts "")
set(is_file FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  set(file "${CMAKE_ARGV${i}}")
  if(is_file)
    file(SIZE "${file}" size)
    if(size GREATER longest)
      message(FATAL_ERROR "embed: ${file}: must be at most ${longest} bytes, got ${size}")
    endif()
    file(READ "${file}" text)
    as_literal("${text}" literal)
    get_filename_component(name "${file}" NAME_WLE)
    string(APPEND names "    \"${name}\",\n")
    string(APPEND texts "${literal},\n")
  elseif(file STREQUAL "--")
    set(is_file TRUE)
  endif()
endforeach()

string(SUBSTRING ${WHAT} 0 1 first)
string(TOUPPER ${first} first)
string(SUBSTRING ${WHAT} 1 -1 rest)
set(constant k${first}${rest})

file(WRITE "${OUTPUT}" "// Written by cmake/embed.cmake: edit the texts instead.
#pragma once
#include <string_view>

namespace huddlekit {
inline constexpr std::string_view ${constant}Names[] = {
${names}};
inline constexpr std::string_view ${constant}Texts[] = {
${texts}};
}  // namespace huddlekit
")
