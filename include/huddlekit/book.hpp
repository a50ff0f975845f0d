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
#include "huddlekit/blameless.hpp"
#include "huddlekit/call.hpp"
#include "huddlekit/exchange.hpp"
#include "huddlekit/feed.hpp"
#include "huddlekit/holiday.hpp"
#include "huddlekit/journal.hpp"
#include "huddlekit/lessons.hpp"
#include "huddlekit/live.hpp"
#include "huddlekit/people.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/promises.hpp"
#include "huddlekit/proposals.hpp"
#include "huddlekit/reminder.hpp"
#include "huddlekit/report.hpp"
#include "huddlekit/rota.hpp"
#include "huddlekit/search.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

namespace detail {
/// Who calls, and the name that they give to the call.
struct Caller {
  std::string by{};
  std::string id{};
};
}  // namespace detail

/// The open file that holds the playbook (what an organisation defines) and the journal (what
/// happened): the one facade.
///
///   auto book = huddlekit::Book::open("harbour.huddle");
///   book.load(huddlekit::read_playbook("harbour.toml"));
///   const huddlekit::Agenda agenda = book.publish("front-desk", day);
///
/// Every call that writes is one transaction: when it has returned, a kill at any instant loses
/// nothing of it, and when it throws, everything is as it was. A book may be shared among threads,
/// and any number of processes may have the same file open: readers never wait, writers take turns.
/// (A book in memory takes all its calls one after the other.) Using a book after `fork` is refused
/// with a Conflict; open it anew in the child. Copies are the same open book, which is closed with
/// the last of them.
class Book {
 public:
  struct OpenOptions {
    bool create = false;     ///< make the file, readable by its owner alone, when there is none
    bool read_only = false;  ///< never write; a folder where nobody may write will do
    std::chrono::milliseconds busy_timeout{30'000};  ///< how long a write waits for another's
    std::function<Instant()> now{};  ///< the clock, asked from any thread; empty: the system's
  };

  /// Opens a file, or `:memory:`. A file of an older version is migrated after a backup beside it
  /// (`harbour.huddle.v1.bak`). @throws StorageError saying which: no such file, not a huddlekit
  /// file, written by a newer version, not readable.
  static Book open(const std::filesystem::path& file, const OpenOptions& options);
  static Book open(const std::filesystem::path& file) { return open(file, OpenOptions{}); }

  // --- who calls ---------------------------------------------------------------------------------

  /// The same book, for writes that say who makes them and, by `call`, which one this is. A write
  /// of a name that has been made within 30 days changes nothing and gives the answer that it gave
  /// then, in whatever thread or process it is told again: so one whose answer was lost may
  /// be told until there is one. A name is of one write; one that has failed may be told again.
  ///
  ///   book.by("ana", "form-7f3").tell(story);
  ///
  /// `feed` and `backup` are no writes, and the answer of `forget` is not kept.
  /// @param who   a person's key, or what the host calls its users; empty: not told
  /// @param call  the caller's own, for one write; empty: none. Each one line of at most 200 bytes.
  /// @throws InvalidArgument for others; the write itself Conflict when the name is of another one,
  /// or told otherwise, or when somebody in its answer has been erased since.
  [[nodiscard]] Book by(std::string_view who, std::string_view call = {}) const;
  /// The writes of the last 30 days that said who made them or had a name, the latest first.
  /// @throws InvalidArgument for a limit outside 1 to 10,000.
  [[nodiscard]] std::vector<Call> calls(int limit = 100) const;

  // --- the playbook ------------------------------------------------------------------------------

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
  /// @throws Conflict when it has begun or is over, when the meeting takes place on that day
  /// already or was cancelled there, or for a published one more than 31 days ahead.
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
  /// As `plan` for every team at once, day by day; each agenda goes to `take`, which may use the
  /// book. All of it is of the moment at which it was asked for, whatever is written meanwhile.
  void plan_all(Day from, Day until, const std::function<void(Agenda)>& take) const;
  /// All revisions of a published huddle, first to last.
  [[nodiscard]] std::vector<Agenda> revisions(std::string_view huddle_id) const;

