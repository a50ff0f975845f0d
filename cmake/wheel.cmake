# What a module carries inside is said beside it, in the wheel's own folder: a bill of materials (PEP 770) and the
# licences. `.ci/wheel` gives longer ones than .ci/sources, with what compiler and binding bring along.
set(HUDDLEKIT_SBOM ${HUDDLEKIT_SOURCES}/sbom.cdx.json CACHE FILEPATH "Bill of materials for a wheel")
set(HUDDLEKIT_LICENCES ${HUDDLEKIT_SOURCES}/licences CACHE PATH "Licences of what a wheel carries")
if(HUDDLEKIT_SQLITE_LINKED STREQUAL "static" AND SKBUILD_METADATA_DIR)
  install(FILES ${HUDDLEKIT_SBOM} DESTINATION ${SKBUILD_METADATA_DIR}/sboms COMPONENT python)
  install(DIRECTORY ${HUDDLEKIT_LICENCES}/ DESTINATION ${SKBUILD_METADATA_DIR}/licenses/third_party COMPONENT python)
endif()
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  set(map ${PROJECT_SOURCE_DIR}/cmake/module.map)
  target_link_options(_core PRIVATE LINKER:--gc-sections LINKER:--version-script=${map})
  set_target_properties(_core PROPERTIES LINK_DEPENDS ${map})
endif()
