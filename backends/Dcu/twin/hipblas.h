// hipBLAS's most used calls (simt-dialects 5).
#pragma once
#include "hip/hip_runtime.h"
#define KP_BLAS(name) hipblas##name
#define KP_BLAS_ENUM(name) HIPBLAS_##name
#include "kp_blas.h"
