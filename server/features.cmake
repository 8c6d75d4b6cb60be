# What a user knows: each module may include only those it DEPENDS on, directly or through them.
find_library(CJOSE cjose REQUIRED)

server_module(base DEPENDS problem boost_sources LIBRARIES ${SODIUM})
server_module(api DEPENDS base http embedded LIBRARIES engine_schema)
target_compile_definitions(server_api PRIVATE PAGEWRIGHT_VERSION="${PROJECT_VERSION}")
server_module(audit DEPENDS base database http)
server_module(backup DEPENDS audit LIBRARIES LibArchive::LibArchive ${SODIUM})
server_module(events DEPENDS audit)
server_module(background DEPENDS events http LIBRARIES ${SODIUM})
server_module(idempotency DEPENDS api background)
server_module(mail DEPENDS background outgoing)
server_module(organisations DEPENDS base database http)
server_module(webhooks DEPENDS background organisations outgoing)
server_module(users DEPENDS organisations)
server_module(auth DEPENDS users events LIBRARIES ${CJOSE})
server_module(api_tokens DEPENDS auth LIBRARIES ${SODIUM})
server_module(components DEPENDS base http database embedded LIBRARIES engine_render)
server_module(tokens DEPENDS components events)
server_module(environments DEPENDS auth sites)
server_module(collaboration DEPENDS auth tokens compression LIBRARIES engine_session)
server_module(people DEPENDS collaboration mail)
server_module(branches DEPENDS collaboration idempotency)
server_module(versions DEPENDS collaboration)
if(TARGET server_versions_test)
  target_link_libraries(server_versions_test PRIVATE engine_operation_checking)
endif()
server_module(retention DEPENDS collaboration background)
server_module(upgrades DEPENDS collaboration)
server_module(releases DEPENDS collaboration background organisations environments sites)
server_module(forms DEPENDS releases mail)
server_module(pages DEPENDS releases idempotency)
server_module(templates DEPENDS pages)
server_module(custom_components DEPENDS upgrades idempotency)
server_module(search DEPENDS templates people custom_components)
server_module(seed DEPENDS templates)

# All of them, put together.
add_library(server_application STATIC application.cpp application_routes.cpp)
target_precompile_headers(server_application REUSE_FROM server_precompiled)
target_link_libraries(server_application PUBLIC server_api server_api_tokens server_mail server_people server_seed server_branches server_versions
                      server_retention server_upgrades server_webhooks server_forms server_search)

server_module(monitoring DEPENDS application background releases http metrics)

# Whole journeys through all of them, in one process.
server_module(scenarios DEPENDS application backup monitoring database_checking LIBRARIES GTest::gtest)
# The same tests, and the same objects, on the other database.
add_executable(server_scenarios_postgres_test $<TARGET_OBJECTS:server_scenarios_test>
               scenarios/on_postgres/on_postgres.cpp)
target_precompile_headers(server_scenarios_postgres_test REUSE_FROM server_precompiled)
target_link_libraries(server_scenarios_postgres_test PRIVATE server_scenarios GTest::gmock GTest::gtest_main)
add_test(NAME server_scenarios_postgres_test COMMAND server_scenarios_postgres_test)
