#include "bindings.hpp"
#include "book_handle.hpp"
#include "huddlekit/exchange.hpp"
#include "huddlekit/people.hpp"
#include "values.hpp"

namespace huddlekit::python {

void bind_people(py::module_& m) {
  py::native_enum<CsvKind>(m, "CsvKind", "enum.Enum", "What goes in and out as CSV.")
      .value("STORIES", CsvKind::kStories)
      .value("LESSONS", CsvKind::kLessons)
      .value("COMMITMENTS", CsvKind::kCommitments)
      .finalize();
  bind_value<Consent, 0>(m, "Consent", "What somebody agrees to; None: no wish of their own.");
  using Touched = ForgetReport::Touched;
  using Review = ForgetReport::Review;
  bind_value<Touched, 2>(m, "Touched", "How many rows of a table or column erasing changed.");
  bind_value<Review, 0>(m, "Review",
                        "A text that may still mean somebody erased, by the word `found`.");
  bind_value<ForgetReport, 0>(
      m, "ForgetReport",
      "What erasing somebody did. `review` is for a human to look at; `backups` still hold the "
      "person; not `scrubbed`: another process was reading, so that it should be repeated.");
  bind_value<ImportReport, 0>(
      m, "ImportReport",
      "What an import did, or would do; `known` were in the book already, `lines` say it each.");
}

void bind_exchange_calls(py::class_<BookHandle>& book) {
  book.def("export_jsonl", on_book(&Book::export_jsonl),
           "The whole journal as JSON Lines, with teams, people, values and prompts by key.")
      .def(
          "import_jsonl",
          [](const BookHandle& self, const std::string& text, bool dry_run,
             const std::string& name) {
            return self([&](Book& b) { return b.import_jsonl(text, {dry_run, name}); });
          },
          "text"_a, py::kw_only(), "dry_run"_a = false, "name"_a = "import",
          R"(Puts an exported journal into a book with the same playbook and an empty journal.

All or nothing; `dry_run` only says what would happen. ParseError with every line that is wrong, `name`
being the file's; ConflictError when the journal is not empty.)")
      .def(
          "export_csv", on_book(&Book::export_csv), "kind"_a,
          "Stories, lessons or commitments of all teams (RFC 4180), safe to open in a spreadsheet.")
      .def(
          "import_csv",
          [](const BookHandle& self, CsvKind kind, const std::string& text, bool dry_run,
             const std::string& name) {
            return self([&](Book& b) { return b.import_csv(kind, text, {dry_run, name}); });
          },
          "kind"_a, "text"_a, py::kw_only(), "dry_run"_a = false, "name"_a = "import",
          R"(Adds what such a file says; what the book has already is left alone. At most 256 MiB.

All or nothing; `dry_run` only says what would happen, a line for each entry. ParseError with every
line that is wrong, `name` being the file's.)");
}

}  // namespace huddlekit::python
