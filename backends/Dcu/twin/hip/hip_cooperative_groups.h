#pragma once
#include "hip/hip_runtime.h"
#include "kp_groups.h"
