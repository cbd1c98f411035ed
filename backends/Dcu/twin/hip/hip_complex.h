// Complex numbers (HIPIFY cuComplex_API_supported_by_HIP.md).
#pragma once
#include "hip/hip_runtime.h"
#define KP_COMPLEX(name) hip##name
#define KP_MAKE_COMPLEX(name) make_hip##name
#include "kp_complex.h"
