# What a module carries inside is said beside it, in the wheel's own folder: a bill of materials (PEP 770) and the
# licences.
if(HUDDLEKIT_SQLITE_LINKED STREQUAL "static" AND SKBUILD_METADATA_DIR)
  install(FILES ${HUDDLEKIT_SOURCES}/sbom.cdx.json DESTINATION ${SKBUILD_METADATA_DIR}/sboms COMPONENT python)
  install(DIRECTORY ${HUDDLEKIT_SOURCES}/licences/ DESTINATION ${SKBUILD_METADATA_DIR}/licenses/third_party COMPONENT python)
endif()
# Stripped; what nothing calls is left out.
target_link_options(_core PRIVATE $<$<AND:$<PLATFORM_ID:Linux>,$<CONFIG:Release>>:LINKER:--gc-sections>)
