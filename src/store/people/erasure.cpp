#include "store/people/erasure.hpp"

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

/// FNV-1a over the book's salt and the key.
std::int64_t digest(Database& database, std::string_view key) {
  auto q = database.query("SELECT salt FROM erased_salt");
  q.next();
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
  const auto salt = static_cast<std::uint64_t>(q.number(0));
  for (int i = 0; i < 8; ++i) add(static_cast<unsigned char>(salt >> (8 * i)));
  for (const char c : key) add(static_cast<unsigned char>(c));
  return static_cast<std::int64_t>(hash);
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
