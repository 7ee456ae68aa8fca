#include "CompiledModule.h"
