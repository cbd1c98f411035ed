// Beside cooperative_groups.h in the same code (llama.cpp, ggml-cuda/softmax.cu).
#pragma once
#include "../cooperative_groups.h"
#include "kp_group_algorithms.h"
