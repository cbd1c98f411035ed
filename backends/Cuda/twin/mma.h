// Warp matrix functions under CUDA's names (CUDA C++ Programming Guide, Warp Matrix Functions).
#pragma once
#include "cuda_runtime.h"
#include "cuda_fp16.h"
#include "cuda_bf16.h"
#define KP_WMMA_NAMESPACE nvcuda
#include "kp_wmma.h"
