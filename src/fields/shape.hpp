#pragma once
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "core/text/names.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/recall.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit {

struct Shape;

/// One field of a value, by its name in Python, in JSON and in errors.
struct Field {
  const char* name;
  const void* (*place)(const void* value);
  const Shape* shape;
  bool required = false;  // without it there is no such value
  bool later = false;     // documents of the first edition do not have it

  [[nodiscard]] const void* in(const void* value) const { return place(value); }
  [[nodiscard]] void* in(void* value) const { return const_cast<void*>(place(value)); }
};

/// What is known of a type while the program runs. All that goes by the fields of values goes by
/// this: JSON and its schemas, the classes of Python, what is looked at when a call comes in, what
/// tells one call from another. None of them has to be compiled for each value.
struct Shape {
  enum class Kind {
    kBool,
    kWhole,
    kNumber,
    kText,
    kLength,     // whole seconds
    kTimeOfDay,  // seconds since midnight
    kDay,
    kInstant,
    kLocalTime,
    kWeekdays,
    kEnumerator,
    kOptional,
    kList,
    kPair,
    kMap,
    kValue,
  };
  struct Entry {
    const void* key;
    const void* item;
  };
  /// Of a whole number and of an enumerator.
  struct Whole {
    std::int64_t least, most;
    std::int64_t (*get)(const void* whole);
    void (*set)(void* whole, std::int64_t value);
  };
  struct Optional {
    const void* (*item)(const void* optional);  // nullptr: nothing
    void* (*fill)(void* optional);              // with a default
    void (*empty)(void* optional);
  };
  struct List {
    std::size_t (*size)(const void* list);
    const void* (*item)(const void* list, std::size_t at);
    void* (*add)(void* list);  // a default
    void (*empty)(void* list);
  };
  struct Map {
    const Shape* key;  // text, or a whole number of 64 bits
    std::vector<Entry> (*entries)(const void* map);
    /// A default where there is none; `key` is a std::string or an Id.
    void* (*item)(void* map, const void* key);
    void (*empty)(void* map);
  };

  Kind kind;
  const std::type_info* type = nullptr;     // of a value and of an enumerator
  std::span<const Field> fields = {};       // of a value; the two of a pair
  std::span<const char* const> names = {};  // of an enumerator; none: it is known by its number
  const Shape* item = nullptr;              // what an optional, a list or a map holds
  const Whole* whole = nullptr;
  const Optional* optional = nullptr;
  const List* list = nullptr;
  const Map* map = nullptr;
};

