#pragma once
#include "cublas_v2.h"
struct cublasLtContext;
typedef struct cublasLtContext *cublasLtHandle_t;
struct cublasLtOpaque;
typedef struct cublasLtOpaque *cublasLtMatmulDesc_t;
typedef struct cublasLtOpaque *cublasLtMatrixLayout_t;
typedef struct cublasLtOpaque *cublasLtMatmulPreference_t;
struct cublasLtMatmulAlgo_t { unsigned long data[8]; };
struct cublasLtMatmulHeuristicResult_t { cublasLtMatmulAlgo_t algo; size_t workspaceSize; cublasStatus_t state; float wavesCount; int reserved[4]; };
enum cublasLtEpilogue_t { CUBLASLT_EPILOGUE_DEFAULT = 1, CUBLASLT_EPILOGUE_BIAS = 4, CUBLASLT_EPILOGUE_GELU = 32, CUBLASLT_EPILOGUE_GELU_AUX = 160, CUBLASLT_EPILOGUE_GELU_BIAS = 36, CUBLASLT_EPILOGUE_GELU_AUX_BIAS = 164, CUBLASLT_EPILOGUE_DGELU = 192, CUBLASLT_EPILOGUE_BGRADB = 512 };
