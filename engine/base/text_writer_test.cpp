#include "engine/base/text_writer.hpp"

#include <gtest/gtest.h>

#include <random>

#include "engine/base/html.hpp"
#include "engine/base/same_text.hpp"

namespace pagewright {
namespace {

// BASE-17
TEST(TextWriterTest, WritesWhatAStringWouldHold) {
  std::mt19937 random(3);
  std::string source(400, ' ');
  for (char& c : source) c = static_cast<char>('a' + random() % 26);
  const std::string padded = source + std::string(TextWriter::padding, '\0');
  std::string expected = "before";
  std::string out = expected;
  {
    TextWriter writer(out);
    for (int step = 0; step < 3000; ++step) {
      const std::size_t begin = random() % 200;
      const std::string_view piece = std::string_view(source).substr(begin, random() % (step % 10 == 0 ? 200 : 24));
      switch (random() % 5) {
        case 0:
          writer.append(piece);
          expected += piece;
          break;
        case 1:
          writer.append_padded(padded.data() + begin, piece.size());
          expected += piece;
          break;
        case 2:
          writer.append('x');
          expected += 'x';
          break;
        case 3:
          writer.append_with([&](std::string& text) { text += piece; });
          expected += piece;
          break;
        default:
          expected.resize(expected.size() - random() % 6);
          writer.truncate(expected.size());
      }
      ASSERT_EQ(writer.size(), expected.size());
    }
    EXPECT_EQ(writer.written_since(100), std::string_view(expected).substr(100));
  }
  EXPECT_EQ(out, expected);
}

// BASE-4
TEST(TextWriterTest, EscapesEveryCharacterAtEveryPlace) {
  constexpr std::string_view special("<>&\"'\0", 6);
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t at = 0; at <= size; ++at) {
      std::string text(size, 'a');
      std::string expected(size, 'a');
      if (at < size) {
        text[at] = special[(size + at) % 6];
        constexpr std::string_view references[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;", "\xEF\xBF\xBD"};
        expected.replace(at, 1, references[(size + at) % 6]);
      }
      std::string out = "[";
      html::append_escaped(out, text);
      ASSERT_EQ(out, "[" + expected) << size << " characters, the one at " << at;
    }
  }
  std::string out;
  html::append_escaped(out, std::string(1000, '"'));
  EXPECT_EQ(out.size(), 6000u);
  EXPECT_EQ(out.find_first_not_of("&quot;"), std::string::npos);
}

// BASE-18
TEST(SameTextTest, AgreesWithEqualityAtEverySize) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'n');
    EXPECT_TRUE(same_text(text, std::string(text)));
    EXPECT_FALSE(same_text(text, text + "n"));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'm';
      ASSERT_FALSE(same_text(text, other)) << size << " characters, the one at " << at << " differs";
    }
  }
}

}  // namespace
}  // namespace pagewright
