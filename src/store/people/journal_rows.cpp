#include "store/people/journal_rows.hpp"

#include <algorithm>
#include <charconv>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "store/people/erasure.hpp"
#include "store/sql/lists.hpp"

namespace huddlekit {
namespace {

constexpr std::size_t kLongestText = 100'000;  // a line of an agenda is longer than what it tells
constexpr std::size_t kLongestKey = 200;
constexpr std::string_view kErasedKey = "erased:";

/// `team_id` is `team`.
std::string field_of(const Column& column) {
  std::string name = column.name;
  if (name.ends_with("_id")) name.resize(name.size() - 3);
  return name;
}

/// The ids at the front of each of the words, replaced.
template <class Replace>
std::string each_front(std::string_view words, char mark, bool last_mark, Replace&& replace) {
  std::string out;
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    const auto word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const auto at = last_mark ? word.rfind(mark) : word.find(mark);
    if (at == word.npos) throw InvalidArgument("must be `key:figures`, got " + in_quotes(word));
    if (!out.empty()) out += ' ';
    out += replace(std::string(word.substr(0, at)));
    out += word.substr(at);
  }
  return out;
}

/// People within a text, replaced with the marks around them.
template <class Replace>
std::string each_token(std::string_view text, Replace&& replace) {
  std::string out;
  while (true) {
    const auto start = text.find(marks::kPerson);
    const auto end = text.find(marks::kPersonEnd);
    out += text.substr(0, start);
    if (start == text.npos && end == text.npos) return out;
    if (start == text.npos || end == text.npos || end < start) {
      throw InvalidArgument("must not hold control characters, got " + in_quotes(text));
    }
    out += replace(std::string(text.substr(start + 1, end - start - 1)));
    text.remove_prefix(end + 1);
  }
}

/// Of a text whose sentences are sound: something to read in place of each of their marks.
std::string without_marks(std::string text) {
  std::ranges::replace_if(
      text,
      [](char c) {
        return c == marks::kPerson || c == marks::kPersonEnd || c == marks::kPhrase ||
               c == marks::kPhraseEnd || c == marks::kArgument || c == marks::kItem ||
               c == marks::kNumeral;
      },
      '.');
  return text;
}

/// @throws StorageError for what is none.
Id parse_id(std::string_view digits) {
  Id id = 0;
  const char* const end = digits.data() + digits.size();
  if (std::from_chars(digits.data(), end, id).ptr != end || digits.empty()) {
    throw StorageError("the book holds " + in_quotes(digits) + " instead of an id");
  }
  return id;
}

/// At most 60 characters of it.
std::string shown(const JournalRows::Row& value) {
  constexpr std::size_t kMost = 60;
  using Row = JournalRows::Row;
  auto text = value.dump(-1, ' ', false, Row::error_handler_t::replace);
  if (text.size() <= kMost) return text;
  text.resize(utf8_length(std::string_view(text).substr(0, kMost)));
  return text + "…";
}

/// A number that is used as an index, a divisor or a length must be one.
void check_range(const Column& column, const JournalRows::Row& value) {
  const bool too_large = value.is_number_unsigned() &&
                         value.get<std::uint64_t>() > static_cast<std::uint64_t>(column.most);
  const auto n = value.get<std::int64_t>();
  if (!too_large && n >= column.least && n <= column.most) return;
  throw InvalidArgument("must be from " + std::to_string(column.least) + " to " +
                        std::to_string(column.most) + ", got " + shown(value));
}

/// Keys become names of files in some hands.
void check_is_name(const std::string& key) {
  const bool climbs = key.find("..") != key.npos || key.find('\\') != key.npos ||
                      key.starts_with('/') || key.find('\n') != key.npos;
  if (climbs) throw InvalidArgument("must be a key, got " + in_quotes(key));
}

bool is_one_of(std::string_view words, std::string_view word) {
  const auto padded = " " + std::string(words) + " ";
  return word.find(' ') == word.npos && padded.find(" " + std::string(word) + " ") != padded.npos;
}

const std::string& text_of(const JournalRows::Row& value) {
  if (!value.is_string()) throw InvalidArgument("must be a text, got " + shown(value));
  return value.get_ref<const std::string&>();
}

std::vector<std::string> texts_of(const JournalRows::Row& value) {
  std::vector<std::string> out;
  if (!value.is_array()) throw InvalidArgument("must be a list, got " + shown(value));
  for (const auto& item : value) out.push_back(text_of(item));
  return out;
}

}  // namespace

