// Complex numbers (simt-dialects 6: CUDA's names kept; inferred).
#pragma once
#include "cuda_runtime.h"
#define KP_COMPLEX(name) cu##name
#define KP_MAKE_COMPLEX(name) make_cu##name
#include "kp_complex.h"
