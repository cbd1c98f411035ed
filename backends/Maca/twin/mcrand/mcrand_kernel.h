// mcRAND on device and host, names inferred: other sequences than the vendor's (simt-dialects 5).
#pragma once
#include "mcr/mc_runtime.h"
#define KP_RAND(name) mcrand##name
#define KP_RAND_CALL mcrand
#define KP_RAND_ENUM(name) MCRAND_##name
#include "kp_rand.h"
