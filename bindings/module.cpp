#include "bindings.hpp"
#include "huddlekit/version.hpp"

PYBIND11_MODULE(_core, m) {
  m.doc() = "The C++ core of huddlekit.";
  m.attr("__version__") = std::string(huddlekit::version());
  using namespace huddlekit::python;
  bind_errors(m);  // first: every other call can throw them
  // A signature names the types that are bound by then.
  bind_agenda(m);
  bind_zone(m);
  bind_recurrence(m);
  bind_recall(m);
  bind_calendar(m);
  bind_reminders(m);
  bind_playbook(m);
  bind_stories(m);
  bind_journal(m);
  bind_outcome(m);
  bind_live(m);
  bind_holding(m);
  bind_rota(m);
  bind_report(m);
  bind_blameless(m);
  bind_feed(m);
  bind_lessons(m);
  bind_motto(m);
  bind_people(m);
  bind_promises(m);
  bind_rotation(m);
  bind_timebox(m);
  bind_book(m);  // last: its signatures name the types of the others
}
