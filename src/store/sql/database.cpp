#include "store/sql/database.hpp"

#include "store/sql/sqlite.hpp"

namespace huddlekit {

Database::Database(const std::filesystem::path& file, const Options& options)
    : Database(open_connection(file, options)) {}

std::unique_ptr<Connection> open_connection(const std::filesystem::path& file,
                                            const Database::Options& options) {
  return open_sqlite(file, options);
}

Query Database::cached(const char* sql) {
  auto& slot = statements_[sql];
  // The same statement may be running further up the stack; that one must not lose its place.
  if (slot.busy) return Query(connection_->prepare(sql));
  if (!slot.statement) slot.statement = connection_->prepare(sql);
  return Query(slot);
}

void Database::abandon() noexcept {
  for (auto& [sql, slot] : statements_) (void)slot.statement.release();
  connection_->abandon();
}

Transaction::Transaction(Database& database) : database_(database) { database_->begin_writing(); }

Transaction::~Transaction() {
  if (open_) database_->roll_back();
}

void Transaction::commit() {
  database_->commit();
  open_ = false;
  database_->check();
}

}  // namespace huddlekit
