// hipRAND on device and host: other sequences than the vendor's (simt-dialects 5).
#pragma once
#include "hip/hip_runtime.h"
#define KP_RAND(name) hiprand##name
#define KP_RAND_CALL hiprand
#define KP_RAND_ENUM(name) HIPRAND_##name
#include "kp_rand.h"
