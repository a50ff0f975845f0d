#include "huddlekit/packs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/text.hpp"

namespace huddlekit {
namespace {

const std::filesystem::path kFolder = HUDDLEKIT_PACKS;

std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Packs, EveryFileIsCompiledInByteForByte) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path().stem().string());
  }
  std::ranges::sort(files);
  ASSERT_FALSE(files.empty());
  EXPECT_TRUE(std::ranges::equal(pack_names(), files));

  for (const auto& name : files) {
    const auto text = pack_text(name);
    ASSERT_TRUE(text) << name;
    EXPECT_EQ(*text, read(kFolder / (name + ".toml"))) << name;
    EXPECT_TRUE(is_utf8(*text)) << name;
  }
}

TEST(Packs, AnyOtherNameIsANormalNo) {
  EXPECT_FALSE(pack_text("hotel-california"));
  EXPECT_FALSE(pack_text(""));
  EXPECT_FALSE(pack_text("harbour-hotel.toml"));
}

TEST(Packs, TheExampleIsNoStarterPack) {
  const auto starters = starter_packs();
  EXPECT_EQ(starters.size(), pack_names().size() - 1);
  for (const auto& name : starters) {
    EXPECT_TRUE(pack_text(name));
    EXPECT_FALSE(name.starts_with("harbour-"));
  }
}

}  // namespace
}  // namespace huddlekit
