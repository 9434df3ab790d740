// The two operators with Scalar arguments that have no Scalar-free form. A Scalar cannot pass through a boxed call,
// but libtorch exports these as typed C functions with doubles in its place.
#include <ATen/ops/add.h>
#include <ATen/ops/addmm.h>

#include "shim.h"

using regimen::Error;
using regimen::guarded;
using regimen::TensorHandle;

REGIMEN_EXPORT Error aoti_torch_cpu_add_Tensor(
    TensorHandle self, TensorHandle other, double alpha, TensorHandle* result) {
  return guarded([&] { *result = new at::Tensor(at::add(*self, *other, alpha)); });
}

REGIMEN_EXPORT Error aoti_torch_cpu_addmm_out(
    TensorHandle out, TensorHandle self, TensorHandle left, TensorHandle right, double beta, double alpha) {
  return guarded([&] { at::addmm_out(*out, *self, *left, *right, beta, alpha); });
}
