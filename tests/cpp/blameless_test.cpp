#include "huddlekit/blameless.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/text/text.hpp"
#include "huddlekit/errors.hpp"

namespace huddlekit {
namespace {

using Strings = std::vector<std::string>;

const Strings& team() {
  static const Strings names{"Ana Silva",  "Ben Okoro",         "Will Young", "May Rose",
                             "José Núñez", "Jean-Luc van Dyck", "J. O'Brien", "田中",
                             "田中太郎",   "محمد علي"};
  return names;
}

Strings found(std::string_view text) {
  Strings all;
  for (const auto& finding : check_blameless(text, team()).findings) all.push_back(finding.found);
  return all;
}

struct Example {
  const char* text;
  Strings findings;
};

const std::vector<Example>& blameful() {
  static const std::vector<Example> examples{
      // Names: whole, by a part, in any case, with and without accents, with what clings to them.
      {"Ana Silva was late.", {"Ana Silva"}},
      {"We asked ana, BEN and Okoro.", {"ana", "BEN", "Okoro"}},
      {"Jose did it, said Nunez; JOSÉ’S tray fell.", {"Jose", "Nunez", "JOSÉ"}},
      {"Ask @ana or ana@harbour.example.", {"ana", "ana"}},
      {"It was Mr. Okoro's list.", {"Okoro"}},
      {"The Ana-led shift; Jean-Luc and van Dyck; O’Brien.",
       {"Ana", "Jean-Luc", "van Dyck", "O’Brien"}},
      {"田中太郎さんが忘れました。", {"田中太郎"}},
      {"وصل محمد متأخرا", {"محمد"}},
      // Names that are also words, written and placed like names.
      {"Will forgot the key.", {"Will", "forgot"}},
      {"The guest asked Will twice.", {"Will"}},
      {"We met May at the gate, and Rose too.", {"May", "Rose"}},
      {"Will Young was late.", {"Will Young"}},
      // Judgements.
      {"The porter was careless.", {"careless"}},
      {"A stupid thing to say.", {"stupid"}},
      {"The trolley was carelessly left in the hall.", {"carelessly"}},
      {"Pure laziness.", {"laziness"}},
      {"The night shift couldn't be bothered.", {"couldn't be bothered"}},
      {"The porter did not care.", {"did not care"}},
      {"The clerk lied to her.", {"lied to"}},
      // Omissions laid at somebody's door.
      {"Marketing forgot the banner.", {"forgot"}},
      {"The night shift failed to check the boiler.", {"failed to"}},
      {"The kitchen ignored the ticket.", {"ignored"}},
      {"The porter was asked. He didn't bother to come.", {"didn't bother to"}},
      {"Who forgot the key?", {"forgot"}},
      // Guilt.
      {"It was Ben's fault.", {"Ben", "Ben's fault"}},
      {"It was the porter's mistake.", {"porter's mistake"}},
      {"That was his error.", {"his error"}},
      {"The night shift is to blame.", {"to blame"}},
      {"The blame lies with housekeeping.", {"The blame"}},
      {"Simply human error.", {"human error"}},
      {"They let the team down.", {"let the team down"}},
      // Hindsight.
      {"The clerk should have known.", {"should have known"}},
      {"Reception should've asked.", {"should've asked"}},
      {"You ought to have checked.", {"ought to have checked"}},
  };
  return examples;
}

TEST(Blameless, NamesAndWordsOfBlameAreFound) {
  for (const auto& [text, findings] : blameful()) EXPECT_EQ(found(text), findings) << text;
}

TEST(Blameless, NearMissesPass) {
  for (const auto* text : {
           "The key of room 12 was at the wrong desk.",
           // Parts of other words.
           "A banana, an analysis, a benefit and a window will do; the default is a blameless "
           "review.",
           "The no-blame rule, an idiot-proof lock and a fault-finding tour.",
           // Words that are also names.
           "Will the guest return? He may, if the rose petals are there.",
           "It was closed in May, from 3 May to May 17, and until May.",
           "May is busy. Rose petals were missing. Young guests left.",
           "They stayed in the Rose suite, by the hotel's Rose garden.",
           "The van was late.",
           // Other people's names.
           "Annabel and Benedict complained to Wilhelm.",
           // Things, not people.
           "The boiler failed to start and the lift has a fault.",
           "The sensor ignored the card, and the printer refused to print.",
           "The weather is to blame.",
           "The taxi should have arrived at six.",
           "The guest should have been told at once.",
           "The lazy river was closed on a lazy Sunday; there was no sloppy joe.",
           "The dumb waiter was stuck.",
           // Customers' own words and deeds.
           "A guest forgot her charger, and she forgot to ask for it.",
           "The guest waited. She refused to pay.",
           "The guest who forgot her bag came back.",
           "The family found the answer careless.",
           "The customer blamed the airline.",
           "A guest wrote: \"Your staff were careless and stupid.\"",
           "The card said “it was their fault”.",
           // Denied.
           "Nobody is to blame, it was nobody's fault, and the clerk was not careless.",
           // The team's own.
           "We forgot the call and we failed to say so.",
           "It was our mistake, and we said so at once.",
       }) {
    EXPECT_EQ(found(text), Strings{}) << text;
  }
}

TEST(Blameless, PlacesHoldWhatWasFoundAndAdviceIsGiven) {
  for (const auto& example : blameful()) {
    const std::string_view text = example.text;
    for (const auto& f : check_blameless(text, team()).findings) {
      EXPECT_EQ(text.substr(f.start, f.end - f.start), f.found) << text;
      EXPECT_TRUE(f.advice.ends_with('.')) << text;
    }
  }
}

TEST(Blameless, NobodyIsNamedWithoutAListOfNames) {
  EXPECT_TRUE(check_blameless("Ana Silva was late.", {}).findings.empty());
  EXPECT_TRUE(check_blameless("Anything at all.", Strings{"", " ", "-", "李"}).findings.empty());
}

TEST(Blameless, TheProposalSortsATextIntoItsParts) {
  const std::vector<std::pair<const char*, MissForm>> examples{
      {"At six, Ana forgot to call room 12. We now set two alarms.",
       {"At six.", "A colleague did not call room 12.", "We now set two alarms."}},
      {"A guest asked for a call at six. Ana Silva and Ben forgot it. From now on it is on the "
       "board.",
       {"A guest asked for a call at six.", "Colleagues missed it.",
        "From now on it is on the board."}},
      {"The bus left early. Three guests missed it. Next time the driver rings first.",
       {"The bus left early.", "Three guests missed it.", "Next time the driver rings first."}},
      {"During the night shift, the boiler went out.",
       {"During the night shift.", "The boiler went out.", ""}},
      {"The boiler went out.", {"", "The boiler went out.", ""}},
      {"It was Ben's fault. The bags were late.", {"", "The bags were late.", ""}},
      {"Carelessly, the trolley was left in the hall.",
       {"", "The trolley was left in the hall.", ""}},
      {"Mr. Okoro and Mrs Silva took @ana's list.",
       {"", "A colleague and a colleague took a colleague's list.", ""}},
      {"Situation: check-in at noon.\nThe lift was out.\nWhat happened: Ben ignored the bell.\n"
       "What we do now: we look every ten minutes.",
       {"Check-in at noon. The lift was out.", "A colleague did not act on the bell.",
        "We look every ten minutes."}},
  };
  for (const auto& [text, form] : examples) {
    EXPECT_EQ(to_string(check_blameless(text, team()).form), to_string(form)) << text;
  }
}

TEST(Blameless, TheProposalPassesTheCheckAndProposesItself) {
  for (const auto& example : blameful()) {
    const auto form = check_blameless(example.text, team()).form;
    EXPECT_EQ(found(to_string(form)), Strings{}) << example.text;
  }
  const MissForm told{"Check-in at noon.", "The lift was out. Two guests walked.", "We ring."};
  EXPECT_EQ(check_blameless(to_string(told), team()).form, told);
}

TEST(Blameless, AnEmptyPartAsksItsQuestion) {
  EXPECT_EQ(to_string(MissForm{"", "The bus left early.", ""}),
            "Situation: Where and when was it, and what was going on?\n"
            "What happened: The bus left early.\n"
            "What we do now: What is different from today on?");
}

TEST(Blameless, AnyReadableTextIsAnswered) {
  const Strings pieces{"Ana",  "forgot", "to", " ",   " ",    ". ",        "\n",   "\"",
                       "“",    "”",      "'s", "-",   "@",    ",",         "Mr. ", "blame",
                       "é",    "田",     "🙂", "the", "lazy", "fault",     "Ben ", "?",
                       "now ", "Silva ", "’",  ":",   "!",    "Situation:"};
  std::mt19937 random(20261123);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1), length(1, 40);
  for (int run = 0; run < 1500; ++run) {
    std::string text = "x";
    for (auto n = length(random); n > 0; --n) text += pieces[piece(random)];
    const auto check = check_blameless(text, team());
    std::size_t last = 0;
    for (const auto& f : check.findings) {
      ASSERT_GE(f.start, last) << text;
      ASSERT_EQ(text.substr(f.start, f.end - f.start), f.found) << text;
      last = f.start;
    }
    ASSERT_TRUE(is_utf8(to_string(check.form))) << text;
  }
}

TEST(Blameless, BadInputNamesTheRule) {
  const std::string too_long(20'001, 'a');
  for (const std::string& bad :
       {std::string(), std::string(" \n"), std::string("a\0b", 3), std::string("\xFF"), too_long}) {
    EXPECT_THROW((void)check_blameless(bad, team()), InvalidArgument);
  }
  const std::string endless_name(100'000, 'a');
  std::string many_names;
  for (int i = 0; i < 5'000; ++i) many_names += "Ab ";
  EXPECT_EQ(found("Fine."), Strings{});
  EXPECT_TRUE(
      check_blameless("Fine.", Strings{endless_name, many_names, "\xFF\xFE"}).findings.empty());
}

}  // namespace
}  // namespace huddlekit
