#include "book/calls/answers.hpp"

#include <nlohmann/json.hpp>

#include "book/calls/fields.hpp"

namespace huddlekit {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
constexpr bool kHasFields = !std::is_null_pointer_v<std::remove_cvref_t<decltype(kFields<T>)>>;

// One kind of value each: `to` and `from` of it stand together.

template <class T>
struct AsJson {
  static Json to(const T& value) {
    if constexpr (kHasFields<T>) {
      Json out = Json::object();
      std::apply([&](const auto&... f) { ((out[f.name] = json(value.*f.at)), ...); }, kFields<T>);
      return out;
    } else if constexpr (std::is_enum_v<T>) {
      return static_cast<int>(value);
    } else {
      return value;
    }
  }
  static void from(const Json& json, T& value) {
    if constexpr (kHasFields<T>) {
      const auto take = [&](const auto& f) {
        if (const auto it = json.find(f.name); it != json.end()) parse(*it, value.*f.at);
      };
      std::apply([&](const auto&... f) { (take(f), ...); }, kFields<T>);
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(json.get<int>());
    } else {
      value = json.get<T>();
    }
  }

  template <class Part>
  static Json json(const Part& part) {
    return AsJson<Part>::to(part);
  }
  template <class Part>
  static void parse(const Json& json, Part& part) {
    AsJson<Part>::from(json, part);
  }
};

template <class Rep, class Period>
struct AsJson<std::chrono::duration<Rep, Period>> {
  using Length = std::chrono::duration<Rep, Period>;
  static Json to(Length length) { return length.count(); }
  static void from(const Json& json, Length& length) { length = Length{json.get<Rep>()}; }
};

template <class Clock, class Unit>
struct AsJson<std::chrono::time_point<Clock, Unit>> {
  using Time = std::chrono::time_point<Clock, Unit>;
  static Json to(Time time) { return time.time_since_epoch().count(); }
  static void from(const Json& json, Time& time) {
    time = Time{Unit{json.get<typename Unit::rep>()}};
  }
};

template <class T>
struct AsJson<std::optional<T>> {
  static Json to(const std::optional<T>& value) {
    return value ? AsJson<T>::to(*value) : Json(nullptr);
  }
  static void from(const Json& json, std::optional<T>& value) {
    if (!json.is_null()) AsJson<T>::from(json, value.emplace());
  }
};

template <class T>
struct AsJson<std::vector<T>> {
  static Json to(const std::vector<T>& values) {
    Json out = Json::array();
    for (const auto& value : values) out.push_back(AsJson<T>::to(value));
    return out;
  }
  static void from(const Json& json, std::vector<T>& values) {
    for (const auto& item : json) AsJson<T>::from(item, values.emplace_back());
  }
};

}  // namespace

template <class Answer>
std::string written(const Answer& answer) {
  return AsJson<Answer>::to(answer).dump();
}

template <class Answer>
Answer read_answer(std::string_view json) {
  Answer out{};
  AsJson<Answer>::from(Json::parse(json), out);
  return out;
}

#define HUDDLEKIT_ANSWER(...)                                    \
  template std::string written<__VA_ARGS__>(const __VA_ARGS__&); \
  template __VA_ARGS__ read_answer<__VA_ARGS__>(std::string_view)

HUDDLEKIT_ANSWER(int);
HUDDLEKIT_ANSWER(LoadReport);
HUDDLEKIT_ANSWER(ImportReport);
HUDDLEKIT_ANSWER(CalendarEntry);
HUDDLEKIT_ANSWER(Agenda);
HUDDLEKIT_ANSWER(std::optional<Agenda>);
HUDDLEKIT_ANSWER(std::vector<Agenda>);
HUDDLEKIT_ANSWER(LiveHuddle);
HUDDLEKIT_ANSWER(Turn);
HUDDLEKIT_ANSWER(std::vector<Turn>);
HUDDLEKIT_ANSWER(Absence);
HUDDLEKIT_ANSWER(Story);
HUDDLEKIT_ANSWER(Lesson);
HUDDLEKIT_ANSWER(Commitment);
HUDDLEKIT_ANSWER(Note);
HUDDLEKIT_ANSWER(CollectedRound);
HUDDLEKIT_ANSWER(HandOff);
HUDDLEKIT_ANSWER(Proposal);
HUDDLEKIT_ANSWER(Consent);
HUDDLEKIT_ANSWER(std::vector<Reminder>);

#undef HUDDLEKIT_ANSWER

}  // namespace huddlekit
