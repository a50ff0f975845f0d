#include "bindings.hpp"
#include "huddlekit/blameless.hpp"
#include "places.hpp"

namespace huddlekit::python {
namespace {

BlamelessCheck check(const std::string& text, const std::vector<std::string>& names) {
  BlamelessCheck checked = check_blameless(text, names);
  in_characters(text, checked);
  return checked;
}

void bind_finding(py::module_& m) {
  using Kind = BlameFinding::Kind;
  py::native_enum<Kind>(m, "BlameKind", "enum.Enum", "What a finding is about.")
      .value("NAMES_A_PERSON", Kind::kNamesAPerson)
      .value("WORD_OF_BLAME", Kind::kWordOfBlame)
      .finalize();
  py::class_<BlameFinding>(
      m, "BlameFinding",
      "Something in the text of a miss that points at a person: `text[start:end] == found`.")
      .def(py::init([](Kind kind, std::size_t start, std::size_t end, std::string found,
                       std::string advice) {
             return BlameFinding{kind, start, end, std::move(found), std::move(advice)};
           }),
           py::kw_only(), "kind"_a, "start"_a, "end"_a, "found"_a, "advice"_a)
      .def_readonly("kind", &BlameFinding::kind)
      .def_readonly("start", &BlameFinding::start)
      .def_readonly("end", &BlameFinding::end)
      .def_readonly("found", &BlameFinding::found)
      .def_readonly("advice", &BlameFinding::advice)
      .def(py::self == py::self)
      .def("__repr__",
           [](const BlameFinding& f) {
             return py::str("BlameFinding(kind={}, start={}, end={}, found={!r}, advice={!r})")
                 .format(py::cast(f.kind), f.start, f.end, f.found, f.advice);
           })
      .def(py::pickle(
          [](const BlameFinding& f) {
            return py::make_tuple(f.kind, f.start, f.end, f.found, f.advice);
          },
          from_state("BlameFinding", 5, [](const py::tuple& t) {
            return BlameFinding{t[0].cast<Kind>(), t[1].cast<std::size_t>(),
                                t[2].cast<std::size_t>(), t[3].cast<std::string>(),
                                t[4].cast<std::string>()};
          })));
}

void bind_form(py::module_& m) {
  py::class_<MissForm>(m, "MissForm",
                       R"(The form a miss is told in; an empty part is still to be said.

`str` gives three lines with their headings; an empty part becomes the question it should answer.)")
      .def(py::init([](std::string situation, std::string happened, std::string now) {
             return MissForm{std::move(situation), std::move(happened), std::move(now)};
           }),
           py::kw_only(), "situation"_a = "", "happened"_a = "", "now"_a = "")
      .def_readonly("situation", &MissForm::situation)
      .def_readonly("happened", &MissForm::happened)
      .def_readonly("now", &MissForm::now)
      .def(py::self == py::self)
      .def("__str__", [](const MissForm& f) { return to_string(f); })
      .def("__repr__",
           [](const MissForm& f) {
             return py::str("MissForm(situation={!r}, happened={!r}, now={!r})")
                 .format(f.situation, f.happened, f.now);
           })
      .def(py::pickle(
          [](const MissForm& f) { return py::make_tuple(f.situation, f.happened, f.now); },
          from_state("MissForm", 3, [](const py::tuple& t) {
            return MissForm{t[0].cast<std::string>(), t[1].cast<std::string>(),
                            t[2].cast<std::string>()};
          })));
}

}  // namespace

void bind_blameless(py::module_& m) {
  bind_finding(m);
  bind_form(m);
  py::class_<BlamelessCheck>(m, "BlamelessCheck", "What `check_blameless` has to say about a text.")
      .def(py::init([](std::vector<BlameFinding> findings, MissForm form) {
             return BlamelessCheck{std::move(findings), std::move(form)};
           }),
           py::kw_only(), "findings"_a, "form"_a)
      .def_readonly("findings", &BlamelessCheck::findings, "By place; empty: nothing to say.")
      .def_readonly("form", &BlamelessCheck::form, "A proposal to go on from.")
      .def(py::self == py::self)
      .def("__repr__",
           [](const BlamelessCheck& c) {
             return py::str("BlamelessCheck(findings={!r}, form={!r})")
                 .format(py::cast(c.findings), py::cast(c.form));
           })
      .def(py::pickle([](const BlamelessCheck& c) { return py::make_tuple(c.findings, c.form); },
                      from_state("BlamelessCheck", 2, [](const py::tuple& t) {
                        return BlamelessCheck{t[0].cast<std::vector<BlameFinding>>(),
                                              t[1].cast<MissForm>()};
                      })));
  m.def("check_blameless", &check, "text"_a, "names"_a = std::vector<std::string>{},
        py::call_guard<py::gil_scoped_release>(),
        R"(Warns when the text of a miss (English) names a person or uses words of blame.

>>> check = check_blameless("At six, Ana forgot to call room 12. We now set two alarms.", ["Ana Silva"])
>>> [finding.found for finding in check.findings]
['Ana', 'forgot to']
>>> print(check.form)
Situation: At six.
What happened: A colleague did not call room 12.
What we do now: We now set two alarms.

`names` are the full names of those who must not be named. A warning is advice, never a reason to
refuse a text: words are matched, not understood. Names are found whole or by a part, in any case and
without their accents; a part that is also an everyday word (Will, May, Rose) only where it is written
and placed like a name. Words of blame pass when negated, within quotation marks, or when a customer
is their subject, and "we forgot" is a team's own word. In the proposal a name becomes "a colleague"; a
sentence that cannot be said without its word of blame is left out.

Raises InvalidArgumentError unless `text` has 1 to 20,000 bytes of UTF-8 without control characters.
Safe to call from several threads.)");
}

}  // namespace huddlekit::python
