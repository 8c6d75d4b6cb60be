#include "server/base/csv.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

TEST(Csv, QuotesEveryCell) {
  EXPECT_EQ(csv_line({"a", "", "b,c"}), "\"a\",\"\",\"b,c\"\r\n");
  EXPECT_EQ(csv_line({"say \"yes\"", "two\nlines"}), "\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
}

TEST(Csv, NoCellIsAFormula) {
  for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    EXPECT_EQ(csv_line({text}), "\"'" + text + "\"\r\n");
}

}  // namespace
}  // namespace pagewright
