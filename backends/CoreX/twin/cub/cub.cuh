// CUB under CUDA's name (simt-dialects 5).
#pragma once
#include "../cuda_runtime.h"
#include "kp_cub_block.h"
#include "kp_cub_device.h"