void JournalRows::Keys::add(Id id, const std::string& key) {
  by_id[id] = key;
  by_key[key] = id;
}

const std::string& JournalRows::Keys::key(Id id) const {
  if (const auto it = by_id.find(id); it != by_id.end()) return it->second;
  throw StorageError("the book names a " + std::string(what) + " that it does not have, number " +
                     std::to_string(id));
}

Id JournalRows::Keys::id(const std::string& key) const {
  if (const auto it = by_key.find(key); it != by_key.end()) return it->second;
  std::vector<std::string> known;
  for (const auto& [own, other] : by_id) known.push_back(other);
  throw NotFound("no such " + std::string(what) + ", got " + in_quotes(key) +
                 did_you_mean(key, known));
}

JournalRows::Keys JournalRows::read(const char* what, const char* sql) {
  Keys keys{.what = what};
  auto q = database_.query(sql);
  while (q.next()) keys.add(q.number(0), q.text(1));
  return keys;
}

JournalRows::JournalRows(Database& database, const sentences::Catalogue* spoken)
    : database_(database),
      spoken_(spoken),
      teams_(read("team", "SELECT id, key FROM team")),
      values_(read("value", "SELECT id, key FROM core_value")),
      prompts_(read("prompt", "SELECT id, key FROM prompt")),
      people_{.what = "person"} {
  auto q = database_.query("SELECT id, key, name FROM person ORDER BY id");
  while (q.next()) {
    const auto key = q.null(1) ? std::string(kErasedKey) + std::to_string(++erased_) : q.text(1);
    people_.add(q.number(0), key);
    names_[key] = q.text(2);
  }
}

std::vector<JournalRows::Row> JournalRows::people() const {
  std::vector<Row> out;
  for (const auto& [key, name] : names_) {
    if (!key.starts_with(kErasedKey)) {
      out.push_back({{"table", "person"}, {"key", key}, {"name", name}});
    }
  }
  for (int n = 1; n <= erased_; ++n) {
    out.push_back({{"table", "person"}, {"key", std::string(kErasedKey) + std::to_string(n)}});
  }
  return out;
}

const JournalRows::Keys* JournalRows::keys(Holds holds, std::string_view role) const {
  switch (holds) {
    case Holds::kTeam:
    case Holds::kScope:
      return &teams_;
    case Holds::kValue:
    case Holds::kHeard:
      return &values_;
    case Holds::kPrompt:
      return &prompts_;
    case Holds::kCandidate:
    case Holds::kMembers:
      return role == "value" ? &values_ : role == "source" ? &teams_ : &people_;
    default:
      return &people_;
  }
}

