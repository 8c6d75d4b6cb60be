# embed_files(<library> <table> <prefix>=<folder> …)
# Adds to <library> a table `pagewright::embedded::<table>()` of all files below the folders, under their prefixes. Packed again when
# a file changes, appears or goes. A folder that does not exist gives no files. <folder>/*<ending> takes the files with that ending only.
function(embed_files library table)
  set(inputs)
  foreach(root ${ARGN})
    string(REGEX REPLACE "^[^=]*=" "" folder ${root})
    if(NOT folder MATCHES "[*]")
      set(folder ${folder}/*)
    endif()
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${folder})
    list(APPEND inputs ${found})
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${table})
  # Also depends on the list itself: a file that goes away changes no other file.
  string(REPLACE ";" "\n" listing "${inputs}")
  file(CONFIGURE OUTPUT ${output}.list CONTENT "${listing}" @ONLY)
  add_custom_command(
    OUTPUT ${output}.cpp ${output}.bin
    COMMAND pack_files $<IF:$<CONFIG:Release>,best,quick> ${output} ${table} ${ARGN}
    DEPENDS pack_files ${inputs} ${output}.list
    COMMENT "Packing ${table}"
    VERBATIM)
  target_sources(${library} PRIVATE ${output}.cpp)
  set_source_files_properties(${output}.cpp PROPERTIES OBJECT_DEPENDS ${output}.bin SKIP_PRECOMPILE_HEADERS ON)
endfunction()
