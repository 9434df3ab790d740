// Encodings, ownership and the set of supported types follow libtorch 2.10 exactly. In particular Scalar arguments
// (NumberType) are refused here as they are there: what works on this shim works without it.
#include "values.h"

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <c10/util/Exception.h>

namespace regimen {
namespace {

using List = std::vector<StableIValue>;

// Small values sit in the low bytes of a slot; the upper ones are zero.
template <typename T>
T read(StableIValue slot) {
  static_assert(sizeof(T) <= sizeof(StableIValue));
  T value;
  std::memcpy(&value, &slot, sizeof(T));
  return value;
}

template <typename T>
StableIValue write(T value) {
  static_assert(sizeof(T) <= sizeof(StableIValue));
  StableIValue slot = 0;
  std::memcpy(&slot, &value, sizeof(T));
  return slot;
}

// 1.13 declares some integers as SymInt; its kernels accept a plain integer there, and lists must be typed so.
c10::TypePtr concrete(const c10::TypePtr& type) {
  return type->kind() == c10::TypeKind::SymIntType ? c10::TypePtr(c10::IntType::get()) : type;
}

// Device type in the upper half, index in the lower.
c10::Device unpack_device(StableIValue slot) {
  return c10::Device(
      static_cast<c10::DeviceType>(static_cast<std::int8_t>(slot >> 32)),
      static_cast<c10::DeviceIndex>(static_cast<std::int32_t>(slot & 0xFFFFFFFFu)));
}

StableIValue pack_device(const c10::Device& device) {
  const auto index = static_cast<std::uint32_t>(static_cast<std::int32_t>(device.index()));
  return (static_cast<StableIValue>(static_cast<std::uint8_t>(device.type())) << 32) | index;
}

}  // namespace

c10::IValue to_ivalue(const c10::TypePtr& type, StableIValue slot) {
  switch (type->kind()) {
    case c10::TypeKind::TensorType: {
      std::unique_ptr<at::Tensor> tensor(reinterpret_cast<at::Tensor*>(slot));
      TORCH_CHECK(tensor != nullptr, "a required tensor argument is null");
      return c10::IValue(std::move(*tensor));
    }
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
      return c10::IValue(read<std::int64_t>(slot));
    case c10::TypeKind::FloatType:
      return c10::IValue(read<double>(slot));
    case c10::TypeKind::BoolType:
      return c10::IValue(read<std::uint8_t>(slot) != 0);
    case c10::TypeKind::ScalarTypeType:
      return c10::IValue(static_cast<c10::ScalarType>(read<std::int32_t>(slot)));
    case c10::TypeKind::DeviceObjType:
      return c10::IValue(unpack_device(slot));
    case c10::TypeKind::LayoutType:
      return c10::IValue(static_cast<c10::Layout>(read<std::int8_t>(slot)));
    case c10::TypeKind::MemoryFormatType:
      return c10::IValue(static_cast<c10::MemoryFormat>(read<std::int8_t>(slot)));
    case c10::TypeKind::OptionalType: {
      if (slot == 0) {
        return c10::IValue();
      }
      std::unique_ptr<StableIValue> box(reinterpret_cast<StableIValue*>(slot));
      return to_ivalue(type->castRaw<c10::OptionalType>()->getElementType(), *box);
    }
    case c10::TypeKind::ListType: {
      std::unique_ptr<List> slots(reinterpret_cast<List*>(slot));
      const auto element = concrete(type->castRaw<c10::ListType>()->getElementType());
      auto list = c10::impl::GenericList(element);
      list.reserve(slots->size());
      for (const auto item : *slots) {
        list.push_back(to_ivalue(element, item));
      }
      return c10::IValue(std::move(list));
    }
    case c10::TypeKind::StringType: {
      std::unique_ptr<std::string> text(reinterpret_cast<std::string*>(slot));
      return c10::IValue(std::move(*text));
    }
    default:
      TORCH_CHECK(false, "an argument of type ", type->str(), " cannot pass through the stable C ABI");
  }
}

StableIValue from_ivalue(const c10::TypePtr& type, const c10::IValue& value) {
  switch (type->kind()) {
    case c10::TypeKind::TensorType:
      return write(new at::Tensor(value.toTensor()));
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
      return write(value.toInt());
    case c10::TypeKind::FloatType:
      return write(value.toDouble());
    case c10::TypeKind::BoolType:
      return write(static_cast<std::uint8_t>(value.toBool()));
    case c10::TypeKind::ScalarTypeType:
      return write(static_cast<std::int32_t>(value.toScalarType()));
    case c10::TypeKind::DeviceObjType:
      return pack_device(value.toDevice());
    case c10::TypeKind::LayoutType:
      return write(static_cast<std::int8_t>(value.toLayout()));
    case c10::TypeKind::MemoryFormatType:
      return write(static_cast<std::int8_t>(value.toMemoryFormat()));
    case c10::TypeKind::OptionalType: {
      if (value.isNone()) {
        return 0;
      }
      auto box = std::make_unique<StableIValue>(
          from_ivalue(type->castRaw<c10::OptionalType>()->getElementType(), value));
      return write(box.release());
    }
    case c10::TypeKind::ListType: {
      const auto& element = type->castRaw<c10::ListType>()->getElementType();
      const auto list = value.toList();
      auto slots = std::make_unique<List>();
      slots->reserve(list.size());
      for (std::size_t i = 0; i < list.size(); ++i) {
        slots->push_back(from_ivalue(element, list.get(i)));
      }
      return write(slots.release());
    }
    case c10::TypeKind::StringType:
      return write(new std::string(value.toStringRef()));
    default:
      TORCH_CHECK(false, "a result of type ", type->str(), " cannot pass through the stable C ABI");
  }
}

}  // namespace regimen

