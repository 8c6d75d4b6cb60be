// What scenarios of releases need: pages that say something, their publication, and what visitors see.
#pragma once

#include <string>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

enum Environment : std::uint8_t { production, staging };
[[nodiscard]] std::string environment(Installation& installation, Environment which);

// Publishes one page; the id of the release.
std::string publish(Installation& installation, const std::string& page_id, Environment which = production);
Answer roll_back(Installation& installation, const std::string& release, const std::string& body = {});

// A page's member "structure" with a heading, and a page that gets it.
[[nodiscard]] std::string content(const std::string& text);
void write(Installation& installation, const std::string& page_id, const std::string& text);

// What a visitor gets; empty: nothing is there.
[[nodiscard]] std::string seen(Installation& installation, const std::string& path);
[[nodiscard]] bool shows(Installation& installation, const std::string& path, const std::string& text);

}  // namespace pagewright::scenarios