  /// Makes revision n + 1: replaces those who cannot come (`away`), takes in new notes and stories,
  /// keeps the value of the day. Earlier revisions stay. @param reason  not empty: it is shown.
  /// @throws NotFound for a huddle that is not published, Conflict when it is over.
  Agenda revise(std::string_view huddle_id, std::string_view reason,
                const std::vector<std::string>& away = {});
  /// Records what became of a published huddle. Telling the same twice changes nothing. @throws
  /// Conflict when it was cancelled, completed with something else, or is on a day to come and more
  /// than 12 hours ahead.
  void complete(std::string_view huddle_id, const Outcome& outcome = {});
  /// Corrects a completed huddle: what the outcome says takes the place of what was recorded; what
  /// it says nothing of stays, and so do commitments. @throws Conflict when it is not completed.
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
  /// @throws Conflict when it is on a day to come and more than 12 hours ahead.
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
  /// Notes who is there, or how well the lesson was remembered, while the huddle is on: `finish`
  /// takes both from here unless its outcome tells them.
  LiveHuddle present(std::string_view huddle_id, const std::vector<std::string>& people);
  LiveHuddle rate_lesson(std::string_view huddle_id, Rating rating);
  /// Ends the huddle, wherever it is, and completes it. What `outcome` leaves out of its length,
  /// its segments and what was covered is as it was measured. Finishing twice changes nothing.
  void finish(std::string_view huddle_id, const Outcome& outcome = {},
              std::optional<Instant> now = {});
  /// nullopt for a huddle that has not begun or was cancelled. Never writes.
  [[nodiscard]] std::optional<LiveHuddle> live(std::string_view huddle_id,
                                               std::optional<Instant> now = {}) const;

  // --- feeds -------------------------------------------------------------------------------------

  /// The huddles of the coming weeks as a calendar to subscribe to (iCalendar). A huddle's UID
  /// never changes; its SEQUENCE and LAST-MODIFIED rise when what is said of it changes, and only
  /// then, for which the book keeps what it said last. So nothing changed means the same bytes, for
  /// an ETag. What is cancelled, or vanishes from the calendar after it was in a feed, stays for 30
  /// days as cancelled. Holds no private note. A read-only book keeps nothing: what it says of a
  /// change is right, only when that was it has to assume.
  /// @throws NotFound for a team or person; InvalidArgument for a range that ends before it begins
  /// or more than 400 days from today, or an alarm outside its range.
  [[nodiscard]] std::string feed(const FeedOptions& options = {});

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

  /// @param until  the last day away. @throws NotFound, InvalidArgument when it ends before it
  /// begins, Conflict when it overlaps another of the same person.
  Absence away(std::string_view who, Day from, Day until);
  void cancel_absence(Id absence);
  /// Those of the team's members on the days [from, until).
  [[nodiscard]] std::vector<Absence> absences(std::string_view team, Day from, Day until) const;
  /// Those expected at a huddle, in the team's order; for a published one, when it was published.
  [[nodiscard]] std::vector<Person> expected(std::string_view huddle_id) const;
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

  /// A win, a miss, a benchmark, an improvement; not of a day after the team's today.
  Story tell(const Story& story);
  Lesson learn(const Lesson& lesson);  ///< not of a day after the team's today either
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
  [[nodiscard]] std::vector<Lesson> lessons(std::string_view team, bool only_active = true) const;
  [[nodiscard]] std::vector<Commitment> commitments(std::string_view team,
                                                    bool only_open = true) const;
  [[nodiscard]] std::vector<Note> notes(std::string_view team, Day day) const;

