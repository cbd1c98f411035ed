// mcBLAS's most used calls (simt-dialects 5).
#pragma once
#include "mcr/mc_runtime.h"
#define KP_BLAS(name) mcblas##name
#define KP_BLAS_ENUM(name) MCBLAS_##name
#include "kp_blas.h"
