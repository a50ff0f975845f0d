#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/fwd.hpp"
#include "huddlekit/handle.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

/// What somebody agrees to. Left out: no wish of their own.
struct Consent {
  std::optional<bool> leads{};       ///< to lead huddles
  std::optional<bool> shared{};      ///< to be named in stories told to other teams
  std::optional<bool> celebrated{};  ///< to be named when a win is told

  bool operator==(const Consent&) const = default;
};

/// What erasing somebody did.
struct ForgetReport {
  struct Touched {
    std::string what{};  ///< `story.text`: table and column of the file
    int rows = 0;

    bool operator==(const Touched&) const = default;
  };
  /// A text that may still mean them: a human should look.
  struct Review {
    std::string what{};  ///< `story 12`, `playbook value own-it`
    std::string text{};
    std::string found{};  ///< the word that may be their name

    bool operator==(const Review&) const = default;
  };

  std::vector<Touched> touched{};
  std::vector<Review> review{};
  std::vector<std::string> backups{};  ///< files beside the book that still hold the person
  bool scrubbed = true;  ///< false: another process was reading; repeat to empty the log

  bool operator==(const ForgetReport&) const = default;
};

/// The people of a book, by their keys: what they wish, when they are away, what is kept of them. A
/// handle, to be copied as one likes. Somebody whom the book does not know is NotFound.
class People {
 public:
  /// What holds for somebody: their own wish, else what the playbook says of them.
  [[nodiscard]] Consent consent(std::string_view person) const;
  /// Records a person's own wish; what is left out stays. Answers what holds now.
  Consent set_consent(std::string_view person, const Consent& wish) const;

  /// Somebody will not come from a day on. What is published already changes by Huddle::revise
  /// only. @param last  the last day away; none: not known yet, see `end_absence`.
  /// @throws InvalidArgument when it ends before it begins, Conflict when it overlaps another of
  /// the same person.
  Absence away(std::string_view who, Day first, std::optional<Day> last = {}) const;
  /// Gives an absence another last day: the day before somebody is back. @throws as `away`.
  Absence end_absence(AbsenceId absence, Day last) const;
  /// The person comes after all.
  void cancel_absence(AbsenceId absence) const;

  /// Everything that is kept about somebody, as JSON.
  [[nodiscard]] std::string data_of(std::string_view person) const;
  /// Erases somebody: name and key go everywhere, texts included; turns and counts stay, under "a
  /// colleague". Leaves nothing in free pages, the log or the search index. Told again, it takes
  /// out the key where somebody has written it since; no playbook brings it back.
  ForgetReport forget(std::string_view person) const;

 private:
  friend class Book;
  explicit People(detail::Handle at) : at_(std::move(at)) {}

  detail::Handle at_;
};

}  // namespace huddlekit
