#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "huddlekit/agenda.hpp"
#include "huddlekit/clock.hpp"
#include "huddlekit/exchange.hpp"
#include "huddlekit/feed.hpp"
#include "huddlekit/file_path.hpp"
#include "huddlekit/fwd.hpp"
#include "huddlekit/huddle.hpp"
#include "huddlekit/journal.hpp"
#include "huddlekit/outbox.hpp"
#include "huddlekit/people.hpp"
#include "huddlekit/proposals.hpp"
#include "huddlekit/team.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

// What the calls give and take, the agenda aside, is only declared here: entries.hpp, rota.hpp,
// playbook.hpp, report.hpp and the others define it, and huddlekit.hpp has them all.

/// The open file that holds the playbook (what an organisation defines) and the journal (what
/// happened): the one facade. It hands out small handles, each about one thing.
///
///   auto book = huddlekit::Book::open("harbour.huddle");
///   book.load(huddlekit::read_playbook("harbour.toml"));
///   auto team = book.team("front-desk");
///   auto agenda = team.publish(team.day(), "morning");  // team.agenda(...) only looks
///
/// Every call that writes is one transaction: when it has returned, a kill at any instant loses
/// nothing of it, and when it throws, everything is as it was. A book and its handles may be shared
/// among threads, and any number of processes may have the same file open: readers never wait,
/// writers take turns. (A book in memory takes all its calls one after the other.) After a `fork`
/// parent and child may go on with it, unless it is in memory or in use by a thread that does not
/// come to an end: then the child is told by a Conflict. Copies and handles are of
/// the same open book, which is closed with the last of them.
class Book {
 public:
  struct OpenOptions {
    bool create = false;     ///< make the file, readable by its owner alone, when there is none
    bool read_only = false;  ///< never write; a folder where nobody may write will do
    std::chrono::milliseconds busy_timeout{30'000};  ///< how long a write waits for another's
    Clock now{};                                     ///< asked from any thread; empty: the system's
  };

  /// Opens a file, or `:memory:`. A file of an older version is migrated after a backup beside it
  /// (`harbour.huddle.v1.bak`). @throws StorageError saying which: no such file, not a huddlekit
  /// file, written by a newer version, not readable.
  static Book open(const FilePath& file, const OpenOptions& options);
  static Book open(const FilePath& file) { return open(file, OpenOptions{}); }

  // --- handles -----------------------------------------------------------------------------------

  /// One team. @throws NotFound, naming the nearest.
  [[nodiscard]] Team team(std::string_view key) const;
  /// The teams in force, in the order of the file.
  [[nodiscard]] std::vector<Team> teams() const;
  /// One huddle, by its id. @throws NotFound for one that is not on the calendar.
  [[nodiscard]] Huddle huddle(std::string_view id) const;
  [[nodiscard]] Journal journal() const;
  [[nodiscard]] People people() const;
  [[nodiscard]] Proposals proposals() const;
  [[nodiscard]] Outbox outbox() const;

  /// The same book, for writes that say who makes them and, by `call`, which one this is. A write
  /// of a name that has been made within 30 days changes nothing and gives the answer that it gave
  /// then, in whatever thread or process it is told again: so one whose answer was lost may
  /// be told until there is one. A name is of one write; one that has failed may be told again.
  ///
  ///   book.by("ana", "form-7f3").team("kitchen").win("Found the ring");
  ///
  /// `feed` and `backup` are no writes, and the answer of `forget` is not kept.
  /// @param who   a person's key, or what the host calls its users; empty: not told
  /// @param call  the caller's own, for one write; empty: none. Each one line of at most 200 bytes.
  /// @throws InvalidArgument for others; the write itself Conflict when the name is of another one,
  /// or told otherwise, or when somebody in its answer has been erased since.
  [[nodiscard]] Book by(std::string_view who, std::string_view call = {}) const;
  /// The same book, for calls whose answers speak a language: agendas, plans, reports, reminders,
  /// feeds. The book keeps the same whatever is spoken; people's own words stay as they are.
  ///
  ///   auto agenda = book.speaking("en-XA").team("kitchen").agenda(monday);
  ///
  /// @throws NotFound for a language that is not one of `languages()` (language.hpp).
  [[nodiscard]] Book speaking(std::string_view language) const;

  // --- the playbook ------------------------------------------------------------------------------

  /// Puts in what a playbook says, by key, in one transaction. What the same source said before and
  /// says no more is retired, never deleted; other sources stay. Loading the same playbook twice
  /// changes nothing.
  /// @throws ParseError when a playbook made in code breaks a rule of the file; Conflict when a key
  /// belongs to another source; NotFound for a reference to nothing in the book as a whole.
  LoadReport load(const Playbook& playbook) const;
  /// What is in force now, all sources together, `source` empty.
  [[nodiscard]] Playbook playbook() const;
  /// Replaces the holiday calendar of that name, all or nothing. Teams that follow the name keep
  /// its holidays without a region; those that follow a region, that region's. What is published
  /// stays where it is. @param source  the file or program that they come from.
  /// @throws InvalidArgument for an empty list, one of more than 100,000, or texts that are empty
  /// or longer than 200 bytes.
  void load_holidays(const std::string& name, const std::vector<Holiday>& holidays,
                     const std::string& source) const;
  [[nodiscard]] std::vector<HolidayCalendar> holidays() const;
  /// @throws NotFound naming the nearest.
  void remove_holidays(std::string_view name) const;

