#pragma once
// Days are datetime.date, instants are aware datetime.datetime, lengths are whole seconds (int, or
// a timedelta going in). pybind11/chrono.h is not used: it makes naive local times.
#include <datetime.h>
#include <pybind11/pybind11.h>

#include <chrono>
#include <string>
#include <string_view>

#include "core/text/names.hpp"
#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/ids.hpp"
#include "huddlekit/time.hpp"

namespace huddlekit::python {

/// Seconds since midnight that Python sees as a datetime.time.
class TimeOfDay {
 public:
  TimeOfDay() = default;
  explicit TimeOfDay(std::chrono::seconds since_midnight) : since_midnight_(since_midnight) {}
  explicit operator std::chrono::seconds() const { return since_midnight_; }

 private:
  std::chrono::seconds since_midnight_{};
};

}  // namespace huddlekit::python

namespace pybind11::detail {

// Static: <datetime.h> keeps its API pointer per translation unit, so each must fill its own.
static inline void import_datetime() {
  if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
  if (PyDateTimeAPI == nullptr) throw error_already_set();
}

/// A text is a str: bytes, which pybind11 takes for one too, need not be UTF-8, and what holds
/// others could not be shown.
template <>
struct type_caster<std::string> : string_caster<std::string> {
  bool load(handle source, bool convert) {
    return PyUnicode_Check(source.ptr()) != 0 && string_caster<std::string>::load(source, convert);
  }
  /// What a damaged book holds may be no UTF-8 either, and is still to be shown.
  static handle cast(const std::string& text, return_value_policy, handle) {
    const auto size = static_cast<Py_ssize_t>(text.size());
    handle made = PyUnicode_DecodeUTF8(text.data(), size, "replace");
    if (!made) throw error_already_set();
    return made;
  }
};
template <>
struct type_caster<std::string_view> : string_caster<std::string_view, true> {
  bool load(handle source, bool convert) {
    return PyUnicode_Check(source.ptr()) != 0 &&
           string_caster<std::string_view, true>::load(source, convert);
  }
};

/// Python knows the years 1 to 9999 alone; at their edges a zone's offset may lead out of them.
inline handle in_pythons_years(PyObject* made, const char* what) {
  if (made != nullptr) return made;
  PyErr_Clear();
  throw huddlekit::InvalidArgument(std::string(what) +
                                   ": must be in the years 1 to 9999, got one outside");
}

template <>
struct type_caster<huddlekit::Day> {
  PYBIND11_TYPE_CASTER(huddlekit::Day, const_name("datetime.date"));

  /// A datetime is a date to Python, but it carries a time that would be lost in silence: refused.
  bool load(handle source, bool) {
    import_datetime();
    if (!PyDate_Check(source.ptr()) || PyDateTime_Check(source.ptr())) return false;
    value = std::chrono::local_days{
        std::chrono::year_month_day{std::chrono::year{PyDateTime_GET_YEAR(source.ptr())},
                                    std::chrono::month(PyDateTime_GET_MONTH(source.ptr())),
                                    std::chrono::day(PyDateTime_GET_DAY(source.ptr()))}};
    return true;
  }

  static handle cast(huddlekit::Day day, return_value_policy, handle) {
    import_datetime();
    const std::chrono::year_month_day date{day};
    return in_pythons_years(PyDate_FromDate(static_cast<int>(date.year()),
                                            static_cast<int>(static_cast<unsigned>(date.month())),
                                            static_cast<int>(static_cast<unsigned>(date.day()))),
                            "day");
  }
};

/// A wall-clock time is a naive datetime; an aware one is refused, since its zone would be lost in
/// silence.
template <>
struct type_caster<huddlekit::LocalTime> {
  PYBIND11_TYPE_CASTER(huddlekit::LocalTime, const_name("datetime.datetime"));

  bool load(handle source, bool) {
    import_datetime();
    PyObject* o = source.ptr();
    if (!PyDateTime_Check(o) || !source.attr("tzinfo").is_none()) return false;
    const std::chrono::local_days day{std::chrono::year_month_day{
        std::chrono::year{PyDateTime_GET_YEAR(o)}, std::chrono::month(PyDateTime_GET_MONTH(o)),
        std::chrono::day(PyDateTime_GET_DAY(o))}};
    value = day + std::chrono::hours{PyDateTime_DATE_GET_HOUR(o)} +
            std::chrono::minutes{PyDateTime_DATE_GET_MINUTE(o)} +
            std::chrono::seconds{PyDateTime_DATE_GET_SECOND(o)};
    return true;
  }

  static handle cast(huddlekit::LocalTime time, return_value_policy, handle) {
    import_datetime();
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const auto second = static_cast<int>((time - day).count());
    return in_pythons_years(
        PyDateTime_FromDateAndTime(static_cast<int>(date.year()),
                                   static_cast<int>(static_cast<unsigned>(date.month())),
                                   static_cast<int>(static_cast<unsigned>(date.day())),
                                   second / 3600, second / 60 % 60, second % 60, 0),
        "time");
  }
};

template <>
struct type_caster<huddlekit::Instant> {
  PYBIND11_TYPE_CASTER(huddlekit::Instant, const_name("datetime.datetime"));

