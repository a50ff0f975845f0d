#include "core/text/mentions.hpp"

#include <gtest/gtest.h>

#include "core/sentences/phrase.hpp"

namespace huddlekit {
namespace {

const Mentions kAna("ana-silva", "Ana Maria Silva");

TEST(Mentions, TheFullNameAndTheKeyBecomeAColleague) {
  EXPECT_EQ(kAna.without("We thank Ana Maria Silva for it."), "We thank a colleague for it.");
  EXPECT_EQ(kAna.without("ANA  MARIA\tSILVA’s idea"), "A colleague’s idea");
  EXPECT_EQ(kAna.without("Ask ana-silva."), "Ask a colleague.");
  EXPECT_EQ(kAna.without("(ana-silva)"), "(a colleague)");
  EXPECT_EQ(Mentions("ze", "Zé Patrício").without("Ze Patricio and ZÉ PATRÍCIO"),
            "A colleague and a colleague");
  EXPECT_EQ(Mentions("mei", "林美").without("今天林美很好"), "今天a colleague很好");
}

TEST(Mentions, WhatMayBeSomebodyElseStays) {
  for (const std::string text : {"Ana did it.", "Silva", "Ana. Maria Silva.", "ana-silva-2",
                                 "xana-silva", "Banana Maria Silva", "", "ana_silva"}) {
    EXPECT_EQ(kAna.without(text), text);
    EXPECT_FALSE(kAna.in(text));
  }
  const auto token = "Thank " + sentences::person(12) + ".";
  EXPECT_EQ(Mentions("12", "Twelve Ng").without(token), token) << "an id is no key";
}

TEST(Mentions, TheKeyOfASentenceIsNobody) {
  const Mentions lead("lead", "Lead Open");
  const auto said = sentences::phrase("handoff.asked", std::string("lead told it."),
                                      std::string("Will Lead Open help?"));
  EXPECT_EQ(lead.without(said),
            sentences::phrase("handoff.asked", std::string("a colleague told it."),
                              std::string("Will a colleague help?")));
  const auto leads = sentences::phrase("lead.only", std::string("Caro"));
  EXPECT_EQ(lead.without(leads), leads);
  EXPECT_EQ(lead.part_in(leads), "");
  EXPECT_EQ(lead.part_in(sentences::phrase("lead.only", std::string("Lead"))), "Lead");
}

TEST(Mentions, APartOfTheNameIsForAHumanToDecide) {
  EXPECT_EQ(kAna.part_in("Yesterday Ana rang."), "Ana");
  EXPECT_EQ(kAna.part_in("The SILVA room"), "SILVA");
  EXPECT_EQ(kAna.part_in("A banana for maria"), "");
  EXPECT_EQ(kAna.part_in(""), "");
}

}  // namespace
}  // namespace huddlekit
