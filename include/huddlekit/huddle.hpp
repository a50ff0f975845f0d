#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "huddlekit/fwd.hpp"
#include "huddlekit/handle.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

/// One huddle of a book by its id, wherever it has moved to: a handle, to be copied as one likes.
/// It refers to the open book and keeps nothing of the huddle.
///
///   auto huddle = book.huddle("front-desk/2026-11-23/morning");
///   huddle.start();
///   huddle.next();
///   huddle.finish();
///
/// A huddle that is not on the calendar is NotFound, in every call.
class Huddle {
 public:
  /// Does not look whether it is on the calendar: Book::huddle does.
  Huddle(const Book& book, std::string id);
  /// `front-desk/2026-11-23/morning`
  [[nodiscard]] const std::string& id() const noexcept { return id_; }
  /// When it takes place, and what became of it.
  [[nodiscard]] CalendarEntry entry() const;

  // --- its agenda --------------------------------------------------------------------------------

  /// The published agenda, or a preview of what `publish` would store now; nullopt when it was
  /// cancelled. Never writes.
  [[nodiscard]] std::optional<Agenda> agenda() const;
  /// Stores the agenda once and returns the same ever after; nullopt when it was cancelled.
  /// @throws Conflict for a day more than 31 days after the team's local date.
  std::optional<Agenda> publish() const;
  /// All revisions, first to last; none when it is not published.
  [[nodiscard]] std::vector<Agenda> revisions() const;
  /// Makes revision n + 1: replaces those who cannot come (`away`, keys), takes in new notes and
  /// stories, keeps the value of the day. Earlier revisions stay. @param reason  not empty: it is
  /// shown. @throws NotFound when it is not published, Conflict when it is over.
  Agenda revise(std::string_view reason, const std::vector<std::string>& away = {}) const;
  /// Lets it take place at another time, on a holiday too; its id stays. A published one is
  /// revised: moved within its day it keeps everything else; on another day its turns are given
  /// back and it is composed anew. Moving it back undoes that. @param reason  not empty: it is
  /// shown. @throws Conflict when it has begun or is over, when the meeting takes place on that day
  /// already or was cancelled there, or for a published one more than 31 days ahead.
  CalendarEntry move(LocalTime to, std::string_view reason) const;
  /// Takes it off the calendar, published or not, and gives its turns back. @throws Conflict when
  /// it is completed.
  void cancel(std::string_view reason) const;

  // --- who ---------------------------------------------------------------------------------------

  /// Those expected, in the team's order; for a published one, when it was published.
  [[nodiscard]] std::vector<Person> expected() const;
  /// Lets the turn pass whoever it falls to; that person stays first in line. A published huddle is
  /// revised. @param reason  shown by that revision; empty: a sentence of ours. @throws NotFound
  /// for a reason where nothing is published that could show it, Conflict when it is over, more
  /// than 400 days away, or has nobody in that role.
  Turn skip(Role role, std::string_view reason = {}) const;
  /// `with` takes the turn here, and whoever had it takes `with`'s next one within 60 days, where
  /// there is one: answers both. A published huddle is revised. @throws Conflict when `with` is not
  /// expected here or does not lead.
  std::vector<Turn> swap(Role role, std::string_view with) const;

  // --- holding it --------------------------------------------------------------------------------
  // Every call stores how it stands, so that a process that is killed, or another one, goes on in
  // the same segment with the right clock. `now` is the book's clock where it is left out; one that
  // goes backwards counts nothing. @throws Conflict when it does not fit how far the huddle has
  // come, or it is cancelled or completed.

  /// Begins, or goes on with one that has begun already; publishes it where it is not. @throws
  /// Conflict when it is on a day to come and more than 12 hours ahead.
  LiveHuddle start(std::optional<Instant> now = {}) const;
  /// Goes on to the next segment that is not cut, or ends after the last. A paused huddle runs
  /// again.
  LiveHuddle next(std::optional<Instant> now = {}) const;
  LiveHuddle pause(std::optional<Instant> now = {}) const;
  LiveHuddle resume(std::optional<Instant> now = {}) const;
  /// Takes a segment that is still to come out of the plan, or with `cut` false back in. @throws
  /// NotFound for a segment that the huddle does not have.
  LiveHuddle cut(std::string_view segment, bool cut = true, std::optional<Instant> now = {}) const;
  /// Notes who is there (keys), or how well the lesson was remembered, while it is on: `finish`
  /// takes both from here unless its outcome tells them.
  LiveHuddle present(const std::vector<std::string>& people) const;
  LiveHuddle rate_lesson(Rating rating) const;
  /// Ends it, wherever it is, and completes it. What `outcome` leaves out of its length, its
  /// segments and what was covered is as it was measured. Telling the same twice changes nothing.
  void finish(const Outcome& outcome, std::optional<Instant> now = {}) const;
  void finish() const;
  /// nullopt when it has not begun or was cancelled. Never writes.
  [[nodiscard]] std::optional<LiveHuddle> live(std::optional<Instant> now = {}) const;

  // --- what became of it -------------------------------------------------------------------------

  /// Records what became of it. Telling the same twice changes nothing. @throws Conflict when it
  /// was cancelled, completed with something else, or is on a day to come and more than 12 hours
  /// ahead; NotFound when it is not published.
  void complete(const Outcome& outcome) const;
  void complete() const;
  /// Corrects a completed one: what the outcome says takes the place of what was recorded; what it
  /// says nothing of stays, and so do commitments. @throws Conflict when it is not completed.
  void amend(const Outcome& outcome) const;
  /// Puts a round straight into the journal: each person's improvement and what a customer taught
  /// them, in one transaction. Collecting the same again changes nothing; others may be added.
  /// @throws InvalidArgument for an answer without a text or somebody named twice, Conflict when
  /// somebody has said something else here, or it is cancelled.
  CollectedRound collect_round(const std::vector<RoundAnswer>& answers) const;

  bool operator==(const Huddle& other) const noexcept {
    return same_book(at_, other.at_) && id_ == other.id_;
  }

 private:
  detail::Handle at_;
  std::string id_;
};

}  // namespace huddlekit
