// Calls any registered operator by name, with arguments and results in 64-bit slots.
#include <algorithm>
#include <utility>

#include <ATen/core/dispatch/Dispatcher.h>

#include "values.h"

using regimen::Error;
using regimen::guarded;
using regimen::StableIValue;

// The last argument is the version the caller was written against; 2.10 uses it to adapt a schema that has changed
// since. This libtorch is the oldest supported, so there is nothing to adapt.
REGIMEN_EXPORT Error torch_call_dispatcher(
    const char* name, const char* overload, StableIValue* slots, std::uint64_t /*build_version*/) {
  return guarded([&] {
    const auto op = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
    const auto& schema = op.schema();
    const auto& arguments = schema.arguments();
    const auto& returns = schema.returns();

    torch::jit::Stack stack;
    stack.reserve(std::max(arguments.size(), returns.size()));
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      stack.push_back(regimen::to_ivalue(arguments[i].real_type(), slots[i]));
    }

    op.callBoxed(stack);

    for (std::size_t i = 0; i < returns.size(); ++i) {
      slots[i] = regimen::from_ivalue(returns[i].real_type(), stack[i]);
    }
  });
}
