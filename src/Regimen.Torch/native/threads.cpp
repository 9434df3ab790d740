// libtorch's own thread pool, for kernels written in C#.
#include <ATen/Parallel.h>

#include "shim.h"

using regimen::Error;
using regimen::guarded;

REGIMEN_EXPORT Error torch_parallel_for(
    std::int64_t begin, std::int64_t end, std::int64_t grain,
    void (*body)(std::int64_t, std::int64_t, void*), void* context) {
  return guarded([&] {
    at::parallel_for(begin, end, grain, [body, context](std::int64_t first, std::int64_t last) {
      body(first, last, context);
    });
  });
}

REGIMEN_EXPORT Error torch_get_num_threads(std::uint32_t* result) {
  return guarded([&] { *result = static_cast<std::uint32_t>(at::get_num_threads()); });
}

REGIMEN_EXPORT Error torch_get_thread_idx(std::uint32_t* result) {
  return guarded([&] { *result = static_cast<std::uint32_t>(at::get_thread_num()); });
}
