#include <iostream>

#include "server/cli/audit.hpp"
#include "server/cli/backup.hpp"
#include "server/cli/command_line.hpp"
#include "server/cli/copy_database.hpp"
#include "server/cli/doctor.hpp"
#include "server/cli/liquid.hpp"
#include "server/cli/migrate.hpp"
#include "server/cli/openapi.hpp"
#include "server/cli/print_configuration.hpp"
#include "server/cli/serve.hpp"

int main(int count, char** arguments) {
  using namespace pagewright::cli;
  const auto command = parse_command_line(count, arguments);
  if (const auto* serving = std::get_if<ServeCommand>(&command)) return serve(*serving);
  if (const auto* migrating = std::get_if<MigrateCommand>(&command)) return migrate(*migrating);
  if (const auto* copying = std::get_if<CopyCommand>(&command)) return copy_database(*copying);
  if (const auto* backing = std::get_if<BackupCommand>(&command)) return backup(*backing, std::cout);
  if (const auto* restoring = std::get_if<RestoreCommand>(&command)) return restore(*restoring, std::cout);
  if (const auto* auditing = std::get_if<AuditCommand>(&command)) return audit(*auditing, std::cout);
  if (const auto* configured = std::get_if<ConfigCommand>(&command)) return print_configuration(*configured, std::cout);
  if (const auto* examined = std::get_if<DoctorCommand>(&command)) return doctor(*examined, std::cout);
  if (std::holds_alternative<LiquidCommand>(command)) return render_liquid(std::cin, std::cout);
  if (std::holds_alternative<OpenApiCommand>(command)) return print_openapi_document(std::cout);
  return std::get<Finished>(command).exit_code;
}
