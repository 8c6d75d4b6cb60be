// The small parts of HTTP: targets, routes, headers, encodings, rates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/http/accept_encoding.hpp"
#include "server/http/entity_tag.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/http/response_head.hpp"
#include "server/http/router.hpp"
#include "server/http/url.hpp"

namespace pagewright::http {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

TEST(Target, PathAndQueryAreDecoded) {
  const auto target = parse_target("/pages/a%20b?name=%C3%BC+x&empty&=v").value();
  EXPECT_EQ(target.path, "/pages/a b");
  EXPECT_THAT(target.query, ElementsAre(Pair("name", "ü x"), Pair("empty", ""), Pair("", "v")));
}

TEST(Target, BrokenOnesAreRefused) {
  for (const auto* broken :
       {"", "pages", "/%", "/%zz", "/%4", "/a%00b", "/%ff", "/%c0%80", "/?q=%ed%a0%80", "http://x/"}) {
    EXPECT_FALSE(parse_target(broken)) << broken;
  }
}

Route route(Method method, std::string pattern) {
  return {method, std::move(pattern), Access::anyone, {}};
}

std::string found(const Router& router, Method method, std::string_view path) {
  const auto match = router.find(method, path);
  return match.route ? match.route->pattern : "";
}

TEST(RouterTest, LiteralSegmentsWinOverParametersAndParametersOverTheRest) {
  const Router router({route(Method::get, "/pages/*"), route(Method::get, "/pages/:id"),
                       route(Method::get, "/pages/new"), route(Method::get, "/pages/:id/versions"),
                       route(Method::get, "/")});
  EXPECT_EQ(found(router, Method::get, "/pages/new"), "/pages/new");
  EXPECT_EQ(found(router, Method::get, "/pages/7"), "/pages/:id");
  EXPECT_EQ(found(router, Method::get, "/pages/7/versions"), "/pages/:id/versions");
  EXPECT_EQ(found(router, Method::get, "/pages/7/else"), "/pages/*");
  EXPECT_EQ(found(router, Method::get, "/"), "/");
  EXPECT_EQ(found(router, Method::get, "/pages"), "");
  EXPECT_EQ(found(router, Method::get, "//"), "");
}

TEST(RouterTest, ParametersCarryTheirNames) {
  const Router router({route(Method::get, "/pages/:id/versions/:number"), route(Method::get, "/files/*")});
  EXPECT_THAT(router.find(Method::get, "/pages/a/versions/2").parameters,
              ElementsAre(Pair("id", "a"), Pair("number", "2")));
  EXPECT_THAT(router.find(Method::get, "/files/a/b.js").parameters, ElementsAre(Pair("*", "a/b.js")));
}

TEST(RouterTest, AnotherMethodIsToldFromAnotherPath) {
  const Router router({route(Method::get, "/pages"), route(Method::post, "/pages")});
  EXPECT_THAT(router.find(Method::put, "/pages").allowed, ElementsAre(Method::get, Method::post));
  EXPECT_TRUE(router.find(Method::put, "/else").allowed.empty());
  EXPECT_EQ(found(router, Method::head, "/pages"), "/pages");
}

TEST(AcceptEncoding, TheBestOfferedOneIsChosen) {
  EXPECT_EQ(choose_encoding("gzip, deflate, br, zstd", true, true), Encoding::brotli);
  EXPECT_EQ(choose_encoding("gzip, deflate, br", false, true), Encoding::gzip);
  EXPECT_EQ(choose_encoding("gzip, br", false, false), Encoding::identity);
  EXPECT_EQ(choose_encoding("", true, true), Encoding::identity);
  EXPECT_EQ(choose_encoding("br;q=0.2, gzip;q=0.8", true, true), Encoding::gzip);
  EXPECT_EQ(choose_encoding("br;q=0, gzip;q=0.1", true, true), Encoding::gzip);
  EXPECT_EQ(choose_encoding("br;q=0, *", true, true), Encoding::gzip);
  EXPECT_EQ(choose_encoding("*", true, true), Encoding::brotli);
  EXPECT_EQ(choose_encoding("identity, br;q=0.5", true, true), Encoding::identity);
  EXPECT_EQ(choose_encoding("BR ; q=0.001", true, true), Encoding::brotli);
  EXPECT_EQ(choose_encoding("br;q=x", true, true), Encoding::identity);
}

TEST(EntityTag, ListsWeakTagsAndEncodingsMatch) {
  EXPECT_TRUE(matches_tag("\"abc\"", "abc"));
  EXPECT_TRUE(matches_tag("\"x\", W/\"abc-br\"", "abc"));
  EXPECT_TRUE(matches_tag("*", "abc"));
  EXPECT_FALSE(matches_tag("\"abcd\"", "abc"));
  EXPECT_FALSE(matches_tag("abc", "abc"));
  EXPECT_FALSE(matches_tag("\"abc", "abc"));
}

TEST(IfMatch, IsMetByTheSameTagOnly) {
  const auto is_met = [](std::string_view header) { return IfMatch::parse(header).value().is_met_by("abc"); };
  for (const char* header : {"", "  ", "*", "\"abc\"", "\"x\",\"abc\"", " \"x\" ,\t\"abc\" ", "W/\"x\", \"abc\""})
    EXPECT_TRUE(is_met(header)) << header;
  for (const char* header : {"\"x\"", "W/\"abc\"", "\"\"", "\"abc-br\"", "\"x\", W/\"abc\""})
    EXPECT_FALSE(is_met(header)) << header;
  for (const char* header :
       {"abc", "\"abc", "abc\"", "\"abc\" \"x\"", "\"abc\",", "w/\"abc\"", "\"a bc\"", "W/", "*, \"abc\""})
    EXPECT_FALSE(IfMatch::parse(header)) << header;
}

TEST(ResponseHead, ALineBreakInAValueCannotStartAHeader) {
  auto response = Response::redirect("/a\r\nSet-Cookie: x=y");
  const auto head = write_head(response, {.date = "now"});
  EXPECT_THAT(head, HasSubstr("Location: /aSet-Cookie: x=y\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("\nSet-Cookie")));
}

TEST(RequestTest, CookiesAndParametersAreFound) {
  Request request;
  request.headers = {{"cookie", "a=1; pagewright_refresh=x=y;b=2"}};
  request.query = {{"limit", "20"}, {"offset", "-1"}};
  EXPECT_EQ(request.cookie("pagewright_refresh"), "x=y");
  EXPECT_EQ(request.cookie("b"), "2");
  EXPECT_EQ(request.cookie("refresh"), std::nullopt);
  EXPECT_EQ(request.integer_parameter("limit", 5, 1, 100), 20);
  EXPECT_EQ(request.integer_parameter("absent", 5, 1, 100), 5);
  EXPECT_TRUE(request.integer_parameter("offset", 0, 0, 100).error().is(ProblemKind::malformed));
}

TEST(RateLimiterTest, ABurstIsAllowedAndThenRefilled) {
  RateLimiter limiter(3, std::chrono::seconds(30));
  const auto now = RateLimiter::Clock::now();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(limiter.take("a", now), std::nullopt);
  EXPECT_EQ(limiter.take("a", now), 10U);
  EXPECT_EQ(limiter.take("b", now), std::nullopt);
  EXPECT_EQ(limiter.take("a", now + std::chrono::seconds(10)), std::nullopt);
  EXPECT_TRUE(limiter.take("a", now + std::chrono::seconds(10)));
}

TEST(RateLimiterTest, WhatIsGivenBackDoesNotCount) {
  RateLimiter limiter(2, std::chrono::seconds(60));
  const auto now = RateLimiter::Clock::now();
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(limiter.take("a", now), std::nullopt);
    limiter.give_back("a");
  }
  EXPECT_EQ(limiter.take("a", now), std::nullopt);
  EXPECT_EQ(limiter.take("a", now), std::nullopt);
  EXPECT_TRUE(limiter.take("a", now));
  limiter.give_back("a");
  EXPECT_EQ(limiter.take("a", now), std::nullopt);
  EXPECT_TRUE(limiter.take("a", now));
  // Never more than the burst, and nothing is remembered for who took nothing.
  for (int i = 0; i < 3; ++i) limiter.give_back("b");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(limiter.take("b", now), std::nullopt);
  EXPECT_TRUE(limiter.take("b", now));
  for (int i = 0; i < 3; ++i) limiter.give_back("b");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(limiter.take("b", now), std::nullopt);
  EXPECT_TRUE(limiter.take("b", now));
}

TEST(RateLimiterTest, MemoryIsBounded) {
  RateLimiter limiter(1, std::chrono::seconds(60), 100);
  const auto now = RateLimiter::Clock::now();
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(limiter.take(std::to_string(i), now), std::nullopt);
}

TEST(RateLimiterTest, AFullMemoryForgetsNobodyWhoIsKnown) {
  RateLimiter limiter(2, std::chrono::seconds(60), 1);
  const auto now = RateLimiter::Clock::now();
  EXPECT_EQ(limiter.take("only", now), std::nullopt);
  EXPECT_EQ(limiter.take("only", now), std::nullopt);
  EXPECT_TRUE(limiter.take("only", now));
}

// Who tries on and on is not let in anew by others filling the table.
TEST(RateLimiterTest, AFullMemoryForgetsTheLeastRecentFirst) {
  RateLimiter limiter(1, std::chrono::seconds(600), 100);
  auto now = RateLimiter::Clock::now();
  EXPECT_EQ(limiter.take("busy", now), std::nullopt);
  for (int i = 0; i < 1000; ++i) {
    now += std::chrono::milliseconds(1);
    EXPECT_EQ(limiter.take(std::to_string(i), now), std::nullopt);
    if (i % 10 == 0) EXPECT_TRUE(limiter.take("busy", now)) << i;
  }
}

TEST(RateLimiterTest, AClientIsANetworkOfIPv6) {
  EXPECT_EQ(client_of_address("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client_of_address("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client_of_address("2001:db8::1"), "2001:db8::/64");
  EXPECT_EQ(client_of_address("2001:db8::ffff:0:0:1"), "2001:db8::/64");
  EXPECT_EQ(client_of_address("2001:db8:0:1::1"), "2001:db8:0:1::/64");
  EXPECT_EQ(client_of_address(""), "");
}

}  // namespace
}  // namespace pagewright::http
