// cuRAND under CUDA's names (simt-dialects 5, with a question mark): other sequences than the vendor's.
#pragma once
#include "cuda_runtime.h"
#define KP_RAND(name) curand##name
#define KP_RAND_CALL curand
#define KP_RAND_ENUM(name) CURAND_##name
#include "kp_rand.h"
