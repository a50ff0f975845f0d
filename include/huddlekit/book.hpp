#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/holiday.hpp"
#include "huddlekit/journal.hpp"
#include "huddlekit/live.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/report.hpp"
#include "huddlekit/rota.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

/// The open file that holds the playbook (what an organisation defines) and the journal (what
/// happened): the one facade.
///
///   auto book = huddlekit::Book::open("harbour.huddle");
///   book.load(huddlekit::read_playbook("harbour.toml"));
///   const huddlekit::Agenda agenda = book.publish("front-desk", day);
///
/// Every call that writes is one transaction: when it has returned, a kill at any instant loses
/// nothing of it, and when it throws, everything is as it was. A book may be shared among threads:
/// its calls run one after the other. Any number of processes may have the same file open: readers
/// never wait, writers take turns. Using a book after `fork` is refused with a Conflict; open it
/// anew in the child.
class Book {
 public:
  struct OpenOptions {
    bool create = false;     ///< make the file, readable by its owner alone, when there is none
    bool read_only = false;  ///< never write; a folder where nobody may write will do
    std::chrono::milliseconds busy_timeout{30'000};  ///< how long a write waits for another's
    std::function<Instant()> now;                    ///< the clock; empty: the system's
  };

  /// Opens a file, or `:memory:`. A file of an older version is migrated after a backup beside it
  /// (`harbour.huddle.v1.bak`). @throws StorageError saying which: no such file, not a huddlekit
  /// file, written by a newer version, not readable.
  static Book open(const std::filesystem::path& file, const OpenOptions& options);
  static Book open(const std::filesystem::path& file) { return open(file, OpenOptions{}); }

  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;
  ~Book();

  // --- the playbook ------------------------------------------------------------------------------

  struct LoadReport {
    int added = 0;
    int changed = 0;
    int retired = 0;  ///< was in this source before; kept, since old agendas refer to it
    int unchanged = 0;

    bool operator==(const LoadReport&) const = default;
  };
  /// Puts in what a playbook says, by key, in one transaction. What the same source said before and
  /// says no more is retired, never deleted; other sources stay. Loading the same playbook twice
  /// changes nothing.
  /// @throws ParseError when a playbook made in code breaks a rule of the file; Conflict when a key
  /// belongs to another source; NotFound for a reference to nothing in the book as a whole.
  LoadReport load(const Playbook& playbook);
  /// What is in force now, all sources together, `source` empty.
  [[nodiscard]] Playbook playbook() const;
  /// Keys of the teams in force, in the order of the file.
  [[nodiscard]] std::vector<std::string> teams() const;

  // --- the calendar ------------------------------------------------------------------------------

  /// The team's huddles that take place on the days [from, until), in order of their start, with
  /// what became of each; cancelled ones too.
  [[nodiscard]] std::vector<Huddle> calendar(std::string_view team, Day from, Day until) const;
  /// The huddle of that id, wherever it has moved to. @throws NotFound.
  [[nodiscard]] Huddle huddle(std::string_view huddle_id) const;
  /// The team's first huddle that starts later than `now`; without one, by the book's clock.
  [[nodiscard]] std::optional<Huddle> next_huddle(std::string_view team,
                                                  std::optional<Instant> now = {}) const;
  /// The huddles going on at an instant: begun, and their timebox not over.
  [[nodiscard]] std::vector<Huddle> teams_meeting_at(Instant instant) const;
  /// Lets one huddle take place at another time, on a holiday too; its id stays. A published one is
  /// revised: moved within its day it keeps everything else; on another day its turns are given
  /// back and it is composed anew. Moving it back undoes that.
  /// @param reason  not empty: it is shown.
  /// @throws Conflict when it is over, when the meeting takes place on that day already or was
  /// cancelled there, or for a published one more than 31 days ahead.
  Huddle move(std::string_view huddle_id, LocalTime to, std::string_view reason);

  /// Replaces the holiday calendar of that name, all or nothing. Teams that follow the name keep
  /// its holidays without a region; those that follow a region, that region's. What is published
  /// stays where it is. @param source  the file or program that they come from.
  /// @throws InvalidArgument for an empty list, one of more than 100,000, or texts that are empty
  /// or longer than 200 bytes.
  void load_holidays(const std::string& name, const std::vector<Holiday>& holidays,
                     const std::string& source);
  [[nodiscard]] std::vector<HolidayCalendar> holidays() const;
  /// @throws NotFound naming the nearest.
  void remove_holidays(std::string_view name);
  /// The team's local date at an instant; without one, by the book's clock.
  [[nodiscard]] Day local_day(std::string_view team, std::optional<Instant> now = {}) const;

