# sq_library(NAME header library-names…): Sq::NAME, a C library without a CMake package of its own. Without pkg-config, which
# not every machine has, and for which not every one of these libraries has a file.
function(sq_library name header)
  find_path(SQ_${name}_INCLUDE ${header} PATH_SUFFIXES ${name})
  find_library(SQ_${name}_LIBRARY NAMES ${ARGN})
  mark_as_advanced(SQ_${name}_INCLUDE SQ_${name}_LIBRARY)
  if(NOT SQ_${name}_INCLUDE OR NOT SQ_${name}_LIBRARY)
    message(FATAL_ERROR "The library '${name}' with its header ${header} was not found. packaging/packages-*.txt names its "
      "package; where a system has none, build it from its source and name the place with CMAKE_PREFIX_PATH.")
  endif()
  add_library(Sq::${name} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(Sq::${name} PROPERTIES
    IMPORTED_LOCATION ${SQ_${name}_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${SQ_${name}_INCLUDE})
endfunction()
