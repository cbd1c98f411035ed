// cuBLAS's most used calls (simt-dialects 5).
#pragma once
#include "cuda_runtime.h"
#define KP_BLAS(name) cublas##name
#define KP_BLAS_ENUM(name) CUBLAS_##name
#include "kp_blas.h"
enum cublasMath_t { CUBLAS_DEFAULT_MATH = 0, CUBLAS_TENSOR_OP_MATH = 1, CUBLAS_PEDANTIC_MATH = 2, CUBLAS_TF32_TENSOR_OP_MATH = 3 };
inline cublasStatus_t cublasSetMathMode(cublasHandle_t, cublasMath_t) { return CUBLAS_STATUS_SUCCESS; }
inline const char* cublasGetStatusString(cublasStatus_t s) { return s == CUBLAS_STATUS_SUCCESS ? "success" : "failure"; }
typedef cublasStatus_t cublasStatus;