  // --- agendas -----------------------------------------------------------------------------------
  // `huddle` is the key of one of the team's meetings. It may be left out when only one takes place
  // that day; else the call is a Conflict that lists them. A day without a huddle, or with a
  // cancelled one, is a normal answer: nullopt. An unknown team is NotFound.

  /// The published agenda, or a preview of what `publish` would store now. Never writes.
  [[nodiscard]] std::optional<Agenda> agenda(std::string_view team, Day day,
                                             std::string_view huddle = {}) const;
  /// Stores the agenda once and returns the same ever after, whoever else publishes it at the same
  /// moment.
  /// @throws Conflict for a day more than 31 days after the team's local date.
  std::optional<Agenda> publish(std::string_view team, Day day, std::string_view huddle = {});
  /// Publishes every huddle of every team that meets on that local day, in one transaction.
  std::vector<Agenda> publish_all(Day day);
  /// The agendas of the days [from, until) as they would be published one after the other if
  /// nothing changes. Stores nothing. @throws InvalidArgument for a range of more than 400 days.
  [[nodiscard]] std::vector<Agenda> plan(std::string_view team, Day from, Day until) const;
  /// As `plan` for every team at once, day by day; each agenda goes to `take`, which must not call
  /// the book.
  void plan_all(Day from, Day until, const std::function<void(Agenda)>& take) const;
  /// All revisions of a published huddle, first to last.
  [[nodiscard]] std::vector<Agenda> revisions(std::string_view huddle_id) const;

  /// Makes revision n + 1: replaces those who cannot come (`away`), takes in new notes and stories,
  /// keeps the value of the day. Earlier revisions stay. @param reason  not empty: it is shown.
  /// @throws NotFound for a huddle that is not published, Conflict when it is over.
  Agenda revise(std::string_view huddle_id, std::string_view reason,
                const std::vector<std::string>& away = {});
  /// Records what became of a published huddle. Telling the same twice changes nothing. @throws
  /// Conflict when it was cancelled, or completed with something else.
  void complete(std::string_view huddle_id, const Outcome& outcome = {});
  /// Corrects a completed huddle: what was recorded before counts no more. What was measured stays
  /// where the outcome says nothing of the segments, and so do commitments. @throws Conflict when
  /// it is not completed.
  void amend(std::string_view huddle_id, const Outcome& outcome);
  /// Takes a huddle off the calendar, published or not, and gives its turns back. @throws Conflict
  /// when it is completed.
  void cancel(std::string_view huddle_id, std::string_view reason);

  // --- holding the huddle ------------------------------------------------------------------------
  // Every call stores how the huddle stands, so that a process that is killed, or another one, goes
  // on in the same segment with the right clock. `now` is the book's clock where it is left out;
  // one that goes backwards counts nothing. @throws Conflict when it does not fit how far the
  // huddle has come, or it is cancelled or completed.

  /// Begins, or goes on with a huddle that has begun already; publishes it where it is not.
  LiveHuddle start(std::string_view huddle_id, std::optional<Instant> now = {});
  /// Goes on to the next segment that is not cut, or ends after the last. A paused huddle runs
  /// again.
  LiveHuddle next_segment(std::string_view huddle_id, std::optional<Instant> now = {});
  LiveHuddle pause(std::string_view huddle_id, std::optional<Instant> now = {});
  LiveHuddle resume(std::string_view huddle_id, std::optional<Instant> now = {});
  /// Takes a segment that is still to come out of the plan, or with `cut` false back in. @throws
  /// NotFound for a segment that the huddle does not have.
  LiveHuddle cut(std::string_view huddle_id, std::string_view segment, bool cut = true,
                 std::optional<Instant> now = {});
  /// Ends the huddle, wherever it is, and completes it. What `outcome` leaves out of its length,
  /// its segments and what was covered is as it was measured. Finishing twice changes nothing.
  void finish(std::string_view huddle_id, const Outcome& outcome = {},
              std::optional<Instant> now = {});
  /// nullopt for a huddle that has not begun. Never writes.
  [[nodiscard]] std::optional<LiveHuddle> live(std::string_view huddle_id,
                                               std::optional<Instant> now = {}) const;

  // --- turns and presence ------------------------------------------------------------------------
  // A roster decides who is expected; where it is silent, working days, shifts and absences do.
  // What is published already changes by `revise` only.

