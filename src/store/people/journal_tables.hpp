#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace huddlekit {

/// What a column of the journal holds, as far as moving it to another book, copying it for somebody
/// and erasing somebody from it depend on that.
enum class Holds {
  kNumber,  // as it is: also ids of other entries of the journal
  kReal,    // as it is, to the last bit
  kDay,     // an ISO date
  kLocal,   // a local time: 2026-11-23T06:45:00
  kWord,    // one of the words listed, or a key of no table of its own
  kText,    // people's words; may be empty
  kTags,    // a JSON list of people's words
  kShown,   // the text of an agenda: people's words, with people in it by id
  kTeam,    // ids of the playbook's entries
  kValue,
  kPrompt,
  kPerson,     // stays, under no name, when the person is erased
  kAuthor,     // the same, but empty once erased: told anonymously
  kOwner,      // the whole row is about this person and goes with them
  kPeople,     // ids of people in an order of its own, separated by spaces
  kSet,        // ids of people in ascending order
  kScope,      // a team, or 0 for the organisation
  kCandidate,  // a value, a team or a person, as the row's role says
  kMembers,    // candidates with weights: see store/turn_store.cpp
  kHeard,      // values with figures: see store/presence_store.cpp
};

struct Column {
  const char* name;
  Holds holds;
  const char* words = "";  ///< of a kWord: those allowed, separated by spaces; empty: any key
  std::int64_t least = 0, most = 9'007'199'254'740'992;  ///< of a kNumber
};

/// One table of the journal. The list in journal_tables.cpp is what exporting, importing, copying
/// for a person and erasing go by, so that none of them can forget a table that another knows.
struct JournalTable {
  const char* name;
  std::vector<Column> columns;  ///< all of them, in the order of the table
  bool numbered = true;         ///< its first column is its id
};

/// In an order in which an entry comes after those it refers to.
[[nodiscard]] std::span<const JournalTable> journal_tables();

/// A column of the playbook that holds people's words: its owner writes them, so that erasing
/// somebody can only point at them.
struct PlaybookText {
  const char* table;
  const char* column;
  const char* key;  ///< what to call the row
};
[[nodiscard]] std::span<const PlaybookText> playbook_texts();

}  // namespace huddlekit
