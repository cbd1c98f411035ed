// cuBLASLt as far as programs go that set it up and multiply otherwise: its handle. A program that multiplies by it does not compile.
#pragma once
#include "cublas_v2.h"
struct cublasLtContext {};
typedef cublasLtContext* cublasLtHandle_t;
inline cublasStatus_t cublasLtCreate(cublasLtHandle_t* handle) { return *handle = new cublasLtContext, CUBLAS_STATUS_SUCCESS; }
inline cublasStatus_t cublasLtDestroy(cublasLtHandle_t handle) { return delete handle, CUBLAS_STATUS_SUCCESS; }