  /// The next `n` turns (1 to 100) from `from` on, `today` where it is left out: published ones,
  /// and the others as they come if nothing changes. Fewer when the team does not meet often enough
  /// within 400 days.
  [[nodiscard]] std::vector<Turn> who_is_next(std::string_view team, Role role, int n,
                                              std::optional<Day> from = {}) const;
  /// Lets the turn at a huddle pass whoever it falls to; that person stays first in line. A
  /// published huddle is revised.
  /// @throws NotFound, Conflict when the huddle is over, more than 400 days away, or has nobody in
  /// that role.
  Turn skip(std::string_view huddle_id, Role role);
  /// `with` takes the turn at that huddle, and whoever had it takes `with`'s next one within 60
  /// days, where there is one: answers both. A published huddle is revised. @throws Conflict when
  /// `with` is not expected there or does not lead.
  std::vector<Turn> swap(std::string_view huddle_id, Role role, std::string_view with);
  /// As `skip` for a published huddle, with the reason that the revision shows.
  Agenda give_back(std::string_view huddle_id, Role role, std::string_view reason);

  /// @throws InvalidArgument when it ends before it begins, Conflict when it overlaps another of
  /// the same person.
  Absence away(std::string_view who, Day from, Day until);
  void cancel_absence(Id absence);
  /// Those of the team's members on the days [from, until).
  [[nodiscard]] std::vector<Absence> absences(std::string_view team, Day from, Day until) const;
  /// Replaces who is expected at every huddle that the lines name; answers at how many. All or
  /// nothing.
  /// @throws NotFound for a member or a meeting that does not exist.
  int load_roster(std::string_view team, const std::vector<RosterLine>& lines);

  /// A row for every member and value in force: as attendance was recorded, else as expected.
  [[nodiscard]] std::vector<ExposureRow> exposure(std::string_view team) const;
  /// For the facilitator alone: who of those expected has not heard the value yet, who is new, who
  /// is away. Empty when there is no huddle.
  [[nodiscard]] std::string private_note(std::string_view team, Day day,
                                         std::string_view huddle = {}) const;

  // --- the journal -------------------------------------------------------------------------------
  // Each returns the entry as stored, `id` filled in. `id` in the argument is ignored.
  // @throws NotFound for an unknown team, person or value; InvalidArgument for a text that is
  // empty, too long, not UTF-8 or holds control characters.

  Story tell(const Story& story);  ///< a win, a miss, a benchmark, an improvement
  Lesson learn(const Lesson& lesson);
  Commitment commit(const Commitment& commitment);
  Note note(const Note& note);
  /// Closes a commitment. @param reason  why it was missed or dropped. @throws NotFound, Conflict
  /// when closed otherwise.
  Commitment close(Id commitment, CommitmentState state, std::string_view reason = {});

  /// Puts a round straight into the journal: each person's improvement and what a customer taught
  /// them, in one transaction. Collecting the same again changes nothing; others may be added.
  /// @throws InvalidArgument for an answer without a text or somebody named twice, Conflict when
  /// somebody has said something else there, or the huddle is cancelled.
  CollectedRound collect_round(std::string_view huddle_id, const std::vector<RoundAnswer>& answers);

  [[nodiscard]] std::vector<Story> stories(std::string_view team, Day from, Day until) const;
  [[nodiscard]] std::vector<Lesson> lessons(std::string_view team) const;
  [[nodiscard]] std::vector<Commitment> commitments(std::string_view team,
                                                    bool only_open = true) const;
  [[nodiscard]] std::vector<Note> notes(std::string_view team, Day day) const;

  // --- reports -----------------------------------------------------------------------------------

  struct ReportOptions {
    bool private_view = false;  ///< for the facilitator alone: adds how often each has heard what
  };
  /// How the huddles of the days [from, until), 1 to 3,660, went. @param key  of the team, or the
  /// department; not looked at for the organisation. What a range without a huddle says is zeros.
  /// @throws NotFound; InvalidArgument for a range that is empty or too long, or a private view of
  /// more than one team.
  [[nodiscard]] Report report(ReportOf of, std::string_view key, Day from, Day until,
                              const ReportOptions& options) const;
  [[nodiscard]] Report report(ReportOf of, std::string_view key, Day from, Day until) const {
    return report(of, key, from, until, ReportOptions{});
  }

  // --- the file ----------------------------------------------------------------------------------

  /// Writes a copy that opens, while others write. @throws StorageError when `target` exists or
  /// cannot be written.
  void backup(const std::filesystem::path& target) const;
  [[nodiscard]] const std::filesystem::path& path() const;

 private:
  class Impl;
  explicit Book(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// *What if*: plays a playbook for some weeks in memory, every huddle published and held, before
/// anybody launches it. Warns of values that a part-timer would not meet and of huddles with one
/// possible facilitator.
/// @throws InvalidArgument for options outside their ranges, or a playbook without an organisation.
[[nodiscard]] Simulation simulate(const Playbook& playbook, const SimulationOptions& options = {});

}  // namespace huddlekit