  /// Changes a story; a text that is replaced is kept. @param by  who edits, if that is known.
  /// @throws NotFound, and what `tell` throws.
  Story edit_story(Id story, const StoryChange& change, std::optional<std::string_view> by = {});
  /// @throws NotFound.
  [[nodiscard]] Story story(Id id) const;
  /// The texts that a story had before, oldest first.
  [[nodiscard]] std::vector<StoryEdit> story_edits(Id story) const;
  /// Records what was done for the customer of a miss. Telling the same twice changes nothing.
  /// @throws Conflict when the step was taken by somebody else or on another day, or the story is
  /// no miss; InvalidArgument for a day before the miss or after the team's today.
  Story put_right(Id story, Recovery step, std::string_view by, Day day);
  /// Misses that are not put right yet, oldest first: they stay in the agenda.
  [[nodiscard]] std::vector<Story> open_misses(std::string_view team) const;
  /// `check_blameless` with the names of everybody in the book.
  [[nodiscard]] BlamelessCheck check_miss(std::string_view text) const;
  /// Stories and lessons that hold all the words, best first (BM25), fresher before older. Case and
  /// accents do not matter; nothing in `words` is an operator. Of more than 5,000 stories that fit,
  /// the 5,000 told last are ranked.
  /// @throws InvalidArgument for words that are empty or more than 1,000 bytes, or a limit outside
  /// 1 to 1,000.
  [[nodiscard]] std::vector<SearchHit> search(std::string_view words,
                                              const SearchOptions& options = {}) const;

  // --- lessons that come back -------------------------------------------------------------------

  /// What has become of a lesson that need not come back: it is in the checklist, or no longer
  /// true. Telling it twice changes nothing. @throws NotFound, Conflict when it is merged, or
  /// retired for another reason.
  Lesson retire_lesson(Id lesson, std::string_view reason);
  /// Lets another lesson stand for this one. @throws NotFound, InvalidArgument for itself, Conflict
  /// when either is merged elsewhere or retired.
  Lesson merge_lesson(Id lesson, Id into);
  /// How well the team is taken to remember each lesson that comes back to it, on a day (today).
  [[nodiscard]] std::vector<LessonStanding> recall(std::string_view team,
                                                   std::optional<Day> day = {}) const;
  /// When a lesson came back to the team, oldest first, and how it was remembered.
  [[nodiscard]] std::vector<LessonReview> reviews(Id lesson, std::string_view team) const;
  /// Works every standing out anew from the reviews; answers how many differed (0 in a sound book).
  int rebuild_recall();
  /// What the team's lesson slots can carry, and what could make room.
  [[nodiscard]] LessonLoad lesson_capacity(std::string_view team) const;

  // --- promises, and matters between teams ------------------------------------------------------

  /// Gives an open commitment a new day; the reason stays on record. @throws NotFound, Conflict
  /// when it is closed, InvalidArgument for the same day or one before it was made.
  Commitment renegotiate(Id commitment, Day due, std::string_view reason);
  [[nodiscard]] std::vector<Renegotiation> renegotiations(Id commitment) const;
  /// Of the commitments due on the days [from, until).
  [[nodiscard]] KeptRate kept_rate(std::string_view team, Day from, Day until) const;
  /// Puts a story into the hands of another team: it stands on that team's agendas until somebody
  /// there answers. @throws NotFound, InvalidArgument for the story's own team, Conflict when it
  /// waits for that team already.
  HandOff hand_off(Id story, std::string_view to_team, std::string_view question);
  /// The answer stands on the next agenda of the team that asked. @param by  a member of the team
  /// that was asked. @throws NotFound, InvalidArgument when `by` is not one, Conflict when it has
  /// been answered otherwise.
  HandOff answer(Id hand_off, std::string_view text, std::string_view by);
  /// What the team has raised, and what it is asked; oldest first.
  [[nodiscard]] std::vector<HandOff> hand_offs(std::string_view team, bool only_open = false) const;

  // --- proposals for the playbook ---------------------------------------------------------------

  /// Answers the proposal as stored. @throws NotFound for an unknown value, story or person.
  Proposal propose(const Proposal& proposal);
  /// @throws NotFound; Conflict when it was decided otherwise, here and below.
  Proposal accept(Id proposal);
  Proposal decline(Id proposal, std::string_view reason);
  [[nodiscard]] std::vector<Proposal> proposals(
      std::optional<ProposalState> state = ProposalState::kWaiting) const;
  /// What was accepted and is not in the playbook yet, as TOML to paste: prompts to add, and values
  /// to put in the place of those that have their key.
  [[nodiscard]] std::string proposals_toml() const;

