#pragma once
// Everything at once. Each header can also be included alone.
#include "huddlekit/agenda.hpp"
#include "huddlekit/book.hpp"
#include "huddlekit/cadence.hpp"
#include "huddlekit/errors.hpp"
#include "huddlekit/journal.hpp"
#include "huddlekit/playbook.hpp"
#include "huddlekit/recurrence.hpp"
#include "huddlekit/render.hpp"
#include "huddlekit/time.hpp"
#include "huddlekit/timebox.hpp"
#include "huddlekit/zone.hpp"
