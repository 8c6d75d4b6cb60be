# Compiler settings of every target: warnings, sanitizers, coverage, and what WebAssembly needs.

option(PAGEWRIGHT_WASM "Build the engine for WebAssembly" OFF)
option(PAGEWRIGHT_SANITIZE "Address and undefined-behaviour sanitizers, and the libFuzzer targets" OFF)
option(PAGEWRIGHT_COVERAGE "Source-based coverage" OFF)

add_compile_options(-Wall -Wextra -Wpedantic -Wno-gnu-statement-expression -Wno-missing-field-initializers
                    -Wno-missing-designated-field-initializers)
include_directories(${CMAKE_SOURCE_DIR})

# Clang's own option for precompiled headers: with it ccache knows the path for one, and it may differ between checkouts.
set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -include-pch <PCH_FILE>)
# No object names the checkout it was compiled in.
add_compile_options(-fdebug-compilation-dir=.)

if(PAGEWRIGHT_WASM)
  # Boost is reached through a folder of its own: /usr/include itself holds the native system's headers.
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/boost-include)
  file(CREATE_LINK /usr/include/boost ${CMAKE_BINARY_DIR}/boost-include/boost SYMBOLIC)
  include_directories(SYSTEM ${CMAKE_BINARY_DIR}/boost-include)
  add_compile_definitions(BOOST_SYSTEM_DISABLE_THREADS BOOST_NO_EXCEPTIONS)
  add_compile_options(-stdlib=libc++ -fno-exceptions -fno-rtti -msimd128 -mbulk-memory -msign-ext
                      -mnontrapping-fptoint)
else()
  add_link_options(-fuse-ld=lld-19)
endif()

if(PAGEWRIGHT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(PAGEWRIGHT_COVERAGE)
  add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()
