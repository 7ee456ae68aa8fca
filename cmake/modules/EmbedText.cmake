# embed_text(<input> <output>): writes <input> as one C++ raw string literal, and
# again when it changes.
function(embed_text input output)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${input})
  file(READ ${input} text)
  file(CONFIGURE OUTPUT ${output} CONTENT "R\"qopt(@text@)qopt\"" @ONLY)
endfunction()
