# One call states a module's whole dependency; a USES that climbs the layer table stops the configuration.

set(SQ_LAYER_foundation_MAY "")
set(SQ_LAYER_domain_MAY foundation)
set(SQ_LAYER_kernel_MAY foundation domain)
set(SQ_LAYER_study_MAY foundation domain kernel)
set(SQ_LAYER_application_MAY foundation domain kernel)
set(SQ_LAYER_adapter_MAY foundation domain application)
set(SQ_LAYER_presentation_MAY foundation domain application)
set(SQ_LAYER_toolkit_MAY foundation)
set(SQ_LAYER_interface_MAY foundation domain application presentation toolkit)

# Uses inside one layer: each is an exception with its reason in the module's README.
set(SQ_ARROWS analytics>queueing optimizer>queueing optimizer>analytics learning>analytics engine>simulation)

add_library(sq_standard INTERFACE)
target_compile_features(sq_standard INTERFACE cxx_std_20)
target_compile_options(sq_standard INTERFACE
  $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual>
  # Members of Qt's classes have everyday names, so locals are compared with locals. GCC 12 warns of string copies that
  # cannot happen (its bug 105329).
  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  # What ccache needs to look into a precompiled header.
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
  $<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wshadow>
  $<$<CXX_COMPILER_ID:MSVC>:/W4 /utf-8 /permissive->)
target_compile_definitions(sq_standard INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS)

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# moc 6.4 cannot parse libstdc++'s <compare> and <concepts>; their include guards keep them out of its sight.
set(CMAKE_AUTOMOC_MOC_OPTIONS -D_COMPARE -D_GLIBCXX_CONCEPTS -D_GLIBCXX_RANGES)

if(CMAKE_SOURCE_DIR STREQUAL PROJECT_SOURCE_DIR)
  find_program(SQ_CCACHE ccache)
  if(SQ_CCACHE)
    # Without this it passes by everything that uses precompiled headers.
    set(SQ_CCACHE ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${SQ_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${SQ_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${SQ_CCACHE})
  endif()
endif()

# sq_module(NAME LAYER layer [USES modules…] [LINKS libraries…] [PRIVATE_LINKS libraries…] [PRECOMPILED headers…]
#           SOURCES files…): what is precompiled must be included all the same where it is used.
function(sq_module name)
  cmake_parse_arguments(ARG "QT" "LAYER" "USES;LINKS;PRIVATE_LINKS;PRECOMPILED;SOURCES" ${ARGN})
  if(NOT DEFINED SQ_LAYER_${ARG_LAYER}_MAY)
    message(FATAL_ERROR "${name}: unknown layer '${ARG_LAYER}'")
  endif()
  add_library(sq_${name} STATIC ${ARG_SOURCES})
  add_library(SmartQueue::${name} ALIAS sq_${name})
  set_target_properties(sq_${name} PROPERTIES SQ_LAYER ${ARG_LAYER})
  target_include_directories(sq_${name} PUBLIC include PRIVATE src)
  target_link_libraries(sq_${name} PUBLIC sq_standard ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
  foreach(used IN LISTS ARG_USES)
    if(NOT TARGET sq_${used})
      message(FATAL_ERROR "${name} uses '${used}', which is no module declared above it")
    endif()
    get_target_property(used_layer sq_${used} SQ_LAYER)
    if(NOT used_layer IN_LIST SQ_LAYER_${ARG_LAYER}_MAY AND NOT "${name}>${used}" IN_LIST SQ_ARROWS)
      message(FATAL_ERROR "${name} (${ARG_LAYER}) may not use ${used} (${used_layer})")
    endif()
    target_link_libraries(sq_${name} PUBLIC sq_${used})
  endforeach()
  if(ARG_QT)
    set_target_properties(sq_${name} PROPERTIES AUTOMOC ON)
  endif()
  target_precompile_headers(sq_${name} PRIVATE ${ARG_PRECOMPILED})
endfunction()

# sq_test(NAME SOURCES files… USES modules… [LINKS libraries…] [LAUNCHER command…]): one Qt Test or RapidCheck executable
# under ctest, which the launcher starts if there is one.
function(sq_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;LINKS;LAUNCHER" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cpp)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(${name} PRIVATE sq_standard Qt6::Test ${ARG_LINKS})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(${name} PRIVATE SmartQueue::${used})
  endforeach()
  # A test of the kernels alone shall not see the engine.
  if(TARGET sq_test_headers AND "${ARG_USES}" MATCHES "engine|pages|presentation")
    target_precompile_headers(${name} REUSE_FROM sq_test_headers)
  endif()
  add_test(NAME ${name} COMMAND ${ARG_LAUNCHER} $<TARGET_FILE:${name}>)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;SMARTQUEUE_KEYCHAIN=none")
endfunction()
