#include "engine/render/library.hpp"

#include <algorithm>
#include <optional>

#include "engine/chart/chart.hpp"
#include "engine/render/component.hpp"
#include "engine/render/style_sheet.hpp"
#include "engine/richtext/rich_text.hpp"

namespace pagewright::render {
namespace {

void append_rich_text(const json::Value* input, std::span<const liquid::NamedArgument>, std::string& out) {
  if (input) richtext::append_html(*input, out);
}

void append_chart(const json::Value* input, std::span<const liquid::NamedArgument> named, std::string& out) {
  std::vector<chart::Argument> arguments;
  arguments.reserve(named.size());
  for (const auto& [name, value] : named) arguments.push_back({name, value});
  chart::append_svg(input, arguments, out);
}

constexpr std::string_view rich_text_elements[] = {"div", "p", "a", "h2", "ul"};
constexpr std::string_view chart_elements[] = {"div"};
constexpr liquid::MarkupFilter markup_filters[] = {{"rich_text", append_rich_text, rich_text_elements},
                                                   {"chart", append_chart, chart_elements}};

// Where in which component a fault stands.
void add_faults(std::vector<Diagnostic>& faults, std::vector<Diagnostic> found, std::string_view component,
                std::string_view part) {
  for (Diagnostic& fault : found) {
    fault.message = std::string(component) + "/" + std::string(part) + ": " + fault.message;
    faults.push_back(std::move(fault));
  }
}

// The template with the partials that it may render. Adds its faults and gives nothing where there are any.
std::optional<liquid::Program> compile_template(const ComponentSource& source,
                                                const schema::ComponentDefinition& definition,
                                                std::vector<Diagnostic>& faults) {
  if (auto found = check_partials(source.partials); !found.empty()) {
    add_faults(faults, std::move(found), definition.name, "partials");
    return std::nullopt;
  }
  std::vector<std::string_view> slots;
  for (const schema::SlotDefinition& slot : definition.slots) slots.push_back(slot.name);
  const std::vector<liquid::Partial> partials = compiler_partials(source.partials);
  auto program = liquid::Program::compile(source.template_text,
                                          {.markup_filters = markup_filters, .slots = slots, .partials = partials});
  if (program) return std::move(*program);
  add_faults(faults, std::move(program.error()), definition.name, "template.liquid");
  return std::nullopt;
}

}  // namespace

Library::Library() = default;
Library::~Library() = default;

const Library::Component* Library::find(std::string_view name) const {
  const auto found = components_.find(name);
  return found == components_.end() ? nullptr : found->second.get();
}

std::vector<std::size_t> Library::tokens_in(std::string_view css) const {
  std::vector<std::size_t> indexes;
  for (const std::string& name : custom_properties_in(css))
    if (const token::Token* token = tokens_.find_custom_property(name))
      indexes.push_back(static_cast<std::size_t>(token - tokens_.tokens().data()));
  return indexes;
}

std::expected<std::shared_ptr<const Library>, std::vector<Diagnostic>> Library::compile(const LibrarySource& source) {
  auto library = std::make_shared<Library>();
  std::vector<Diagnostic> faults;
  if (auto tokens = token::TokenSet::parse(source.tokens))
    library->tokens_ = std::move(*tokens);
  else
    add_faults(faults, std::move(tokens.error()), "design tokens", "tokens");
  library->base_css_ = compact_css(source.base_css);
  library->base_tokens_ = library->tokens_in(library->base_css_);

  for (const ComponentSource& part : source.components) {
    auto definition = schema::ComponentDefinition::parse(part.definition);
    if (!definition) {
      const auto name = json::find_string(part.definition, "name");
      add_faults(faults, std::move(definition.error()), name.value_or("?"), "component.json");
      continue;
    }
    auto shared = std::make_shared<const schema::ComponentDefinition>(std::move(*definition));
    auto program = compile_template(part, *shared, faults);
    if (!program) continue;
    auto component =
        std::make_unique<Component>(Component{shared, std::move(*program), compact_css(part.style), {}, {}, 0});
    component->tokens = library->tokens_in(component->css);
    if (component->program.variables().size() > Component::most_variables)
      faults.push_back({shared->name + "/template.liquid: uses more than " + std::to_string(Component::most_variables) +
                        " variables."});
    for (const std::string& name : component->program.variables()) {
      if (!shared->props.has_property(name))
        faults.push_back(
            {shared->name + "/template.liquid: reads \"" + name + "\", which is no prop of the component."});
      component->default_values.push_back(shared->props.defaults().if_contains(name));
    }
    library->catalog_.add(shared);
    library->components_[shared->name] = std::move(component);
  }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  std::size_t index = 0;
  for (const schema::ComponentDefinition* definition : library->catalog_.all()) {
    auto& component = library->components_.find(definition->name)->second;
    component->index = index++;
    library->by_index_.push_back(component.get());
  }
  return library;
}

}  // namespace pagewright::render
