#include "store/schema/schema.hpp"

#include "schema_texts.hpp"

namespace huddlekit {

std::span<const std::string_view> migrations() { return kSchemaTexts; }

}  // namespace huddlekit
