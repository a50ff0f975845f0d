#include "store/schema/schema.hpp"

#include <array>

namespace huddlekit {

std::span<const char* const> migrations() {
  static const std::array all{
      kFirstSchema,      // 0.1.0
      kLiveSchema,       //
      kCalendarSchema,   //
      kLessonsSchema,    //
      kFeedSchema,       //
      kStoriesSchema,    //
      kRemindersSchema,  //
      kReportSchema,     //
  };
  return all;
}

}  // namespace huddlekit
