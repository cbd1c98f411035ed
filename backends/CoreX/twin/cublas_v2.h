// cuBLAS's most used calls under CUDA's names (simt-dialects 2.5, libraries; 5).
#pragma once
#include "cuda_runtime.h"
#define KP_BLAS(name) cublas##name
#define KP_BLAS_ENUM(name) CUBLAS_##name
#include "kp_blas.h"