  /// Only an aware datetime names an instant. Fractions of a second are cut off.
  bool load(handle source, bool) {
    import_datetime();
    if (!PyDateTime_Check(source.ptr()) || source.attr("utcoffset")().is_none()) return false;
    const auto utc = module_::import("datetime").attr("timezone").attr("utc");
    object moved;
    try {
      moved = source.attr("astimezone")(utc);
    } catch (error_already_set& error) {
      if (!error.matches(PyExc_OverflowError)) throw;
      throw huddlekit::InvalidArgument("time: must be in the years 1 to 9999 in UTC too, got " +
                                       str(source).cast<std::string>());
    }
    type_caster<huddlekit::LocalTime> wall;
    wall.load(moved.attr("replace")(arg("tzinfo") = none()), false);
    value = huddlekit::Instant{static_cast<huddlekit::LocalTime&>(wall).time_since_epoch()};
    return true;
  }

  static handle cast(huddlekit::Instant instant, return_value_policy policy, handle parent) {
    const auto wall = reinterpret_steal<object>(type_caster<huddlekit::LocalTime>::cast(
        huddlekit::LocalTime{instant.time_since_epoch()}, policy, parent));
    const auto utc = module_::import("datetime").attr("timezone").attr("utc");
    return wall.attr("replace")(arg("tzinfo") = utc).release();
  }
};

template <>
struct type_caster<std::chrono::seconds> {
  PYBIND11_TYPE_CASTER(std::chrono::seconds, io_name("int | datetime.timedelta", "int"));

  bool load(handle source, bool) {
    import_datetime();
    PyObject* o = source.ptr();
    if (PyDelta_Check(o)) {
      if (PyDateTime_DELTA_GET_MICROSECONDS(o) != 0) return false;
      value = std::chrono::seconds{PyDateTime_DELTA_GET_DAYS(o) * 86400LL +
                                   PyDateTime_DELTA_GET_SECONDS(o)};
      return true;
    }
    if (!PyLong_Check(o) || PyBool_Check(o)) return false;
    const auto count = PyLong_AsLongLong(o);
    if (count == -1 && PyErr_Occurred() != nullptr) {
      PyErr_Clear();
      return false;
    }
    value = std::chrono::seconds{count};
    return true;
  }

  static handle cast(std::chrono::seconds length, return_value_policy, handle) {
    return PyLong_FromLongLong(length.count());
  }
};

/// Days of the week are text: `Mon-Fri`.
template <>
struct type_caster<huddlekit::Weekdays> {
  PYBIND11_TYPE_CASTER(huddlekit::Weekdays, const_name("str"));

  /// @throws InvalidArgument for text that does not name days.
  bool load(handle source, bool convert) {
    make_caster<std::string> text;
    if (!PyUnicode_Check(source.ptr()) || !text.load(source, convert)) return false;
    value = huddlekit::Weekdays::parse(cast_op<std::string&>(text));
    return true;
  }

  static handle cast(huddlekit::Weekdays days, return_value_policy policy, handle parent) {
    return make_caster<std::string>::cast(to_string(days), policy, parent);
  }
};

/// An id is a number to Python, whatever it is of.
template <class Entry>
struct type_caster<huddlekit::IdOf<Entry>> {
  PYBIND11_TYPE_CASTER(huddlekit::IdOf<Entry>, make_caster<std::int64_t>::name);

  bool load(handle source, bool convert) {
    make_caster<std::int64_t> number;
    if (!number.load(source, convert)) return false;
    value = huddlekit::IdOf<Entry>(cast_op<std::int64_t>(number));
    return true;
  }

  static handle cast(huddlekit::IdOf<Entry> id, return_value_policy, handle) {
    return PyLong_FromLongLong(id);
  }
};

/// A time of day is a datetime.time without a zone; fractions of a second are cut off.
template <>
struct type_caster<huddlekit::python::TimeOfDay> {
  PYBIND11_TYPE_CASTER(huddlekit::python::TimeOfDay, const_name("datetime.time"));

  bool load(handle source, bool) {
    import_datetime();
    PyObject* o = source.ptr();
    if (!PyTime_Check(o) || !source.attr("tzinfo").is_none()) return false;
    value = huddlekit::python::TimeOfDay{std::chrono::hours{PyDateTime_TIME_GET_HOUR(o)} +
                                         std::chrono::minutes{PyDateTime_TIME_GET_MINUTE(o)} +
                                         std::chrono::seconds{PyDateTime_TIME_GET_SECOND(o)}};
    return true;
  }

  static handle cast(huddlekit::python::TimeOfDay time, return_value_policy, handle) {
    import_datetime();
    const auto second = static_cast<int>(std::chrono::seconds{time}.count());
    return PyTime_FromTime(second / 3600, second / 60 % 60, second % 60, 0);
  }
};

/// A choice that is written as in the playbook: `skip`.
template <>
struct type_caster<huddlekit::HolidayRule> {
  PYBIND11_TYPE_CASTER(huddlekit::HolidayRule, const_name("str"));

  /// @throws InvalidArgument for a word that is none of them.
  bool load(handle source, bool convert) {
    make_caster<std::string> text;
    if (!PyUnicode_Check(source.ptr()) || !text.load(source, convert)) return false;
    const auto& word = cast_op<std::string&>(text);
    if (const auto found = huddlekit::from_name<huddlekit::HolidayRule>(word)) {
      value = *found;
      return true;
    }
    throw huddlekit::InvalidArgument("on_holiday: must be one of " +
                                     huddlekit::all_names<huddlekit::HolidayRule>() + ", got " +
                                     huddlekit::in_quotes(word));
  }

  static handle cast(huddlekit::HolidayRule word, return_value_policy, handle) {
    return PyUnicode_FromString(huddlekit::name_of(word));
  }
};

}  // namespace pybind11::detail
