#pragma once
// The English that the blameless check knows. Kept apart from the code that matches it, so that
// another language can be added beside it. Lists are in small letters, separated by spaces.
#include <array>
#include <string_view>

namespace huddlekit::blame {

enum class Advice { kName, kJudgement, kOmission, kGuilt, kHindsight };

constexpr std::array<std::string_view, 5> kAdvice{
    "Say what happened without the name: a miss is about the situation, not about a person.",
    "Say what could be seen instead of judging somebody.",
    "Say what did not happen, without whose omission it was: \"the call was not made\".",
    "Leave out whose fault it was; say what we change.",
    "Say what was known at that moment; afterwards everything looks obvious.",
};

/// Who must be the subject for a phrase to be blame.
enum class Of { kAnybody, kPeople };

struct Phrase {
  /// Words in a row; `|` separates alternatives for one. `<whose>` is a possessive of a person,
  /// `<known>` one of `kKnown`.
  std::string_view pattern;
  Of of;
  Advice advice;
  /// What the proposal says instead; `drop` leaves the phrase out, `""` the whole sentence.
  std::string_view instead;
  /// Words that make it something else when they follow.
  std::string_view unless = "";
};

constexpr Phrase kPhrases[]{
    {"careless|negligent|irresponsible|thoughtless|incompetent|clueless|unprofessional|inexcusable",
     Of::kAnybody, Advice::kJudgement, ""},
    {"stupid|idiotic|foolish|moronic|dumb", Of::kAnybody, Advice::kJudgement, "",
     "waiter waiters bell bells"},
    {"idiot|idiots|moron|morons|imbecile|imbeciles", Of::kAnybody, Advice::kJudgement, ""},
    {"lazy", Of::kAnybody, Advice::kJudgement, "",
     "river sunday sundays susan morning mornings afternoon afternoons day days weekend"},
    {"sloppy", Of::kAnybody, Advice::kJudgement, "", "joe joes"},
    {"carelessness|negligence|incompetence|laziness|stupidity|sloppiness|irresponsibility",
     Of::kAnybody, Advice::kJudgement, ""},
    {"carelessly|negligently|lazily|stupidly|foolishly|sloppily|irresponsibly|thoughtlessly",
     Of::kAnybody, Advice::kJudgement, "drop"},
    {"can't|cannot|couldn't be bothered", Of::kAnybody, Advice::kJudgement, ""},
    {"could not be bothered", Of::kAnybody, Advice::kJudgement, ""},
    {"don't|doesn't|didn't care", Of::kPeople, Advice::kJudgement, ""},
    {"do|does|did not care", Of::kPeople, Advice::kJudgement, ""},
    {"wasn't|weren't paying attention", Of::kPeople, Advice::kJudgement, ""},
    {"was|were not paying attention", Of::kPeople, Advice::kJudgement, ""},
    {"knows|knew better", Of::kPeople, Advice::kJudgement, ""},
    {"lied to|about", Of::kPeople, Advice::kJudgement, ""},

    {"forgot|forgets to", Of::kAnybody, Advice::kOmission, "did not"},
    {"had|has|have forgotten to", Of::kPeople, Advice::kOmission, "did not"},
    {"had|has|have forgotten", Of::kPeople, Advice::kOmission, "missed"},
    {"forgot|forgets", Of::kAnybody, Advice::kOmission, "missed"},
    {"neglected|neglects|failed|fails|refused|refuses to", Of::kPeople, Advice::kOmission,
     "did not"},
    {"didn't|doesn't bother to", Of::kPeople, Advice::kOmission, "did not"},
    {"did|does not bother to", Of::kPeople, Advice::kOmission, "did not"},
    {"ignored|ignores", Of::kPeople, Advice::kOmission, "did not act on"},

    {"<whose> fault|faults|mistake|mistakes|error|errors|failure|failures|blunder|blunders",
     Of::kAnybody, Advice::kGuilt, ""},
    {"is|are|was|were at fault", Of::kPeople, Advice::kGuilt, ""},
    {"to blame", Of::kPeople, Advice::kGuilt, ""},
    {"the blame", Of::kAnybody, Advice::kGuilt, ""},
    {"blames|blamed|blaming", Of::kAnybody, Advice::kGuilt, ""},
    {"culprit|culprits|scapegoat|scapegoats", Of::kAnybody, Advice::kGuilt, ""},
    {"guilty of|party", Of::kAnybody, Advice::kGuilt, ""},
    {"human|operator|user error", Of::kAnybody, Advice::kGuilt, ""},
    {"screwed|screws|messed|messes up", Of::kPeople, Advice::kGuilt, ""},
    {"botched|bungled", Of::kAnybody, Advice::kGuilt, ""},
    {"dropped|drops the ball", Of::kAnybody, Advice::kGuilt, ""},
    {"let|lets us|everybody|everyone down", Of::kAnybody, Advice::kGuilt, ""},
    {"let|lets the|our team|guest|guests|customer|customers down", Of::kAnybody, Advice::kGuilt,
     ""},

    {"should have <known>", Of::kPeople, Advice::kHindsight, ""},
    {"should've <known>", Of::kPeople, Advice::kHindsight, ""},
    {"ought to have <known>", Of::kPeople, Advice::kHindsight, ""},
};

/// Customers and others whose words and deeds are reported, not judged.
constexpr std::string_view kCustomers =
    "guest guests customer customers client clients visitor visitors patient patients passenger "
    "passengers caller callers tenant tenants shopper shoppers buyer buyers traveller travellers "
    "traveler travelers family families couple bride groom child children kid kids tourist "
    "tourists diner diners reader readers student students supplier suppliers journalist "
    "journalists";

/// Those whose miss it would be.
constexpr std::string_view kTeam =
    "you whoever somebody someone everybody everyone anybody anyone nobody colleague "
    "colleagues staff team teams crew shift shifts desk reception receptionist receptionists "
    "housekeeping housekeeper housekeepers kitchen chef cook waiter waiters waitress waitresses "
    "porter porters concierge manager managers supervisor supervisors boss trainee trainees intern "
    "interns newcomer newcomers driver drivers engineer engineers maintenance nurse nurses doctor "
    "doctors agent agents clerk clerks department departments marketing sales accounting "
    "purchasing logistics warehouse support security management";

constexpr std::string_view kPronouns = "he she they him her them";
constexpr std::string_view kOurs = "we i";
constexpr std::string_view kWhose = "his her their your my whose";
constexpr std::string_view kKnown =
    "known checked noticed seen thought asked told listened remembered realised realized read "
    "looked";
constexpr std::string_view kNegations =
    "no not never nobody none neither without isn't aren't wasn't weren't don't doesn't didn't "
    "can't cannot couldn't won't wouldn't shouldn't";

/// Names that are also everyday words, and everyday words that are also names.
constexpr std::string_view kAlsoWords =
    "april may june august summer winter autumn dawn eve easter noel christmas hope faith grace "
    "joy patience honor mercy charity rose lily daisy ivy holly heather iris violet olive ginger "
    "rosemary hazel fern poppy jasmine sage ruby amber jade pearl crystal gray grey brown white "
    "black green will mark bill rob sue pat jack chase grant drew skip chip wade lance don nick "
    "gene ray buck dean frank guy earnest ernest max robin art bob mike baker cook carter mason "
    "miller smith cooper fisher hunter page porter butler gardener gardner parker walker turner "
    "potter shepherd singer driver barber chandler clerk clark bishop king prince duke knight "
    "abbot marshall sheriff major judge young long short low small little good best sharp wise "
    "strong rich stern noble moody savage sweet swift hardy bright bell booth bush brook field "
    "fields ford forest garden glass hall hill hills house lake lane love marsh moon moss park "
    "parks pool pools reed rice river rivers room rock stone street tower waters well wells west "
    "east north south snow rain frost star story post price penny miles miller dale glen cliff "
    "heath carol angel carry van der den del la le de do an so in on at as am is can no he she "
    "you we my to un paris london sydney florence victoria austin dallas madison jordan israel "
    "georgia virginia chelsea kent india china troy sky guest day night bar key";

/// Months and seasons: no names beside a number or after these.
constexpr std::string_view kTimes = "april may june august summer winter autumn easter christmas";
constexpr std::string_view kBeforeTimes =
    "in of by since until till from next last this early late mid during every through";

/// What stands before a thing rather than before a person.
constexpr std::string_view kDeterminers =
    "the a an our this that these those each every his her their your my some any no";

/// What people do: after one of these a sentence's first word is a name, though also a word.
constexpr std::string_view kDeeds =
    "forgot did didn't does doesn't left made lost told said says sent put gave took came went "
    "brought broke knew thought wrote read ran let kept never always failed missed ignored asked "
    "answered promised arrived checked called cleaned served dropped spilled overbooked cancelled "
    "apologised apologized and should should've";

/// What opens the part about what we do now.
constexpr std::string_view kNow[]{
    "from now on",  "from today",   "from tomorrow", "from this week", "next time",
    "since then",   "in future",    "in the future", "going forward",  "we now",
    "now we",       "we will",      "we always",     "we have since",  "the checklist now",
    "there is now", "the list now", "we check",      "we write",       "we ask"};

/// What opens a clause about the situation.
constexpr std::string_view kSituation =
    "when while during at on in after before as yesterday today last this because shortly late "
    "early around just with for";

}  // namespace huddlekit::blame