JournalRows::Row JournalRows::out(const Column& column, Query& row, int index,
                                  std::string_view role) const {
  const Keys& known = *keys(column.holds, role);
  const auto key_of = [&](const std::string& id) { return known.key(parse_id(id)); };
  // Agendas of before who had answered could be erased as well have nobody's number there.
  const auto marked = [&](const std::string& id) {
    return id == "0" ? "a colleague" : marks::kPerson + key_of(id) + marks::kPersonEnd;
  };
  const auto name_of = [&](Id id) {
    const auto name = names_.find(known.key(id));
    return name == names_.end() || name->first.starts_with(kErasedKey) ? "a colleague"
                                                                       : name->second;
  };
  switch (column.holds) {
    case Holds::kNumber:
      return row.number(index);
    case Holds::kReal:
      return row.real(index);
    case Holds::kTags:
      return from_json_list(row.text(index));
    case Holds::kShown:
      if (spoken_ != nullptr) return sentences::say(row.text(index), *spoken_, name_of);
      return each_token(row.text(index), marked);
    case Holds::kTeam:
    case Holds::kValue:
    case Holds::kPrompt:
    case Holds::kPerson:
    case Holds::kAuthor:
    case Holds::kOwner:
    case Holds::kCandidate:
      return known.key(row.number(index));
    case Holds::kScope:
      return row.number(index) == 0 ? Row() : Row(known.key(row.number(index)));
    case Holds::kPeople:
    case Holds::kSet: {
      std::vector<std::string> all;
      for (const Id id : from_id_list(row.text(index))) all.push_back(known.key(id));
      if (column.holds == Holds::kSet) std::ranges::sort(all);
      return all;
    }
    case Holds::kMembers:
      return each_front(row.text(index), ':', false, key_of);
    case Holds::kHeard:
      return each_front(row.text(index), ':', false, key_of);
    default:
      return row.text(index);
  }
}

void JournalRows::in(Query& insert, int index, const Column& column, const Row& value,
                     std::string_view role) const {
  const Keys& known = *keys(column.holds, role);
  const auto id_of = [&](const std::string& key) { return std::to_string(known.id(key)); };
  switch (column.holds) {
    case Holds::kNumber:
      if (!value.is_number_integer()) {
        throw InvalidArgument("must be a whole number, got " + shown(value));
      }
      check_range(column, value);
      return insert.bind(index, value.get<std::int64_t>());
    case Holds::kReal:
      if (!value.is_number()) throw InvalidArgument("must be a number, got " + shown(value));
      return insert.bind(index, value.get<double>());
    case Holds::kDay:
      return insert.bind(index, to_string(parse_day(text_of(value))));
    case Holds::kLocal: {
      const auto& text = text_of(value);
      const auto time =
          text.size() > 11 ? parse_time_of_day(text.substr(11)) : std::chrono::seconds{};
      return insert.bind(index, to_string(LocalTime{parse_day(text.substr(0, 10)) + time}));
    }
    case Holds::kWord:
      if (*column.words == 0 && !text_of(value).empty()) {
        check_text("key", text_of(value), kLongestKey);
        check_is_name(text_of(value));
      } else if (*column.words != 0 && !is_one_of(column.words, text_of(value))) {
        throw InvalidArgument("must be one of " + std::string(column.words) + ", got " +
                              in_quotes(text_of(value)));
      }
      return insert.bind(index, text_of(value));
    case Holds::kText:
      if (!text_of(value).empty()) check_text("text", text_of(value), kLongestText);
      return insert.bind(index, text_of(value));
    case Holds::kTags: {
      const auto tags = texts_of(value);
      for (const auto& tag : tags) check_text("tag", tag, kLongestKey);
      return insert.bind(index, to_json_list(tags));
    }
    case Holds::kShown: {
      const auto shown = each_token(text_of(value), [&](const std::string& key) {
        return marks::kPerson + id_of(key) + marks::kPersonEnd;
      });
      if (!sentences::is_sound(shown)) {
        throw InvalidArgument(
            "must hold sentences of this library and no other control characters, got " +
            in_quotes(text_of(value)));
      }
      if (!shown.empty()) check_text("text", without_marks(shown), kLongestText);
      return insert.bind(index, shown);
    }
    case Holds::kPeople:
    case Holds::kSet: {
      std::vector<Id> ids;
      for (const auto& key : texts_of(value)) ids.push_back(known.id(key));
      if (column.holds == Holds::kSet) std::ranges::sort(ids);
      return insert.bind(index, to_id_list(ids));
    }
    case Holds::kMembers:
      return insert.bind(index, each_front(text_of(value), ':', true, id_of));
    case Holds::kHeard:
      return insert.bind(index, each_front(text_of(value), ':', false, id_of));
    default:
      return insert.bind(index, known.id(text_of(value)));
  }
}

