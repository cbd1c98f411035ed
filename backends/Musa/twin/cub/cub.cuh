// CUB keeps its name (api-map).
#pragma once
#include "../musa_runtime.h"
#include "kp_cub_block.h"
#include "kp_cub_device.h"