  // --- all teams ---------------------------------------------------------------------------------

  /// The agenda of every huddle of that local day, published or a preview, as Team::agenda.
  [[nodiscard]] std::vector<Agenda> agendas(Day day) const;
  /// Publishes every huddle of every team that meets on that local day, in one transaction.
  std::vector<Agenda> publish_all(Day day) const;
  /// As Team::plan for every team at once, day by day; each agenda goes to `take`, which may use
  /// the book. All of it is of the moment at which it was asked for, whatever is written meanwhile.
  template <class Take>
  void plan_all(Day start, Day end, Take&& take) const {
    plan_each(
        start, end,
        [](void* to, Agenda&& agenda) {
          (*static_cast<std::remove_reference_t<Take>*>(to))(std::move(agenda));
        },
        const_cast<void*>(static_cast<const void*>(&take)));
  }
  /// The huddles going on at an instant: begun, and their timebox not over.
  [[nodiscard]] std::vector<CalendarEntry> meeting_at(Instant instant) const;

  /// The huddles of the coming weeks as a calendar to subscribe to (iCalendar). A huddle's UID
  /// never changes; its SEQUENCE and LAST-MODIFIED rise when what is said of it changes, and only
  /// then, for which the book keeps what it said last. So nothing changed means the same bytes, for
  /// an ETag. What is cancelled, or vanishes from the calendar after it was in a feed, stays for 30
  /// days as cancelled. Holds no private note. A read-only book keeps nothing: what it says of a
  /// change is right, only when that was it has to assume.
  /// @throws NotFound for a team or person; InvalidArgument for a range that ends before it begins
  /// or more than 400 days from today, or an alarm outside its range.
  [[nodiscard]] std::string feed(const FeedOptions& options = {}) const;

  /// Stories and lessons that hold all the words, best first (BM25), fresher before older. Case and
  /// accents do not matter; nothing in `words` is an operator. Of more than 5,000 stories that fit,
  /// the 5,000 told last are ranked.
  /// @throws InvalidArgument for words that are empty or more than 1,000 bytes, or a limit outside
  /// 1 to 1,000.
  [[nodiscard]] std::vector<SearchHit> search(std::string_view words,
                                              const SearchOptions& options) const;
  [[nodiscard]] std::vector<SearchHit> search(std::string_view words) const;
  struct ReportOptions {
    bool private_view = false;  ///< for the facilitator alone: adds how often each has heard what
  };
  /// How the huddles of the days [start, end), 1 to 3,660, went. @param key  of the team, or the
  /// department; not looked at for the organisation. What a range without a huddle says is zeros.
  /// @throws NotFound; InvalidArgument for a range that is empty or too long, or a private view of
  /// more than one team.
  [[nodiscard]] Report report(ReportOf of, std::string_view key, Day start, Day end,
                              const ReportOptions& options) const;
  [[nodiscard]] Report report(ReportOf of, std::string_view key, Day start, Day end) const;

  // --- in and out --------------------------------------------------------------------------------

  /// The whole journal as JSON Lines: teams, people, values and prompts by key.
  [[nodiscard]] std::string export_jsonl() const;
  /// Puts that back into a book with the same playbook and an empty journal; all or nothing.
  /// @throws ParseError with every line that is wrong, Conflict when the journal is not empty.
  ImportReport import_jsonl(std::string_view text, const ImportOptions& options = {}) const;
  /// Stories, lessons or commitments of all teams as CSV (RFC 4180), safe to open in a spreadsheet.
  [[nodiscard]] std::string export_csv(CsvKind kind) const;
  /// Adds what such a file says; what the book has already is left alone. All or nothing.
  /// @throws ParseError with every line that is wrong.
  ImportReport import_csv(CsvKind kind, std::string_view text,
                          const ImportOptions& options = {}) const;
  /// Writes a copy that opens, while others write. @throws StorageError when `target` exists or
  /// cannot be written.
  void backup(const FilePath& target) const;
  /// How the book and the place where it lies stand: the engine and its faults, time zones, file
  /// system, rights, free space, log, backups, contents, followed holiday calendars. A line each
  /// (doctor.hpp), in the language that the book speaks. Reads all of the file.
  [[nodiscard]] std::vector<Checkup> check_up() const;
  [[nodiscard]] std::string path() const;

 private:
  friend class Team;
  friend class Huddle;
  explicit Book(detail::Handle at) : at_(std::move(at)) {}
  void plan_each(Day start, Day end, void (*take)(void*, Agenda&&), void* to) const;

  detail::Handle at_;
};

}  // namespace huddlekit
