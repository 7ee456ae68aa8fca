#include "Models/Registration.h"

#include "qopt/Dialect/QInt/QInt.h"
#include "qopt/Schedule/Models.h"

using namespace mlir;

void qopt::registerSchedulableOpModels(DialectRegistry &registry) {
  registry.addExtension(+[](MLIRContext *context, qint::QIntDialect *) {
    schedule::attachQIntConvolutionModels(*context);
    schedule::attachQIntDataModels(*context);
    schedule::attachQIntPointwiseModels(*context);
    schedule::attachQIntPoolingModels(*context);
  });
}
