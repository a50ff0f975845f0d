// What the facade has to say about people's rights.
#include <algorithm>

#include "book/impl.hpp"

namespace huddlekit {
namespace {

namespace fs = std::filesystem;

/// What was copied before a migration: `harbour.huddle.v1.bak`.
std::vector<std::string> backups_of(const fs::path& book) {
  std::vector<std::string> out;
  std::error_code ignored;
  const auto start = book.filename().string() + ".v";
  for (const auto& entry : fs::directory_iterator(fs::absolute(book).parent_path(), ignored)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(start) && name.ends_with(".bak")) out.push_back(entry.path().string());
  }
  std::ranges::sort(out);
  return out;
}

}  // namespace

Consent Book::consent(std::string_view person) const {
  return impl_->read([&](Session& s) { return s.consents.in_force(person); });
}

Consent Book::consent(std::string_view person, const Consent& wish) {
  return impl_->write(asked(caller_, "consent", person, wish), [&](Session& s) {
    s.consents.record(person, wish);
    return s.consents.in_force(person);
  });
}

std::string Book::export_person(std::string_view person) const {
  return impl_->read([&](Session& s) { return s.persons.everything_about(person); });
}

ForgetReport Book::forget(std::string_view person) {
  // It may be repeated as it is, and an answer that is kept would keep what is to be forgotten.
  ForgetReport report;
  const detail::Caller nameless{caller_.by, {}};
  impl_->write(asked(nameless, "forget"), [&](Session& s) { report = s.persons.forget(person); });
  report.scrubbed = impl_->alone([&](Session& s) { return s.database->scrub(); });
  report.backups = backups_of(impl_->path());
  return report;
}

}  // namespace huddlekit
