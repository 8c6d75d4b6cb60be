#include "server/auth/caller_cache.hpp"

#include <gtest/gtest.h>

namespace pagewright::auth {
namespace {

const http::Caller ada{.user_id = "ada", .organization_id = "o", .role = http::Role::admin};

TEST(CallerCache, RemembersForAShortTime) {
  CallerCache cache;
  EXPECT_FALSE(cache.find("session", 0).caller);
  cache.remember("session", ada, cache.find("session", 0).generation, 0);
  ASSERT_TRUE(cache.find("session", CallerCache::lifetime - 1).caller);
  EXPECT_EQ(cache.find("session", 1).caller->user_id, "ada");
  EXPECT_FALSE(cache.find("session", CallerCache::lifetime).caller);
}

TEST(CallerCache, ForgetsAllThatAUserHas) {
  CallerCache cache;
  const auto generation = cache.find("", 0).generation;
  cache.remember("one", ada, generation, 0);
  cache.remember("two", ada, generation, 0);
  cache.remember("other", {.user_id = "eve"}, generation, 0);
  cache.forget_user("ada");
  EXPECT_FALSE(cache.find("one", 0).caller);
  EXPECT_FALSE(cache.find("two", 0).caller);
  EXPECT_TRUE(cache.find("other", 0).caller);
}

TEST(CallerCache, WhatWasReadBeforeSomebodyWasForgottenIsNotRemembered) {
  CallerCache cache;
  const auto before = cache.find("session", 0).generation;
  cache.forget_user("ada");
  cache.remember("session", ada, before, 0);
  EXPECT_FALSE(cache.find("session", 0).caller);
}

}  // namespace
}  // namespace pagewright::auth
