#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/agenda/agenda_template.hpp"
#include "core/agenda/draft.hpp"
#include "core/agenda/rulebook.hpp"
#include "core/turns/turns.hpp"

namespace huddlekit {

// What composing one agenda needs to know. Plain values, gathered by the book; nothing here reads a
// clock or a file.

/// A rotation with what the explanations count.
struct Rota {
  struct Past {
    std::int64_t turns = 0;
    std::optional<Day> last;
  };
  std::vector<Candidate> candidates;
  std::vector<Past> past;  // beside `candidates`
  std::vector<Id> left;    // former members, whose credit has been shared out
  bool whole = false;      // the book holds these members and nobody else

  void take(std::size_t chosen, Day day) {
    take_turn(candidates, chosen);
    ++past[chosen].turns;
    auto& last = past[chosen].last;  // huddles may be published out of their order
    last = std::max(last.value_or(day), day);
  }
};

/// Somebody expected at the huddle.
struct Attendee {
  Id id = 0;
  bool leads = true;
  bool newcomer = false;  // would be at a huddle of this team for the first time
};

/// What one person has been at and heard in a team.
struct Hearing {
  std::int64_t huddles = 0;
  struct Value {
    Id value = 0;
    std::int64_t credit = 0;  // due over those huddles minus heard, in units of kTurn
    std::int64_t times = 0;
    std::optional<Day> last;
  };
  std::vector<Value> values;
};

/// What people agreed on about one turn.
struct Arrangement {
  bool lead = true;  // else the customer's seat
  Id person = 0;
  bool takes = true;  // else is passed by
};

/// The value of the day with the figures that explain it.
struct ValueOfDay {
  Id id = 0;
  std::size_t index = 0;  // in the rulebook
  const Value* value = nullptr;
  std::int64_t turn = 1;    // which turn of this value it is
  std::optional<Day> last;  // its turn before
  std::int64_t weight = 1;  // its own, and of all values together
  std::int64_t weights = 1;
  std::string theme;      // the theme that raises it today, or empty
  std::vector<Id> never;  // who of those expected has not heard it yet
};

/// One prompt with what the team has made of it.
struct PromptUse {
  const StoredPrompt* prompt = nullptr;
  std::int64_t last = 0;                   // the running number of its last use; 0: never
  std::int64_t pass = 0;                   // the pass through the value's prompts in which that was
  const std::vector<Id>* heard = nullptr;  // by whom; nullptr: nobody
};

struct StoryFact {
  Id id = 0;
  StoryKind kind{};
  Day day{};
  std::string text;
  std::vector<Id> who;
  std::vector<std::string> values;  // names
};

/// A win of another team, told on a feature day.
struct SharedFact {
  StoryFact story;         // `who` holds those who like to be named
  bool unnamed = false;    // somebody else is behind it too
  std::string team;        // name
  bool for_value = false;  // it shows today's value
};

/// The lesson of the day.
struct LessonFact {
  Id id = 0;
  Day day{};
  std::string insight;
  std::string change;
  std::string value;  // name
  std::string team;   // name of the team that learned it, if another
  std::optional<Day> heard;
  int in_ten = 0;          // of ten colleagues, about so many would remember it
  std::size_t due = 1;     // lessons that are, this one included
  bool for_value = false;  // preferred to a slightly better one because it shows today's value
};

struct CommitmentFact {
  Id id = 0;
  Id who = 0;
  std::string text;
  Day due{};
  bool for_customer = false;
};

/// A matter that another team has put into this team's hands.
struct HandOffFact {
  Id id = 0;
  std::string team;  // name of the one that asks
  Day raised{};
  std::string question;    // empty for a commitment that is stuck below
  std::string text;        // of the story or of the commitment
  std::optional<Day> due;  // of the commitment
};

/// What another team answered.
struct AnswerFact {
  Id id = 0;
  std::string team;  // name of the one that answers
  std::string question;
  std::string answer;
  std::optional<Id> by;  // none: erased since
};

/// How far a theme has come towards its goal.
struct GoalFact {
  std::string theme;
  std::string goal;  // in words; may be empty
  std::int64_t wins = 0;
  std::int64_t target = 1;
  Day until{};
};

/// A promise broken that is not put right yet.
struct MissFact {
  Id id = 0;
  Day day{};
  std::string text;
  bool heard = false;
  bool apologised = false;
  bool told = false;  // in an agenda of the team
};

struct NextHuddle {
  Day day{};
  std::vector<Attendee> expected;
  std::vector<Arrangement> arranged;
};

struct Facts {
  Agenda head;  // who meets, when, where and for how long: see Draft
  AgendaForm form = AgendaForm::kDaily;
  bool moved_by_clock_change = false;  // the clocks jump over the planned start
  struct Moved {
    LocalTime from;
    std::string why;
  };
  std::optional<Moved> moved;
  std::string customers;
  std::optional<ValueOfDay> value;
  std::vector<PromptUse> prompts;  // of the value, in the playbook's order
  std::vector<Attendee> expected;
  std::vector<Id> away;  // would be here on this day, and will not
  Rota lead;             // eligibility is set by `compose`
  Rota seat;
  std::vector<Note> notes;
  std::vector<StoryFact> stories;          // not told yet, oldest first
  std::optional<SharedFact> shared;        // on feature days
  Rota source;                             // whose turn it was to be heard; eligibility as chosen
  std::optional<std::size_t> source_turn;  // index into it
  bool look_for_wins = false;              // lately more misses than wins were told
  std::optional<LessonFact> lesson;
  std::vector<CommitmentFact> commitments;  // due, customers' first
  std::vector<HandOffFact> hand_offs;       // not answered yet, oldest first
  std::vector<AnswerFact> answers;          // not heard yet
  std::vector<Id> first_weeks;              // who of those expected joined lately
  std::optional<Id> coach;                  // for them
  std::optional<GoalFact> goal;
  std::vector<MissFact> open_misses;  // told before, oldest first
  std::optional<NextHuddle> next;
  const AgendaTemplate* segments = nullptr;
  std::int64_t huddles_before = 0;  // how many the team has had: spreads the round in a large team

  std::vector<Arrangement> arranged;

  // Fixed by an earlier revision of the same agenda.
  struct KeptValue {
    Id id = 0;
    DraftSegment segment;
  };
  std::optional<KeptValue> kept_value;  // when the playbook would not choose it any more
  std::optional<Id> kept_prompt;
  std::optional<Id> kept_leader;
  std::optional<Id> kept_seat;
};

/// What was chosen, by id: what publishing has to remember.
struct Choices {
  std::optional<Id> value, prompt, lesson;
  std::int64_t prompt_pass = 0;
  std::optional<std::size_t> leader, seat, source;  // indices into the rotas
  std::vector<Id> stories;
  std::vector<Id> commitments;  // due, whether the list had room for them or not
  std::vector<Id> hand_offs, answers;
};

}  // namespace huddlekit
