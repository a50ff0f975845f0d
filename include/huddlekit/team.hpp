#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/audience.hpp"
#include "huddlekit/fwd.hpp"
#include "huddlekit/handle.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

/// What there is to say about a story beside its text. What is left out is not said.
struct StoryDetails {
  std::vector<std::string> who{};     ///< keys of the colleagues behind it; none for a miss
  std::vector<std::string> values{};  ///< keys of the values it shows
  std::optional<std::string> by{};    ///< key of whoever tells it; none: anonymous
  std::optional<Day> day{};           ///< not after the team's today; none: today
  std::string touch_point{};          ///< as in Story, from here on
  std::string stage{};
  std::string customer{};
  bool inside_customer = false;
  std::vector<std::string> tags{};
  std::string promise{};
};

/// What there is to say about a lesson beside what it taught.
struct LessonDetails {
  std::string change{};            ///< what is done differently now
  int importance = 1;              ///< 1 to 3
  std::string value{};             ///< key of the value it illustrates
  std::optional<StoryId> story{};  ///< that it was learned from
  std::optional<Day> day{};        ///< not after the team's today; none: today
  Audience audience = Audience::kTeam;
};

/// One team of a book: a handle, to be copied as one likes. It refers to the open book and keeps
/// nothing of the team: each call reads or writes, as Book says of its own.
///
///   auto team = book.team("front-desk");
///   team.win("Found the ring before the guest missed it", {.who = {"ana"}});
///   auto agenda = team.publish(team.day(), "morning");
///
/// `huddle` is the key of one of the team's meetings. It may be left out where only one takes place
/// that day; else the call is a Conflict that lists them. A day without a huddle, or with a
/// cancelled one, is a normal answer: nullopt. A team that has left the playbook can still be read;
/// a write is NotFound.
class Team {
 public:
  /// Does not look whether the book has it: Book::team does.
  Team(const Book& book, std::string key);
  [[nodiscard]] const std::string& key() const noexcept { return key_; }

  // --- when --------------------------------------------------------------------------------------

  /// The team's local date at an instant; without one, by the book's clock.
  [[nodiscard]] Day day(std::optional<Instant> now = {}) const;
  /// The first huddle that starts later than `now`; without one, by the book's clock.
  [[nodiscard]] std::optional<CalendarEntry> next(std::optional<Instant> now = {}) const;
  /// The huddles that take place on the days [start, end), in order of their start, with what
  /// became of each; cancelled ones too. @throws InvalidArgument for more than 3,660 days.
  [[nodiscard]] std::vector<CalendarEntry> calendar(Day start, Day end) const;

  // --- agendas -----------------------------------------------------------------------------------

  /// The published agenda, or a preview of what `publish` would store now. Never writes.
  [[nodiscard]] std::optional<Agenda> agenda(Day day, std::string_view huddle = {}) const;
  /// Stores the agenda once and returns the same ever after, whoever else publishes it at the same
  /// moment. @throws Conflict for a day more than 31 days after the team's local date.
  std::optional<Agenda> publish(Day day, std::string_view huddle = {}) const;
  /// The agendas of the days [start, end) as they would be published one after the other if nothing
  /// changes. Stores nothing. @throws InvalidArgument for a range of more than 400 days.
  [[nodiscard]] std::vector<Agenda> plan(Day start, Day end) const;
  /// For whoever leads, alone: who of those expected has not heard the value yet, who is new, who
  /// is away. Empty when there is no huddle.
  [[nodiscard]] std::string leader_note(Day day, std::string_view huddle = {}) const;

  // --- turns and presence ------------------------------------------------------------------------

  /// The next `n` turns (1 to 100) from `start` on, today where it is left out: published ones, and
  /// the others as they come if nothing changes. Fewer when the team does not meet often enough
  /// within 400 days.
  [[nodiscard]] std::vector<Turn> rota(Role role, int n, std::optional<Day> start = {}) const;
  /// Replaces who is expected at every huddle that the lines name; answers at how many. All or
  /// nothing. A roster decides who is expected; where it is silent, working days, shifts and
  /// absences do. @throws NotFound for a member or a meeting that does not exist.
  int load_roster(const std::vector<RosterLine>& lines) const;
  /// Of its members, on the days [start, end).
  [[nodiscard]] std::vector<Absence> absences(Day start, Day end) const;
  /// A row for every member and value in force: as attendance was recorded, else as expected.
  [[nodiscard]] std::vector<ExposureRow> exposure() const;

  // --- what happens ------------------------------------------------------------------------------
  // Each answers the entry as stored. @throws NotFound for an unknown person or value;
  // InvalidArgument for a text that is empty, too long, not UTF-8 or holds control characters.

  Story tell(StoryKind kind, std::string_view text, const StoryDetails& details = {}) const;
  Story win(std::string_view text, const StoryDetails& details = {}) const;
  /// Told without blame: see `check_blameless`.
  Story miss(std::string_view text, const StoryDetails& details = {}) const;
  Lesson lesson(std::string_view insight, const LessonDetails& details = {}) const;
  /// @param made  today where it is left out.
  Commitment commit(const NewCommitment& commitment, std::optional<Day> made = {}) const;
  /// For one day only, today where it is left out. @param source  the person or program that it is
  /// from.
  Note note(std::string_view text, std::optional<Day> day = {}, std::string_view source = {}) const;

  [[nodiscard]] std::vector<Story> stories(Day start, Day end) const;
  /// Misses that are not put right yet, oldest first: they stay in the agenda.
  [[nodiscard]] std::vector<Story> open_misses() const;
  [[nodiscard]] std::vector<Lesson> lessons(bool only_active = true) const;
  [[nodiscard]] std::vector<Commitment> commitments(bool only_open = true) const;
  [[nodiscard]] std::vector<Note> notes(Day day) const;
  /// What the team has raised, and what it is asked; oldest first.
  [[nodiscard]] std::vector<HandOff> hand_offs(bool only_open = false) const;

  bool operator==(const Team& other) const noexcept {
    return same_book(at_, other.at_) && key_ == other.key_;
  }

 private:
  detail::Handle at_;
  std::string key_;
};

}  // namespace huddlekit
