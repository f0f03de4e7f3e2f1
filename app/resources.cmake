# Manual, translations and fonts travel inside the program.
if(EXISTS ${PROJECT_SOURCE_DIR}/resources/help/help.qrc)
  set_target_properties(smartqueue PROPERTIES AUTORCC ON)
  target_sources(smartqueue PRIVATE ${PROJECT_SOURCE_DIR}/resources/help/help.qrc)
endif()
qt_add_translations(smartqueue TS_FILES ${PROJECT_SOURCE_DIR}/translations/smartqueue_fr.ts
  ${PROJECT_SOURCE_DIR}/translations/smartqueue_en.ts RESOURCE_PREFIX /i18n)
