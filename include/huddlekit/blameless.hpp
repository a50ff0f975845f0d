#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huddlekit {

/// Something in the text of a miss that points at a person.
struct BlameFinding {
  enum class Kind { kNamesAPerson, kWordOfBlame };

  Kind kind{};
  std::size_t start = 0;  ///< bytes [start, end) of the text
  std::size_t end = 0;
  std::string found{};   ///< what stands there
  std::string advice{};  ///< what to say instead, in one plain sentence

  bool operator==(const BlameFinding&) const = default;
};

/// The form a miss is told in. An empty part is still to be said.
struct MissForm {
  std::string situation{};
  std::string happened{};
  std::string now{};  ///< what we do now

  bool operator==(const MissForm&) const = default;
};

/// What `check_blameless` has to say about a text.
struct BlamelessCheck {
  std::vector<BlameFinding> findings{};  ///< by place; empty: nothing to say
  MissForm form{};                       ///< a proposal to go on from

  bool operator==(const BlamelessCheck&) const = default;
};

/// Warns when the text of a miss (English) names a person or uses words of blame, and proposes it
/// in the form "situation, what happened, what we do now".
///
///   const std::vector<std::string> names{"Ana Silva"};
///   const auto check = check_blameless("At six, Ana forgot the call. We now set alarms.", names);
///   check.findings;  // "Ana" and "forgot"
///   check.form;      // {"At six.", "A colleague missed the call.", "We now set alarms."}
///
/// A warning is advice, never a reason to refuse a text: words are matched, not understood. Names
/// are found whole or by one of their parts, whatever their case and accents; a part that is also
/// an everyday word (`Will`, `May`, `Rose`) only where it is written and placed like a name. Words
/// of blame pass when negated, within quotation marks, or when a customer is their subject, and "we
/// forgot" is a team's own word. In the proposal a name becomes "a colleague"; a sentence that
/// cannot be said without its word of blame is left out. Safe to call from several threads.
/// @param names  full names of those who must not be named.
/// @throws InvalidArgument unless `text` is UTF-8 of 1 to 20,000 bytes without control characters.
[[nodiscard]] BlamelessCheck check_blameless(std::string_view text,
                                             std::span<const std::string> names);

/// Three lines with their headings; an empty part becomes the question it should answer.
[[nodiscard]] std::string to_string(const MissForm& form);

}  // namespace huddlekit