  // --- people's rights ---------------------------------------------------------------------------

  /// What holds for somebody: their own wish, else what the playbook says of them.
  [[nodiscard]] Consent consent(std::string_view person) const;
  /// Records a person's own wish; what is left out stays. Answers what holds now.
  Consent consent(std::string_view person, const Consent& wish);
  /// Everything that is kept about somebody, as JSON.
  [[nodiscard]] std::string export_person(std::string_view person) const;
  /// Erases somebody: name and key go everywhere, texts included; turns and counts stay, under "a
  /// colleague". Leaves nothing in free pages, the log or the search index. May be repeated; no
  /// playbook brings the key back.
  ForgetReport forget(std::string_view person);

  // --- exchange ----------------------------------------------------------------------------------

  /// The whole journal as JSON Lines: teams, people, values and prompts by key.
  [[nodiscard]] std::string export_jsonl() const;
  /// Puts that back into a book with the same playbook and an empty journal; all or nothing.
  /// @throws ParseError with every line that is wrong, Conflict when the journal is not empty.
  ImportReport import_jsonl(std::string_view text, const ImportOptions& options = {});
  /// Stories, lessons or commitments of all teams as CSV (RFC 4180), safe to open in a spreadsheet.
  [[nodiscard]] std::string export_csv(CsvKind kind) const;
  /// Adds what such a file says; what the book has already is left alone. All or nothing.
  /// @throws ParseError with every line that is wrong.
  ImportReport import_csv(CsvKind kind, std::string_view text, const ImportOptions& options = {});

  // --- reminders ---------------------------------------------------------------------------------
  // An outbox: what the playbook's `[[reminder]]` rules want to go out by now, each with an id that
  // stays. Nothing is sent here; sending is the caller's business. The calls that take an id throw
  // InvalidArgument for one that does not read like one and NotFound for one never offered.

  /// What `due_reminders` would offer. Never writes.
  [[nodiscard]] std::vector<Reminder> reminders(std::optional<Instant> now = {}) const;
  /// At most `limit` (1 to 10,000) reminders, each on lease to this caller for `lease` (1 s to 1
  /// day). Those that nobody acknowledges by then are offered again; what makes no sense any more
  /// is not. The earliest due come first.
  std::vector<Reminder> due_reminders(std::optional<Instant> now = {}, int limit = 100,
                                      std::chrono::seconds lease = std::chrono::minutes{5});
  /// Notes that one target has it, so that another attempt leaves it out.
  /// @param target  the name, 1 to 200 bytes, under which `reached` and `deliveries` show it, never
  /// its address.
  void delivered(std::string_view reminder_id, std::string_view target);
  /// It went out: it is not offered again. Telling it twice changes nothing.
  void acknowledge(std::string_view reminder_id);
  /// It did not go out: it is offered again after 1, 5, 25 and then every 60 minutes, as long as it
  /// makes sense. Nothing changes when it went out, or is on lease to somebody else by now.
  /// @param why  1 to 2,000 bytes for `deliveries`; never a secret.
  /// @param attempt  the caller's lease, as in Reminder; 0: whatever lease there is.
  void fail(std::string_view reminder_id, std::string_view why, int attempt = 0);
  /// Somebody reacted to it: the count of unanswered ones begins anew.
  void answered(std::string_view reminder_id);
  /// What became of the team's reminders of the days [from, until), first to last.
  [[nodiscard]] std::vector<Delivery> deliveries(std::string_view team, Day from, Day until) const;

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
  explicit Book(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> impl_;
  detail::Caller caller_;
};

/// *What if*: plays a playbook for some weeks in memory, every huddle published and held, before
/// anybody launches it. Warns of values that a part-timer would not meet and of huddles with one
/// possible facilitator.
/// @throws InvalidArgument for options outside their ranges, or a playbook without an organisation.
[[nodiscard]] Simulation simulate(const Playbook& playbook, const SimulationOptions& options = {});

}  // namespace huddlekit
