#pragma once
#include "fields/shape.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/holiday.hpp"
#include "huddlekit/motto.hpp"
#include "huddlekit/playbook.hpp"

namespace huddlekit::fields {

template <>
inline constexpr auto kFields<Problem> =
    std::array{required<&Problem::file>("file"), required<&Problem::rule>("rule"),
               field<&Problem::line>("line"), field<&Problem::column>("column")};
template <>
inline constexpr auto kFields<Organisation> =
    std::array{required<&Organisation::name>("name"),
               field<&Organisation::motto>("motto"),
               field<&Organisation::promise>("promise"),
               required<&Organisation::zone>("zone"),
               field<&Organisation::work_week>("work_week"),
               field<&Organisation::scope>("scope"),
               field<&Organisation::period>("period"),
               field<&Organisation::feature_days>("feature_days"),
               field<&Organisation::holidays>("holidays")};
template <>
inline constexpr auto kFields<Value> = std::array{required<&Value::key>("key"),
                                                  required<&Value::name>("name"),
                                                  field<&Value::statement>("statement"),
                                                  field<&Value::behaviours>("behaviours"),
                                                  field<&Value::weight>("weight"),
                                                  field<&Value::promise>("promise"),
                                                  field<&Value::renamed_from>("renamed_from")};
template <>
inline constexpr auto kFields<Prompt> = std::array{required<&Prompt::value>("value"),
                                                   required<&Prompt::text>("text"),
                                                   field<&Prompt::key>("key"),
                                                   field<&Prompt::kind>("kind"),
                                                   field<&Prompt::departments>("departments"),
                                                   field<&Prompt::touch_point>("touch_point"),
                                                   field<&Prompt::renamed_from>("renamed_from")};
template <>
inline constexpr auto kFields<Member> = std::array{required<&Member::key>("key"),
                                                   required<&Member::name>("name"),
                                                   field<&Member::days>("days"),
                                                   field<&Member::huddles>("huddles"),
                                                   field<&Member::since>("since"),
                                                   field<&Member::leads>("leads"),
                                                   field<&Member::shared>("shared"),
                                                   field<&Member::celebrated>("celebrated"),
                                                   field<&Member::renamed_from>("renamed_from")};
template <>
inline constexpr auto kFields<Meeting> = std::array{required_time_of_day<&Meeting::start>("start"),
                                                    field<&Meeting::key>("key"),
                                                    field<&Meeting::name>("name"),
                                                    field<&Meeting::rule>("rule"),
                                                    field<&Meeting::since>("since"),
                                                    field<&Meeting::timebox>("timebox"),
                                                    field<&Meeting::on_holiday>("on_holiday"),
                                                    field<&Meeting::form>("template")};
template <>
inline constexpr auto kFields<TeamDefinition> =
    std::array{required<&TeamDefinition::key>("key"),
               required<&TeamDefinition::name>("name"),
               field<&TeamDefinition::department>("department"),
               field<&TeamDefinition::customers>("customers"),
               field<&TeamDefinition::zone>("zone"),
               field<&TeamDefinition::parent>("parent"),
               field<&TeamDefinition::holidays>("holidays"),
               field<&TeamDefinition::work_week>("work_week"),
               field<&TeamDefinition::members>("members"),
               field<&TeamDefinition::meetings>("meetings"),
               field<&TeamDefinition::targets>("targets"),
               field<&TeamDefinition::renamed_from>("renamed_from")};
template <>
inline constexpr auto kFields<Theme> =
    std::array{required<&Theme::key>("key"),       required<&Theme::name>("name"),
               required<&Theme::values>("values"), required<&Theme::first>("first"),
               required<&Theme::last>("last"),     field<&Theme::factor>("factor"),
               field<&Theme::goal>("goal"),        field<&Theme::goal_count>("goal_count")};
template <>
inline constexpr auto kFields<Holiday> =
    std::array{required<&Holiday::day>("day"), required<&Holiday::name>("name"),
               field<&Holiday::region>("region")};
template <>
inline constexpr auto kFields<HolidayCalendar> = std::array{
    required<&HolidayCalendar::name>("name"), required<&HolidayCalendar::source>("source"),
    required<&HolidayCalendar::read>("read"), field<&HolidayCalendar::holidays>("holidays")};
template <>
inline constexpr auto kFields<SegmentOverride> =
    std::array{required<&SegmentOverride::segment>("segment"),
               field<&SegmentOverride::min>("min"),
               field<&SegmentOverride::ideal>("ideal"),
               field<&SegmentOverride::max>("max"),
               field<&SegmentOverride::cut>("cut"),
               field<&SegmentOverride::title>("title"),
               field<&SegmentOverride::enabled>("enabled")};
template <>
inline constexpr auto kFields<ReminderRule> =
    std::array{required<&ReminderRule::key>("key"),
               field<&ReminderRule::kind>("kind"),
               field<&ReminderRule::audience>("audience"),
               field<&ReminderRule::ahead>("ahead"),
               time_of_day<&ReminderRule::at>("at"),
               field<&ReminderRule::days>("days"),
               field<&ReminderRule::early>("early"),
               field<&ReminderRule::shift>("shift"),
               time_of_day<&ReminderRule::quiet_from>("quiet_from"),
               time_of_day<&ReminderRule::quiet_until>("quiet_until"),
               field<&ReminderRule::at_most>("at_most"),
               field<&ReminderRule::stop_after>("stop_after"),
               field<&ReminderRule::teams>("teams"),
               field<&ReminderRule::enabled>("enabled")};
template <>
inline constexpr auto kFields<Playbook> = std::array{
    required<&Playbook::source>("source"),  field<&Playbook::organisation>("organisation"),
    field<&Playbook::values>("values"),     field<&Playbook::prompts>("prompts"),
    field<&Playbook::teams>("teams"),       field<&Playbook::themes>("themes"),
    field<&Playbook::holidays>("holidays"), field<&Playbook::reminders>("reminders"),
    field<&Playbook::segments>("segments"), field<&Playbook::warnings>("warnings")};
template <>
inline constexpr auto kFields<LoadReport> =
    std::array{field<&LoadReport::added>("added"), field<&LoadReport::changed>("changed"),
               field<&LoadReport::retired>("retired"), field<&LoadReport::unchanged>("unchanged")};
template <>
inline constexpr auto kFields<MottoCheck> =
    std::array{required<&MottoCheck::words>("words"),
               required<&MottoCheck::characters>("characters"),
               field<&MottoCheck::reading_ease>("reading_ease"),
               field<&MottoCheck::names_somebody>("names_somebody"),
               field<&MottoCheck::names_a_deed>("names_a_deed"),
               field<&MottoCheck::suggestions>("suggestions")};

}  // namespace huddlekit::fields
