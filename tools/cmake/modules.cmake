# pagewright_module(<room> <name> [DEPENDS …] [LIBRARIES …])
# A folder <room>/<name>/ is one static library of its *.cpp files and, natively, one test program of its *_test.cpp files.
# DEPENDS names modules of the same room: the only ones it may include.
function(pagewright_module room name)
  cmake_parse_arguments(MODULE "" "" "DEPENDS;LIBRARIES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/${room}/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  file(GLOB tests CONFIGURE_DEPENDS ${folder}/*_test.cpp)
  list(REMOVE_ITEM sources ${tests})
  list(TRANSFORM MODULE_DEPENDS PREPEND ${room}_)
  set(library ${room}_${name})
  if(sources)
    add_library(${library} STATIC ${sources})
    target_link_libraries(${library} PUBLIC ${MODULE_DEPENDS} ${MODULE_LIBRARIES})
  else()
    add_library(${library} INTERFACE)
    target_link_libraries(${library} INTERFACE ${MODULE_DEPENDS} ${MODULE_LIBRARIES})
  endif()
  if(tests AND NOT PAGEWRIGHT_WASM)
    add_executable(${library}_test ${tests})
    target_link_libraries(${library}_test PRIVATE ${library} fixtures GTest::gtest GTest::gmock GTest::gtest_main)
    add_test(NAME ${library}_test COMMAND ${library}_test)
  endif()
endfunction()

# pagewright_precompiled(<carrier> <header without .hpp> [<library> …]): a library that carries a precompiled header for other targets,
# with the compile definitions that these libraries bring.
# The header's text, beside what is made of it, is what ccache goes by (CCACHE_PCH_EXTSUM): a precompiled header itself holds the
# checkout's path, and another checkout would have to compile everything anew.
function(pagewright_precompiled carrier header)
  add_library(${carrier} STATIC ${header}.cpp)
  target_precompile_headers(${carrier} PRIVATE ${header}.hpp)
  target_link_libraries(${carrier} PUBLIC ${ARGN})
  set(text ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${carrier}.dir/cmake_pch.hxx.pch.sum)
  set(definitions $<TARGET_PROPERTY:${carrier},COMPILE_DEFINITIONS>)
  set(includes $<TARGET_PROPERTY:${carrier},INCLUDE_DIRECTORIES>)
  separate_arguments(flags UNIX_COMMAND "${CMAKE_CXX_FLAGS}")
  add_custom_command(
    OUTPUT ${text}
    COMMAND ${CMAKE_CXX_COMPILER} ${flags} ${CMAKE_CXX23_STANDARD_COMPILE_OPTION} "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},;-D>>"
            "-I$<JOIN:${includes},;-I>" -E -P -MD -MF ${text}.d -MT ${text} -x c++-header
            ${CMAKE_CURRENT_SOURCE_DIR}/${header}.hpp -o ${text}
    DEPENDS ${header}.hpp
    DEPFILE ${text}.d
    COMMENT "Preprocess ${header}.hpp for ccache"
    COMMAND_EXPAND_LISTS VERBATIM)
  add_custom_target(${carrier}_text DEPENDS ${text})
  add_dependencies(${carrier} ${carrier}_text)
endfunction()

# pagewright_precompile(<module> <carrier of sources> <carrier of tests>)
function(pagewright_precompile module of_sources of_tests)
  get_target_property(type ${module} TYPE)
  if(NOT type STREQUAL INTERFACE_LIBRARY)
    target_precompile_headers(${module} REUSE_FROM ${of_sources})
  endif()
  if(TARGET ${module}_test)
    target_precompile_headers(${module}_test REUSE_FROM ${of_tests})
  endif()
endfunction()
