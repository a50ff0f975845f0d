#pragma once
// What is named in the calls of a book and defined in the header of its subject.
#include <cstdint>

namespace huddlekit {

/// What an id is to the file; see ids.hpp.
using Id = std::int64_t;
template <class Entry>
class IdOf;

class Book;
class Huddle;
class Journal;
class Outbox;
class People;
class Proposals;
class Team;

// agenda.hpp
struct Agenda;
struct Person;
// blameless.hpp, call.hpp, doctor.hpp, lessons.hpp, live.hpp, recall.hpp, search.hpp
struct BlamelessCheck;
struct Call;
struct Checkup;
struct LessonLoad;
struct LessonReview;
struct LessonStanding;
struct LiveHuddle;
struct SearchHit;
struct SearchOptions;
enum class Rating;
// entries.hpp
struct CalendarEntry;
struct CollectedRound;
struct Commitment;
struct Lesson;
struct NewCommitment;
struct Note;
struct Outcome;
struct Proposal;
struct RoundAnswer;
struct Story;
struct StoryChange;
struct StoryEdit;
enum class CommitmentState;
enum class Recovery;
enum class StoryKind;
// playbook.hpp, holiday.hpp
struct Holiday;
struct HolidayCalendar;
struct LoadReport;
struct Playbook;
// promises.hpp
struct HandOff;
struct KeptRate;
struct Renegotiation;
// reminder.hpp, report.hpp
struct Delivery;
struct Reminder;
struct Report;
enum class ReportOf;
// rota.hpp
struct Absence;
struct ExposureRow;
struct RosterLine;
struct Turn;
enum class Role;

using AbsenceId = IdOf<Absence>;
using CommitmentId = IdOf<Commitment>;
using HandOffId = IdOf<HandOff>;
using LessonId = IdOf<Lesson>;
using NoteId = IdOf<Note>;
using ProposalId = IdOf<Proposal>;
using StoryId = IdOf<Story>;

}  // namespace huddlekit
