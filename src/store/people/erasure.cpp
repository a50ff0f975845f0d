#include "store/people/erasure.hpp"

#include "core/text/fnv.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

/// Over the book's salt and the key.
std::int64_t digest(Database& database, std::string_view key) {
  auto q = database.query("SELECT salt FROM erased_salt");
  q.next();
  Fnv hash;
  hash.add(static_cast<std::uint64_t>(q.number(0)));
  hash.add(key);
  return hash.get();
}

}  // namespace

bool is_erased(Database& database, std::string_view key) {
  auto q = database.query("SELECT 1 FROM erased WHERE digest = ?", digest(database, key));
  return q.next();
}

void remember_erased(Database& database, std::string_view key) {
  database.run("INSERT INTO erased VALUES (?) ON CONFLICT DO NOTHING", digest(database, key));
}

void check_not_erased(Database& database, std::string_view key) {
  if (!is_erased(database, key)) return;
  throw Conflict("member " + in_quotes(key) +
                 ": was erased from this book; take them out of the playbook, or give somebody new"
                 " another key");
}

}  // namespace huddlekit
