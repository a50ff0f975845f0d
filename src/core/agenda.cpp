#include "huddlekit/agenda.hpp"

namespace huddlekit {

const char* to_string(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kOpen:
      return "open";
    case SegmentKind::kValue:
      return "value";
    case SegmentKind::kWin:
      return "win";
    case SegmentKind::kLesson:
      return "lesson";
    case SegmentKind::kPromises:
      return "promises";
    case SegmentKind::kRound:
      return "round";
    case SegmentKind::kSeat:
      return "seat";
    case SegmentKind::kClose:
      return "close";
    case SegmentKind::kFinishEarly:
      return "finish-early";
  }
  return "";
}

}  // namespace huddlekit
