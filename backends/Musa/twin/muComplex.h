// Complex numbers (api-map.csv, rows cuComplex to muComplex).
#pragma once
#include "musa_runtime.h"
#define KP_COMPLEX(name) mu##name
#define KP_MAKE_COMPLEX(name) make_mu##name
#include "kp_complex.h"
