// Boost.JSON, compiled once for the whole program.
#include <boost/json/src.hpp>

#if defined(BOOST_NO_EXCEPTIONS)
#include <cstdlib>
#include <exception>

// Without exceptions (WebAssembly) a fault inside Boost.JSON is a trap: the caller throws the instance away.
namespace boost {
void throw_exception(const std::exception&) {
  std::abort();
}
void throw_exception(const std::exception&, const source_location&) {
  std::abort();
}
}  // namespace boost
#endif
