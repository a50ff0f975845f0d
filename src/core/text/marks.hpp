#pragma once

namespace huddlekit::marks {

// What stands within texts that the library writes; see core/sentences/phrase.hpp. No text of
// people's own can hold these: control characters are refused where text comes in.

inline constexpr char kPerson = '\x01', kPersonEnd = '\x02';  // around somebody's id
inline constexpr char kPhrase = '\x0E', kPhraseEnd = '\x0F';  // around a sentence's key and more
inline constexpr char kArgument = '\x1F';                     // before what is put into it
inline constexpr char kItem = '\x1E';                         // between those of a list
inline constexpr char kNumeral = '\x11';  // before a number that is written as a language does

}  // namespace huddlekit::marks
