// Conversion between the 64-bit slots of a boxed call and libtorch's IValue, directed by a schema's types.
#pragma once

#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>

#include "shim.h"

namespace regimen {

// Consumes what the slot owns: tensor, list and string handles, and the box of an optional.
c10::IValue to_ivalue(const c10::TypePtr& type, StableIValue slot);

// The result owns what it points to; the caller must free it.
StableIValue from_ivalue(const c10::TypePtr& type, const c10::IValue& value);

}  // namespace regimen
