// CUB under CUDA's name.
#pragma once
#include "../cuda_runtime.h"
#include "kp_cub_block.h"
#include "kp_cub_device.h"
