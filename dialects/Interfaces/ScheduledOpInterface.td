#ifndef QOPT_SCHEDULED_OP_INTERFACE
#define QOPT_SCHEDULED_OP_INTERFACE

include "mlir/IR/OpBase.td"

def ScheduledOpInterface : OpInterface<"ScheduledOpInterface"> {
  let cppNamespace = "::qopt";
  let description = [{
    What reports want to know of a scheduled op that chooses an algorithm.
  }];
  let methods = [
    InterfaceMethod<[{
      The multiply-adds of the layer as its formula has them, whatever the
      algorithm does with fewer.
    }], "int64_t", "countMultiplyAdds">
  ];
}

#endif // QOPT_SCHEDULED_OP_INTERFACE
