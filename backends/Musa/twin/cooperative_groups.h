// Groups under CUDA's names: the header is included by code that is built for MUSA (llama.cpp, ggml-cuda/softmax.cu); what it holds is inferred
// from that use and from CUDA's. No group of the grid: cooperative launches are turned off there (simt-dialects 2.1).
#pragma once
#include "musa_runtime.h"
#define KP_GROUPS_WITHOUT_GRID
#include "kp_groups.h"
