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

/// What happened, whichever team it happened to: entries by their ids. A handle, to be copied as
/// one likes; an entry is told to a Team. An id that the book does not have is NotFound.
///
///   book.journal().put_right(miss.id, Recovery::kApologised, "ana", team.day());
class Journal {
 public:
  // --- stories -----------------------------------------------------------------------------------

  [[nodiscard]] Story story(StoryId id) const;
  /// Changes a story; a text that is replaced is kept. @param by  who edits, if that is known.
  /// @throws what Team::tell throws.
  Story edit(StoryId story, const StoryChange& change,
             std::optional<std::string_view> by = {}) const;
  /// The texts that a story had before, oldest first.
  [[nodiscard]] std::vector<StoryEdit> edits(StoryId story) const;
  /// Records what was done for the customer of a miss. Telling the same twice changes nothing.
  /// @throws Conflict when the step was taken by somebody else or on another day, or the story is
  /// no miss; InvalidArgument for a day before the miss or after the team's today.
  Story put_right(StoryId story, Recovery step, std::string_view by, Day day) const;
  /// `check_blameless` with the names of everybody in the book.
  [[nodiscard]] BlamelessCheck check_miss(std::string_view text) const;

  // --- lessons that come back --------------------------------------------------------------------

  /// What has become of a lesson that need not come back: it is in the checklist, or no longer
  /// true. Telling it twice changes nothing. @throws Conflict when it is merged, or retired for
  /// another reason.
  Lesson retire(LessonId lesson, std::string_view reason) const;
  /// Lets another lesson stand for this one. @throws InvalidArgument for itself, Conflict when
  /// either is merged elsewhere or retired.
  Lesson merge(LessonId lesson, LessonId into) const;
  /// How well a team is taken to remember each lesson that comes back to it, on a day (today).
  [[nodiscard]] std::vector<LessonStanding> recall(std::string_view team,
                                                   std::optional<Day> day = {}) const;
  /// When a lesson came back to the team, oldest first, and how it was remembered.
  [[nodiscard]] std::vector<LessonReview> reviews(LessonId lesson, std::string_view team) const;
  /// Works every standing out anew from the reviews; answers how many differed (0 in a sound book).
  int rebuild_recall() const;
  /// What a team's lesson slots can carry, and what could make room.
  [[nodiscard]] LessonLoad lesson_load(std::string_view team) const;

  // --- promises, and matters between teams -------------------------------------------------------

  /// Closes a commitment. Telling the same twice changes nothing. @throws Conflict when it is
  /// closed otherwise, here and below.
  Commitment kept(CommitmentId commitment) const;
  /// @param reason  why not; not empty.
  Commitment missed(CommitmentId commitment, std::string_view reason) const;
  /// It is not needed any more. @param reason  may be empty.
  Commitment dropped(CommitmentId commitment, std::string_view reason = {}) const;
  /// Gives an open commitment a new day; the reason stays on record. @throws Conflict when it is
  /// closed, InvalidArgument for the same day or one before it was made.
  Commitment renegotiate(CommitmentId commitment, Day due, std::string_view reason) const;
  [[nodiscard]] std::vector<Renegotiation> renegotiations(CommitmentId commitment) const;
  /// Of a team's commitments due on the days [start, end).
  [[nodiscard]] KeptRate kept_rate(std::string_view team, Day start, Day end) const;
  /// Puts a story into the hands of another team: it stands on that team's agendas until somebody
  /// there answers. @throws InvalidArgument for the story's own team, Conflict when it waits for
  /// that team already.
  HandOff hand_off(StoryId story, std::string_view to_team, std::string_view question) const;
  /// The answer stands on the next agenda of the team that asked. @param by  a member of the team
  /// that was asked. @throws InvalidArgument when `by` is not one, Conflict when it has been
  /// answered otherwise.
  HandOff answer(HandOffId hand_off, std::string_view text, std::string_view by) const;

  /// The writes of the last 30 days that said who made them or had a name, the latest first.
  /// @throws InvalidArgument for a limit outside 1 to 10,000.
  [[nodiscard]] std::vector<Call> calls(int limit = 100) const;

 private:
  friend class Book;
  Commitment close(CommitmentId commitment, CommitmentState state, std::string_view reason) const;
  explicit Journal(detail::Handle at) : at_(std::move(at)) {}

  detail::Handle at_;
};

}  // namespace huddlekit
