// Complex numbers (cuComplex.h of the CUDA Toolkit).
#pragma once
#include "cuda_runtime.h"
#define KP_COMPLEX(name) cu##name
#define KP_MAKE_COMPLEX(name) make_cu##name
#include "kp_complex.h"
