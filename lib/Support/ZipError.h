#ifndef QOPT_LIB_SUPPORT_ZIPERROR_H
#define QOPT_LIB_SUPPORT_ZIPERROR_H

#include <string>
#include <zip.h>

namespace qopt {

/// What a code of `zip_open` means.
inline std::string zipErrorText(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

} // namespace qopt

#endif // QOPT_LIB_SUPPORT_ZIPERROR_H
