// CUB in MACA's folder; its namespace keeps its name (simt-dialects 2.4, headers; 5).
#pragma once
#include "mcr/mc_runtime.h"
#include "kp_cub_block.h"
#include "kp_cub_device.h"
