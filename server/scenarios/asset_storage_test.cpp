// Where assets are kept: fetched, backed up, and tidied up after what went wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <latch>
#include <thread>

#include "server/assets/checking/sample_pictures.hpp"
#include "server/assets/public_files.hpp"
#include "server/jobs/run_to_end.hpp"
#include "server/scenarios/assets.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

namespace fs = std::filesystem;
using assets::sample_png;
using http::Method;

TEST(Assets, AFullDatabaseLeavesNoFilesBehind) {
  Installation installation;
  must_upload(installation, "a.pdf", pdf);
  installation.refuse_inserts("assets");
  EXPECT_GE(installation.upload(As::editor, "b.pdf", pdf + "b").status, 500U);
  EXPECT_EQ(stored_files(installation), 1U);
  installation.accept_inserts("assets");
  must_upload(installation, "b.pdf", pdf + "b");
}

// A store that takes its time, as a bucket may.
class SlowStore final : public storage::FileStore {
 public:
  Outcome<void> put(const std::string&, std::string_view, std::string_view) override { return {}; }
  Outcome<std::shared_ptr<const storage::MappedFile>> open(const std::string&) override {
    ++opened;
    answers.wait();
    return std::unexpected(Problem::unavailable("It is slow."));
  }
  Outcome<void> remove(const std::string&) override { return {}; }
  Outcome<void> try_out() override { return {}; }

  std::latch answers{1};
  std::atomic<int> opened{0};
};

// Each file is fetched once at a time, for all who ask for it; there is room for one here.
TEST(Assets, ASlowStoreIsAskedOnceForEachFile) {
  Installation installation;
  const auto address_of = [](const Answer& asset) {
    const std::string url = asset.text("url");  // "/assets/<address>/<name>", perhaps after the site's address
    const auto begin = url.find("/assets/") + std::string_view("/assets/").size();
    return url.substr(begin, url.find('/', begin) - begin);
  };
  const std::string first = address_of(must_upload(installation, "one.svg", svg));
  const std::string second = address_of(must_upload(installation, "plan.pdf", pdf));
  SlowStore store;
  assets::PublicFiles files(installation.database(), store, 1);
  const auto get = [&](const std::string& address) {
    http::Request request{.method = Method::get, .path_parameters = {{"address", address}, {"name", "x"}}};
    return run_to_end(files.get(request)).error();
  };
  std::vector<std::jthread> visitors;
  std::atomic<int> answered{0};
  for (int i = 0; i < 4; ++i)
    visitors.emplace_back([&] {
      EXPECT_EQ(get(first).detail, "It is slow.");
      ++answered;
    });
  while (store.opened == 0) std::this_thread::yield();
  const Problem refused = get(second);
  EXPECT_TRUE(refused.is(ProblemKind::unavailable));
  EXPECT_GT(refused.retry_after, 0U);
  EXPECT_EQ(answered, 0);
  store.answers.count_down();
  visitors.clear();
  EXPECT_EQ(answered, 4);
  EXPECT_EQ(get(second).detail, "It is slow.");
}

TEST(Assets, AddressesThatAreNoneLeadNowhere) {
  Installation installation;
  must_upload(installation, "a.pdf", pdf);
  for (const std::string path : {"/assets/x/y", "/assets/..%2f..%2fjwt.key/x", "/assets/illustrations/x.svg",
                                 "/assets/%00/x", "/assets/original.pdf/a.pdf"})
    EXPECT_THAT(installation.get_file(path).status, testing::AnyOf(400U, 404U, 405U)) << path;
  EXPECT_EQ(installation.get_file("/assets/" + std::string(64, 'a') + "/a.pdf").status, 404U);
}

TEST(Assets, AreInABackup) {
  Installation installation;
  const Answer asset = must_upload(installation, "p.png", sample_png({.width = 400, .height = 40}));
  const std::string bytes = installation.get_file(asset.text("url")).body;
  const fs::path folder = fs::temp_directory_path() / ("pagewright-assets-" + asset.text("id"));
  fs::create_directories(folder);
  const auto taken = database::must(backup::take(installation.installed(), folder, "0.1.0", now_milliseconds()));
  installation.become(taken.file, database_kind);
  EXPECT_EQ(installation.get_file(asset.text("url")).body, bytes);
  fs::remove_all(folder);
}

TEST(Assets, WhatACrashLeavesOfAnUploadGoesByItself) {
  Installation installation;
  const auto waiting = [&] {
    return installation.count("SELECT COUNT(*) FROM jobs WHERE kind = 'assets.remove_files' AND state = 'waiting'");
  };
  must_upload(installation, "kept.png", sample_png({.width = 400, .height = 300}));
  EXPECT_EQ(waiting(), 0) << "who is done withdraws it";
  const std::size_t kept = stored_files(installation);
  installation.refuse_inserts("assets");
  EXPECT_GE(installation.upload(As::editor, "lost.png", sample_png({.width = 350, .height = 300})).status, 500U);
  EXPECT_EQ(waiting(), 1);
  // As if the server had been killed before it could clean up.
  const std::string payload = text_of(installation, "SELECT payload FROM jobs WHERE kind = 'assets.remove_files'");
  const json::Value places = *json::parse(payload);
  EXPECT_EQ(places.get_array().size(), 3U) << payload;  // the original, and 320 and 350 pixels wide
  for (const json::Value& place : places.get_array()) {
    const fs::path file =
        installation.installed().data_directory / "assets" / std::string(json::view(place.get_string()));
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "left behind";
  }
  installation.pass(std::chrono::minutes(59));
  EXPECT_EQ(stored_files(installation), kept + 3);
  installation.pass(std::chrono::minutes(2));
  EXPECT_EQ(stored_files(installation), kept);
  EXPECT_EQ(waiting(), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
