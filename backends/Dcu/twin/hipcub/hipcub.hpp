// CUB under HIP's name (simt-dialects 5).
#pragma once
#include "hip/hip_runtime.h"
#define KP_CUB hipcub
#include "kp_cub_block.h"
#include "kp_cub_device.h"