using regimen::Error;
using regimen::guarded;
using regimen::StableIValue;

REGIMEN_EXPORT Error torch_new_stable_ivalue(StableIValue** box) {
  return guarded([&] { *box = new StableIValue(0); });
}

REGIMEN_EXPORT Error torch_delete_stable_ivalue(StableIValue* box) {
  return guarded([&] { delete box; });
}

REGIMEN_EXPORT Error torch_new_list_reserve_size(std::size_t size, void** list) {
  return guarded([&] {
    auto slots = std::make_unique<std::vector<StableIValue>>();
    slots->reserve(size);
    *list = slots.release();
  });
}

REGIMEN_EXPORT Error torch_list_size(void* list, std::size_t* size) {
  return guarded([&] { *size = static_cast<std::vector<StableIValue>*>(list)->size(); });
}

REGIMEN_EXPORT Error torch_list_get_item(void* list, std::size_t index, StableIValue* item) {
  return guarded([&] { *item = static_cast<std::vector<StableIValue>*>(list)->at(index); });
}

REGIMEN_EXPORT Error torch_list_push_back(void* list, StableIValue item) {
  return guarded([&] { static_cast<std::vector<StableIValue>*>(list)->push_back(item); });
}

REGIMEN_EXPORT Error torch_delete_list(void* list) {
  return guarded([&] { delete static_cast<std::vector<StableIValue>*>(list); });
}

REGIMEN_EXPORT Error torch_new_string_handle(const char* data, std::size_t length, void** text) {
  return guarded([&] { *text = new std::string(data, length); });
}

REGIMEN_EXPORT Error torch_delete_string(void* text) {
  return guarded([&] { delete static_cast<std::string*>(text); });
}

REGIMEN_EXPORT Error torch_string_length(void* text, std::size_t* length) {
  return guarded([&] { *length = static_cast<std::string*>(text)->length(); });
}

REGIMEN_EXPORT Error torch_string_c_str(void* text, const char** data) {
  return guarded([&] { *data = static_cast<std::string*>(text)->c_str(); });
}