/// The words of an enumerator: `win, miss, benchmark, improvement`.
[[nodiscard]] inline std::string all_names(const Shape& enumerator) {
  std::string out;
  for (const char* name : enumerator.names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

namespace fields {

/// The fields of a value, none for what is no such value.
template <class T>
inline constexpr std::array<Field, 0> kFields{};

template <class T>
inline constexpr Shape::Whole kWhole{
    .least = std::numeric_limits<T>::min(),
    .most = static_cast<std::int64_t>(std::min<std::uint64_t>(
        std::numeric_limits<T>::max(), std::numeric_limits<std::int64_t>::max())),
    .get =
        [](const void* whole) { return static_cast<std::int64_t>(*static_cast<const T*>(whole)); },
    .set = [](void* whole,
              std::int64_t value) { *static_cast<T*>(whole) = static_cast<T>(value); }};

template <class Enum>
inline constexpr Shape::Whole kEnumerator{
    .least = 0,
    .most = static_cast<std::int64_t>(kNames<Enum>.size()) - 1,
    .get =
        [](const void* one) { return static_cast<std::int64_t>(*static_cast<const Enum*>(one)); },
    .set = [](void* one,
              std::int64_t value) { *static_cast<Enum*>(one) = static_cast<Enum>(value); }};
template <>
inline constexpr Shape::Whole kEnumerator<Rating>{
    .least = static_cast<std::int64_t>(Rating::kAgain),
    .most = static_cast<std::int64_t>(Rating::kEasy),
    .get =
        [](const void* one) { return static_cast<std::int64_t>(*static_cast<const Rating*>(one)); },
    .set = [](void* one,
              std::int64_t value) { *static_cast<Rating*>(one) = static_cast<Rating>(value); }};

template <class T>
struct Of {
  using Kind = Shape::Kind;
  static constexpr Shape make() {
    if constexpr (!kFields<T>.empty()) {
      return {.kind = Kind::kValue, .type = &typeid(T), .fields = kFields<T>};
    } else if constexpr (std::is_enum_v<T>) {
      return {.kind = Kind::kEnumerator,
              .type = &typeid(T),
              .names = kNames<T>,
              .whole = &kEnumerator<T>};
    } else if constexpr (std::is_same_v<T, bool>) {
      return {.kind = Kind::kBool};
    } else if constexpr (std::is_integral_v<T>) {
      return {.kind = Kind::kWhole, .whole = &kWhole<T>};
    } else if constexpr (std::is_same_v<T, double>) {
      return {.kind = Kind::kNumber};
    } else if constexpr (std::is_same_v<T, std::string>) {
      return {.kind = Kind::kText};
    } else if constexpr (std::is_same_v<T, std::chrono::seconds>) {
      return {.kind = Kind::kLength};
    } else if constexpr (std::is_same_v<T, Day>) {
      return {.kind = Kind::kDay};
    } else if constexpr (std::is_same_v<T, Instant>) {
      return {.kind = Kind::kInstant};
    } else if constexpr (std::is_same_v<T, LocalTime>) {
      return {.kind = Kind::kLocalTime};
    } else {
      static_assert(std::is_same_v<T, Weekdays>, "its fields are in fields");
      return {.kind = Kind::kWeekdays};
    }
  }
};

}  // namespace fields

template <class T>
inline constexpr Shape kShape = fields::Of<T>::make();
inline constexpr Shape kTimeOfDay{.kind = Shape::Kind::kTimeOfDay};

namespace fields {

template <class T>
struct Of<std::optional<T>> {
  using Self = std::optional<T>;
  static constexpr Shape::Optional kAccess{
      .item = [](const void* optional) -> const void* {
        const auto& self = *static_cast<const Self*>(optional);
        return self ? &*self : nullptr;
      },
      .fill = [](void* optional) -> void* { return &static_cast<Self*>(optional)->emplace(); },
      .empty = [](void* optional) { static_cast<Self*>(optional)->reset(); }};
  static constexpr Shape make(const Shape* item = &kShape<T>) {
    return {.kind = Shape::Kind::kOptional, .item = item, .optional = &kAccess};
  }
};

template <class T>
struct Of<std::vector<T>> {
  using Self = std::vector<T>;
  static constexpr Shape::List kAccess{
      .size = [](const void* list) { return static_cast<const Self*>(list)->size(); },
      .item = [](const void* list, std::size_t at) -> const void* {
        return &(*static_cast<const Self*>(list))[at];
      },
      .add = [](void* list) -> void* { return &static_cast<Self*>(list)->emplace_back(); },
      .empty = [](void* list) { static_cast<Self*>(list)->clear(); }};
  static constexpr Shape make() {
    return {.kind = Shape::Kind::kList, .item = &kShape<T>, .list = &kAccess};
  }
};

template <class Entry>
struct Of<IdOf<Entry>> {
  static constexpr Shape::Whole kAccess{
      .least = kWhole<Id>.least,
      .most = kWhole<Id>.most,
      .get = [](const void* id) { return Id{*static_cast<const IdOf<Entry>*>(id)}; },
      .set = [](void* id,
                std::int64_t number) { *static_cast<IdOf<Entry>*>(id) = IdOf<Entry>(number); }};
  static constexpr Shape make() { return {.kind = Shape::Kind::kWhole, .whole = &kAccess}; }
};

template <class Key, class T>
struct Of<std::map<Key, T>> {
  using Self = std::map<Key, T>;
  static constexpr Shape::Map kAccess{
      .key = &kShape<Key>,
      .entries =
          [](const void* map) {
            std::vector<Shape::Entry> out;
            for (const auto& [key, item] : *static_cast<const Self*>(map)) {
              out.push_back({&key, &item});
            }
            return out;
          },
      .item = [](void* map, const void* key) -> void* {
        using Given = std::conditional_t<std::is_same_v<Key, std::string>, std::string, Id>;
        return &(*static_cast<Self*>(map))[Key(*static_cast<const Given*>(key))];
      },
      .empty = [](void* map) { static_cast<Self*>(map)->clear(); }};
  static constexpr Shape make() {
    return {.kind = Shape::Kind::kMap, .item = &kShape<T>, .map = &kAccess};
  }
};

/// `&Person::key`: which value it is in, and what it is.
template <class Member>
struct At;
template <class T, class Member>
struct At<Member T::*> {
  using Value = T;
  using Type = Member;
};

template <auto kAt>
const void* place(const void* value) {
  return &(static_cast<const typename At<decltype(kAt)>::Value*>(value)->*kAt);
}

template <class One, class Other>
struct Of<std::pair<One, Other>> {
  using Self = std::pair<One, Other>;
  static constexpr std::array kBoth{Field{"first", &place<&Self::first>, &kShape<One>},
                                    Field{"second", &place<&Self::second>, &kShape<Other>}};
  static constexpr Shape make() { return {.kind = Shape::Kind::kPair, .fields = kBoth}; }
};

inline constexpr Shape kMaybeTimeOfDay = Of<std::optional<std::chrono::seconds>>::make(&kTimeOfDay);

template <auto kAt>
constexpr Field field(const char* name) {
  return {name, &place<kAt>, &kShape<typename At<decltype(kAt)>::Type>};
}
template <auto kAt>
constexpr Field required(const char* name) {
  auto out = field<kAt>(name);
  out.required = true;
  return out;
}
template <auto kAt>
constexpr Field later(const char* name) {
  auto out = field<kAt>(name);
  out.later = true;
  return out;
}
/// Of seconds since midnight, perhaps.
template <auto kAt>
constexpr Field time_of_day(const char* name) {
  auto out = field<kAt>(name);
  out.shape = out.shape->kind == Shape::Kind::kOptional ? &kMaybeTimeOfDay : &kTimeOfDay;
  return out;
}
template <auto kAt>
constexpr Field required_time_of_day(const char* name) {
  auto out = time_of_day<kAt>(name);
  out.required = true;
  return out;
}

}  // namespace fields
}  // namespace huddlekit
