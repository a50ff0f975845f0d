#include "store/people/consent_store.hpp"

namespace huddlekit {

void ConsentStore::record(std::string_view person, const Consent& wish) {
  database_.run(
      "INSERT INTO consent VALUES (?, ?, ?, ?) ON CONFLICT (person_id) DO UPDATE SET"
      " leads = coalesce(excluded.leads, consent.leads),"
      " shared = coalesce(excluded.shared, consent.shared),"
      " celebrated = coalesce(excluded.celebrated, consent.celebrated)",
      playbook_.person(person), wish.leads, wish.shared, wish.celebrated);
}

Consent ConsentStore::in_force(std::string_view person) {
  auto q = database_.query(
      "SELECT coalesce(max(consent.leads), min(m.leads), 1),"
      " coalesce(max(consent.shared), min(m.shared), 1),"
      " coalesce(max(consent.celebrated), min(m.celebrated), 1) FROM person"
      " LEFT JOIN consent ON consent.person_id = person.id"
      " LEFT JOIN membership m ON m.person_id = person.id AND m.retired = 0 WHERE person.id = ?",
      playbook_.person(person));
  q.next();
  return {q.flag(0), q.flag(1), q.flag(2)};
}

std::unordered_map<Id, bool> ConsentStore::leads() {
  std::unordered_map<Id, bool> out;
  auto q = database_.query("SELECT person_id, leads FROM consent WHERE leads IS NOT NULL");
  while (q.next()) out[q.number(0)] = q.flag(1);
  return out;
}

std::unordered_map<Id, bool> ConsentStore::wishes(std::string_view column, Id team) {
  std::unordered_map<Id, bool> out;
  auto q = database_.query(
      "SELECT person_id, wish FROM (SELECT person_id, CASE ? WHEN 'leads' THEN consent.leads"
      " ELSE consent.celebrated END AS wish FROM consent JOIN membership USING (person_id)"
      " WHERE team_id = ?) AS wishes WHERE wish IS NOT NULL",
      column, team);
  while (q.next()) out[q.number(0)] = q.flag(1);
  return out;
}

}  // namespace huddlekit
