#pragma once
#include <string>

namespace huddlekit {

/// The parts of a mail. Who it is from and for, and how it is encoded, is the sender's business.
struct Email {
  std::string subject{};  ///< one line of at most 120 characters
  std::string text{};     ///< at most 72 columns
  std::string
      html{};  ///< a whole document with inline styles, which is all that mail programs keep

  bool operator==(const Email&) const = default;
};

}  // namespace huddlekit
