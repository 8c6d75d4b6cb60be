// Checking a component that somebody writes, with the engine that will render it.
#pragma once

#include "engine/render/library.hpp"
#include "server/components/component_draft.hpp"
#include "server/components/component_fault.hpp"

namespace pagewright::components {

inline constexpr std::size_t most_definition_bytes = 128UL * 1024;
inline constexpr std::size_t most_style_bytes = 128UL * 1024;
inline constexpr std::size_t most_partials_bytes = 256UL * 1024;  // of all together
inline constexpr std::size_t most_sample_bytes = 64UL * 1024;

struct CheckedComponent {
  std::vector<ComponentFault> faults;
  // `others` with the component in it. Null where a fault is an error.
  std::shared_ptr<const render::Library> library;
};

// Compiles the component, then all of `others` with it, and renders its sample and what a new one starts with. `others`
// may have another version of it. Costs some milliseconds.
[[nodiscard]] CheckedComponent check(const ComponentDraft& draft, render::LibrarySource others);

// The page that shows one component alone, as it would be published.
[[nodiscard]] Result<std::string> render_alone(const render::Library& library, std::string_view component,
                                               const json::Value& props, const json::Value& children);

}  // namespace pagewright::components
