#include "engine/base/error.hpp"

namespace pagewright {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::gone:
      return "gone";
    case ErrorCode::cycle:
      return "cycle";
    case ErrorCode::slot_full:
      return "slot_full";
    case ErrorCode::duplicate_id:
      return "duplicate_id";
    case ErrorCode::invalid_json:
      return "invalid_json";
    case ErrorCode::invalid_document:
      return "invalid_document";
    case ErrorCode::invalid_operation:
      return "invalid_operation";
    case ErrorCode::unknown_component:
      return "unknown_component";
    case ErrorCode::unknown_prop:
      return "unknown_prop";
    case ErrorCode::invalid_prop:
      return "invalid_prop";
    case ErrorCode::unknown_slot:
      return "unknown_slot";
    case ErrorCode::slot_refuses:
      return "slot_refuses";
    case ErrorCode::invalid_style:
      return "invalid_style";
    case ErrorCode::invalid_token:
      return "invalid_token";
    case ErrorCode::invalid_component:
      return "invalid_component";
    case ErrorCode::invalid_template:
      return "invalid_template";
    case ErrorCode::invalid_request:
      return "invalid_request";
    case ErrorCode::limit_exceeded:
      return "limit_exceeded";
  }
  std::unreachable();
}

}  // namespace pagewright
