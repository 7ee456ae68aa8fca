#ifndef QOPT_LIB_IMPORT_ONNXPROTO_H
#define QOPT_LIB_IMPORT_ONNXPROTO_H

// The generated protobuf classes. ONNX_ML and ONNX_NAMESPACE, which must match
// how the installed libonnx_proto was built, come from CMakeLists.txt.
#include <onnx/onnx_pb.h>

#endif // QOPT_LIB_IMPORT_ONNXPROTO_H