std::vector<JournalRows::Row> JournalRows::rows(const JournalTable& table, const Wanted& wanted) {
  std::string sql;
  for (const auto& column : table.columns) {
    sql += (sql.empty() ? "SELECT " : ", ") + std::string(column.name);
  }
  sql += " FROM " + std::string(table.name);
  if (table.numbered) sql += " ORDER BY id";
  auto select = database_.once(sql);
  std::vector<Row> all;
  while (select.next()) {
    if (wanted && !wanted(select)) continue;
    Row row{{"table", table.name}};
    std::string role;
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
      const auto& column = table.columns[static_cast<std::size_t>(i)];
      if (select.null(i)) continue;
      Row value = out(column, select, i, role);
      if (std::string_view(column.name) == "role") role = value;
      if (!value.is_null()) row[field_of(column)] = std::move(value);
    }
    all.push_back(std::move(row));
  }
  if (!table.numbered) {
    // Their keys hold ids of the playbook's entries, whose order is another in another book.
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t i = 0; i < all.size(); ++i) order.emplace_back(all[i].dump(), i);
    std::ranges::sort(order);
    std::vector<Row> sorted;
    for (const auto& [text, i] : order) sorted.push_back(std::move(all[i]));
    return sorted;
  }
  return all;
}

std::int64_t JournalRows::count(const JournalTable& table) {
  auto q = database_.once("SELECT count(*) FROM " + std::string(table.name));
  q.next();
  return q.number(0);
}

void JournalRows::merge(const Row& lesson) {
  const Id into{lesson.at("merged_into")};
  auto q = database_.query("SELECT 1 FROM lesson WHERE id = ?", into);
  if (!q.next()) {
    throw InvalidArgument("merged_into: no such lesson, got " + std::to_string(into));
  }
  database_.run("UPDATE lesson SET merged_into = ? WHERE id = ?", into, lesson.value("id", Id{0}));
}

void JournalRows::insert_person(const Row& row) {
  if (!row.contains("key")) throw InvalidArgument("key: must be given");
  const auto& key = text_of(row.at("key"));
  if (key.starts_with(kErasedKey)) {
    people_.add(database_.insert("INSERT INTO person (key, name) VALUES (NULL, '')"), key);
    return;
  }
  if (people_.by_key.contains(key)) return;
  check_text("key", key, kLongestKey);
  check_not_erased(database_, key);
  const auto name = row.contains("name") ? text_of(row.at("name")) : key;
  check_text("name", name, kLongestKey);
  people_.add(database_.insert("INSERT INTO person (key, name) VALUES (?, ?)", key, name), key);
}

void JournalRows::insert(const JournalTable& table, const Row& row) {
  std::string names, places;
  for (const auto& column : table.columns) {
    names += (names.empty() ? "" : ", ") + std::string(column.name);
    places += places.empty() ? "?" : ", ?";
  }
  auto insert = database_.once("INSERT INTO " + std::string(table.name) + " (" + names +
                               ") VALUES (" + places + ")");
  const std::string role = row.contains("role") ? text_of(row.at("role")) : "";
  std::size_t used = 1;  // the name of the table
  int index = 0;
  for (const auto& column : table.columns) {
    ++index;
    const auto value = row.find(field_of(column));
    if (value == row.end()) {
      if (column.holds == Holds::kScope) insert.bind(index, 0);
      continue;
    }
    ++used;
    try {
      in(insert, index, column, *value, role);
    } catch (const Error& e) {
      throw InvalidArgument(field_of(column) + ": " + e.what());
    }
  }
  if (used != row.size()) {
    for (const auto& [field, value] : row.items()) {
      const bool known = field == "table" || std::ranges::any_of(table.columns, [&](auto& column) {
                           return field_of(column) == field;
                         });
      if (!known) throw InvalidArgument(field + ": is no field of a " + table.name);
    }
  }
  try {
    insert.run();
  } catch (const ConstraintBroken& e) {
    throw InvalidArgument(std::string(table.name) + ": " + e.rule());
  }
}

}  // namespace huddlekit
