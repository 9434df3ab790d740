// Tensor handles: creation, sharing, deletion and what a tensor knows about itself.
#include <ATen/ops/empty_strided.h>
#include <ATen/ops/from_blob.h>

#include "shim.h"

using regimen::Error;
using regimen::guarded;
using regimen::TensorHandle;

namespace {

at::TensorOptions options(std::int32_t dtype, std::int32_t device_type, std::int32_t device_index) {
  const auto device =
      c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
  return at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype)).device(device);
}

}  // namespace

// Packed as in libtorch: major, minor and patch in the three upper bytes.
REGIMEN_EXPORT std::uint64_t aoti_torch_abi_version() {
  return (std::uint64_t{1} << 56) | (std::uint64_t{13} << 48) | (std::uint64_t{1} << 40);
}

REGIMEN_EXPORT Error aoti_torch_empty_strided(
    std::int64_t dimensions, const std::int64_t* sizes, const std::int64_t* strides, std::int32_t dtype,
    std::int32_t device_type, std::int32_t device_index, TensorHandle* result) {
  return guarded([&] {
    const auto length = static_cast<std::size_t>(dimensions);
    *result = new at::Tensor(at::empty_strided(
        at::IntArrayRef(sizes, length), at::IntArrayRef(strides, length), options(dtype, device_type, device_index)));
  });
}

REGIMEN_EXPORT Error aoti_torch_create_tensor_from_blob(
    void* data, std::int64_t dimensions, const std::int64_t* sizes, const std::int64_t* strides,
    std::int64_t storage_offset, std::int32_t dtype, std::int32_t device_type, std::int32_t device_index,
    TensorHandle* result) {
  return guarded([&] {
    const auto length = static_cast<std::size_t>(dimensions);
    *result = new at::Tensor(at::for_blob(data, at::IntArrayRef(sizes, length))
                                 .strides(at::IntArrayRef(strides, length))
                                 .storage_offset(storage_offset)
                                 .options(options(dtype, device_type, device_index))
                                 .make_tensor());
  });
}

REGIMEN_EXPORT Error aoti_torch_new_tensor_handle(TensorHandle tensor, TensorHandle* result) {
  return guarded([&] { *result = new at::Tensor(*tensor); });
}

REGIMEN_EXPORT Error aoti_torch_delete_tensor_object(TensorHandle tensor) {
  return guarded([&] { delete tensor; });
}

REGIMEN_EXPORT Error aoti_torch_is_defined(TensorHandle tensor, bool* result) {
  return guarded([&] { *result = tensor->defined(); });
}

REGIMEN_EXPORT Error aoti_torch_is_contiguous(TensorHandle tensor, bool* result) {
  return guarded([&] { *result = tensor->is_contiguous(); });
}

REGIMEN_EXPORT Error aoti_torch_get_data_ptr(TensorHandle tensor, void** result) {
  return guarded([&] { *result = tensor->data_ptr(); });
}

REGIMEN_EXPORT Error aoti_torch_get_dim(TensorHandle tensor, std::int64_t* result) {
  return guarded([&] { *result = tensor->dim(); });
}

REGIMEN_EXPORT Error aoti_torch_get_numel(TensorHandle tensor, std::int64_t* result) {
  return guarded([&] { *result = tensor->numel(); });
}

REGIMEN_EXPORT Error aoti_torch_get_size(TensorHandle tensor, std::int64_t dimension, std::int64_t* result) {
  return guarded([&] { *result = tensor->size(dimension); });
}

REGIMEN_EXPORT Error aoti_torch_get_stride(TensorHandle tensor, std::int64_t dimension, std::int64_t* result) {
  return guarded([&] { *result = tensor->stride(dimension); });
}

REGIMEN_EXPORT Error aoti_torch_get_storage_offset(TensorHandle tensor, std::int64_t* result) {
  return guarded([&] { *result = tensor->storage_offset(); });
}

REGIMEN_EXPORT Error aoti_torch_get_dtype(TensorHandle tensor, std::int32_t* result) {
  return guarded([&] { *result = static_cast<std::int32_t>(tensor->scalar_type()); });
}

REGIMEN_EXPORT Error aoti_torch_get_device_type(TensorHandle tensor, std::int32_t* result) {
  return guarded([&] { *result = static_cast<std::int32_t>(tensor->device().type()); });
}

REGIMEN_EXPORT Error aoti_torch_get_device_index(TensorHandle tensor, std::int32_t* result) {
  return guarded([&] { *result = static_cast<std::int32_t>(tensor->device().index()); });
}
