# Runs one translation of a build; KernelPortConfig.cmake calls it with -P.
cmake_policy(VERSION 3.20)
list(REMOVE_ITEM WORDS "")
execute_process(
  COMMAND ${COMMAND} translate ${SOURCES} --target ${TARGET} -o ${OUTPUT} --root ${ROOT} --depfile ${DEPFILE} --depfile-target ${STAMP} --only-changed --all-or-nothing ${WORDS}
  RESULT_VARIABLE result)
if(NOT result EQUAL 0 AND NOT result EQUAL 3)
  message(FATAL_ERROR "kernelport failed (${result}); its messages stand above")
endif()
foreach(output IN LISTS OUTPUTS)
  if(NOT EXISTS "${output}")
    message(FATAL_ERROR "kernelport made no '${output}': the target supports nothing of its source")
  endif()
endforeach()
# Headers that came along are no outputs that the build system knows: who includes one that was written anew is as stale as it is.
file(GLOB_RECURSE files "${OUTPUT}/${FOLDER}/*")
list(REMOVE_ITEM files ${OUTPUTS})
foreach(file IN LISTS files)
  if("${file}" IS_NEWER_THAN "${STAMP}")
    file(TOUCH ${OUTPUTS})
    break()
  endif()
endforeach()
file(TOUCH "${STAMP}")
