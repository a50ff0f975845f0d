#pragma once
#include <string>
#include <vector>

#include "book/session.hpp"
#include "huddlekit/doctor.hpp"

namespace huddlekit {

/// Looks at a book and at where it lies, line by line. Changes nothing.
class Doctor {
 public:
  explicit Doctor(Session& session) : s_(session) {}

  [[nodiscard]] std::vector<Checkup> check_up();

 private:
  void add(const char* key, Health health, const std::string& found,
           const std::string& advice = {});
  void engine();
  void zones();
  void place();
  void rights();
  void space();
  void log();
  void backup();
  void contents();
  void calendars();

  Session& s_;
  std::vector<Checkup> out_;
};

}  // namespace huddlekit
