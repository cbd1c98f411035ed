// cuRAND on device and host: other sequences than NVIDIA's (simt-dialects 5).
#pragma once
#include "cuda_runtime.h"
#define KP_RAND(name) curand##name
#define KP_RAND_CALL curand
#define KP_RAND_ENUM(name) CURAND_##name
#include "kp_rand.h"
