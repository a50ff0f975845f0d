#pragma once
// The fields of every value of the library.
#include "fields/agenda_fields.hpp"
#include "fields/entry_fields.hpp"
#include "fields/people_fields.hpp"
#include "fields/playbook_fields.hpp"
#include "fields/report_fields.hpp"
