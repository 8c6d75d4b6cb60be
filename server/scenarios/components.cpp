#include "server/scenarios/components.hpp"

namespace pagewright::scenarios {

std::string promo_body(const Promo& promo) {
  return R"({"definition":{"name":")" + promo.name + R"(","display_name":"Promotion","description":"A line.",)" +
         R"("category":"content","version":")" + promo.version + R"(","props":{"type":"object","properties":{")" +
         promo.prop + R"(":{"type":"string","default":"Open day","maxLength":40}}})" + promo.more_definition +
         R"(},"template":"<p class=\"pw-)" + promo.name + R"(\">{{ )" + promo.prop + R"( }}</p>","style":".pw-)" +
         promo.name + R"( { color: var(--color-primary) }")" + promo.more_body + "}";
}

std::string promo_page(Installation& installation, const std::string& name, const std::string& prop,
                       const std::string& value) {
  return installation.create_page(name, R"("structure":{"components":[{"id":"p1","component":"promo","props":{")" +
                                            prop + R"(":")" + value + R"("}}]})");
}

}  // namespace pagewright::scenarios
