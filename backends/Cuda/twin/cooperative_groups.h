// Cooperative groups, the basic part (simt-dialects 3.3, R7).
#pragma once
#include "cuda_runtime.h"
#include "kp_groups.h"
