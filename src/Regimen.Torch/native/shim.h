// The part of libtorch 2.10's C ABI that Regimen.Torch binds, declared for a libtorch that does not export it yet.
// Names, argument order and encodings are those of torch/csrc/stable/c/shim.h and
// torch/csrc/inductor/aoti_torch/c/shim.h, so that the managed side cannot tell the two apart.
#pragma once

#include <cstddef>
#include <cstdint>

#include <ATen/core/Tensor.h>

#define REGIMEN_EXPORT extern "C" __attribute__((visibility("default")))

namespace regimen {

// One slot of a boxed call: an integer, the bits of a double or bool, or a pointer.
using StableIValue = std::uint64_t;

// A tensor handle is nothing but an at::Tensor*, so handles interoperate with TorchSharp's.
using TensorHandle = at::Tensor*;

// 0 is success, anything else failure, as in AOTITorchError.
using Error = std::int32_t;
constexpr Error kSuccess = 0;
constexpr Error kFailure = 1;

// Stores the message of the exception being handled for torch_exception_get_what_without_backtrace.
void remember_current_exception() noexcept;

// Runs a body and turns any exception into kFailure: none may reach managed frames, which cannot unwind it.
template <typename Body>
Error guarded(Body&& body) noexcept {
  try {
    body();
    return kSuccess;
  } catch (...) {
    remember_current_exception();
    return kFailure;
  }
}

}  // namespace regimen
