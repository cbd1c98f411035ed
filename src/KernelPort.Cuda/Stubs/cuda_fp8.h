#pragma once
#include "cuda_fp16.h"
#include "cuda_bf16.h"
typedef unsigned char __nv_fp8_storage_t;
typedef unsigned short __nv_fp8x2_storage_t;
typedef unsigned int __nv_fp8x4_storage_t;
enum __nv_saturation_t { __NV_NOSAT, __NV_SATFINITE };
enum __nv_fp8_interpretation_t { __NV_E4M3, __NV_E5M2 };
struct __nv_fp8_e4m3 { __nv_fp8_storage_t __x; };
struct __nv_fp8_e5m2 { __nv_fp8_storage_t __x; };
struct __align__(2) __nv_fp8x2_e4m3 { __nv_fp8x2_storage_t __x; };
struct __align__(2) __nv_fp8x2_e5m2 { __nv_fp8x2_storage_t __x; };
struct __align__(4) __nv_fp8x4_e4m3 { __nv_fp8x4_storage_t __x; };
struct __align__(4) __nv_fp8x4_e5m2 { __nv_fp8x4_storage_t __x; };
