// The message of the latest failure on this thread. libtorch itself offers the getter since 2.13.
#include <exception>
#include <string>

#include <c10/util/Exception.h>

#include "shim.h"

namespace {
thread_local std::string last_message;
}

namespace regimen {

void remember_current_exception() noexcept {
  try {
    throw;
  } catch (const c10::Error& error) {
    try {
      last_message = error.what_without_backtrace();
    } catch (...) {
      last_message.clear();
    }
  } catch (const std::exception& error) {
    try {
      last_message = error.what();
    } catch (...) {
      last_message.clear();
    }
  } catch (...) {
    last_message.clear();
  }
}

}  // namespace regimen

// Borrowed; valid until the next failure on the calling thread.
REGIMEN_EXPORT const char* torch_exception_get_what_without_backtrace() {
  return last_message.c_str();
}
