// Reads the member "migrations" of a component.json.
#pragma once

#include "engine/schema/migration.hpp"

namespace pagewright::schema {

// The migrations that can be read; each fault's message starts with its JSON Pointer.
[[nodiscard]] std::vector<Migration> read_migrations(const json::Value& source, std::vector<Diagnostic>& faults);

}  // namespace pagewright::schema
