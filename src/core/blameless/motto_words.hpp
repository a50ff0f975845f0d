#pragma once
// The English that the check of mottos knows, and says. Kept apart from the code that matches it,
// so that another language can be added beside it. Lists are in small letters, separated by spaces.
#include <string_view>

namespace huddlekit::motto {

/// People, beside the customers and colleagues of blame_words.hpp.
constexpr std::string_view kPeople =
    "we us our ours ourselves i me my your yours yourself yourselves they them their theirs he she "
    "his her him one who each other another others person people human humans man men woman women "
    "lady ladies gentleman gentlemen friend friends neighbour neighbours neighbor neighbors member "
    "members host hosts parent parents partner partners owner owners user users resident residents "
    "citizen citizens child youth community world company home traveller stranger strangers "
    "citizen pupil pupils learner learners player players listener listeners viewer viewers "
    "employee employees worker workers";

/// What people do, as one would say it to them.
constexpr std::string_view kDeeds =
    "act add admit advise aim answer apologise apologize appreciate arrive ask assist bake bring "
    "build call calm care carry catch celebrate change check cheer choose clean clear coach come "
    "comfort connect cook count craft cure dare decide delight deliver design discover do dream "
    "drive earn empower encourage enjoy explain explore feed feel fight find finish fix follow "
    "forgive fulfil fulfill gather get give go greet grow guard guide hand handle hear heal heed "
    "help hold honour honor host improve inspire invent join keep knock know laugh lead learn "
    "leave lend let lift listen live look love make measure meet mend move notice offer open own "
    "pack pass pay pick plan play please practise practice prepare promise protect prove push put "
    "raise reach read remember repair reply respect rest ring run save say see seek sell send "
    "serve share shine show smile solve speak spend stand stay start stop support surprise take "
    "talk teach tell thank think touch treat trust try turn understand use wait walk warm watch "
    "welcome win wish wonder work write";

/// Before these a word of `kDeeds` is a thing: `our care`, `the best help`.
constexpr std::string_view kBeforeThings =
    "a an the our your my his her their its this that these those no any every each some more most "
    "best better good great of in with for by through beyond from at as is are";

inline constexpr int kMostWords = 12;
inline constexpr double kHard = 30;  // Flesch: takes a degree to read
inline constexpr int kLongWord = 4;  // syllables

constexpr std::string_view kShorten =
    "Shorten it: it has {} words, and more than twelve are hard to keep in mind. Which of them "
    "must "
    "stay?";
constexpr std::string_view kPlainer =
    "Say it in words of one or two syllables; it reads like a "
    "report.";
constexpr std::string_view kLongWords = "Find a plainer word for {}.";
constexpr std::string_view kNobody = "Say whom it is about: you, our guests, each other.";
constexpr std::string_view kNoDeed =
    "Say what to do, as you would tell a new colleague: look, ask, keep, mend.";

}  // namespace huddlekit::motto
