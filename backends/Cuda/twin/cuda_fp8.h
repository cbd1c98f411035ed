// Eight-bit floats under CUDA's names (CUDA Math API, FP8 intrinsics).
#pragma once
#include "cuda_runtime.h"
#include "cuda_fp16.h"
#include "cuda_bf16.h"
#include "kp_fp8.h"
typedef unsigned char __nv_fp8_storage_t;
typedef unsigned short __nv_fp8x2_storage_t;
typedef unsigned int __nv_fp8x4_storage_t;
enum __nv_saturation_t { __NV_NOSAT, __NV_SATFINITE };
enum __nv_fp8_interpretation_t { __NV_E4M3, __NV_E5M2 };
typedef kp::fp8::number<kp::fp8::e4m3> __nv_fp8_e4m3;
typedef kp::fp8::number<kp::fp8::e5m2> __nv_fp8_e5m2;
typedef kp::fp8::pair<kp::fp8::e4m3> __nv_fp8x2_e4m3;
typedef kp::fp8::pair<kp::fp8::e5m2> __nv_fp8x2_e5m2;
typedef kp::fp8::quad<kp::fp8::e4m3> __nv_fp8x4_e4m3;
typedef kp::fp8::quad<kp::fp8::e5m2> __nv_fp8x4_e5m2;
inline __nv_fp8_storage_t __nv_cvt_double_to_fp8(double v, __nv_saturation_t s, __nv_fp8_interpretation_t i) {
    return i == __NV_E4M3 ? kp::fp8::e4m3::of(v, s == __NV_SATFINITE) : kp::fp8::e5m2::of(v, s == __NV_SATFINITE);
}
inline __nv_fp8_storage_t __nv_cvt_float_to_fp8(float v, __nv_saturation_t s, __nv_fp8_interpretation_t i) { return __nv_cvt_double_to_fp8(static_cast<double>(v), s, i); }
inline __nv_fp8x2_storage_t __nv_cvt_float2_to_fp8x2(float2 v, __nv_saturation_t s, __nv_fp8_interpretation_t i) {
    return static_cast<__nv_fp8x2_storage_t>(__nv_cvt_float_to_fp8(v.x, s, i) | __nv_cvt_float_to_fp8(v.y, s, i) << 8);
}
inline __nv_fp8_storage_t kp_e8m0(float v, __nv_saturation_t s, bool up) { return kp::fp8::e8m0::of(static_cast<double>(v), s == __NV_SATFINITE, up); }
struct __nv_fp8_e8m0 {
    __nv_fp8_storage_t __x;
    __nv_fp8_e8m0() = default;
    explicit __nv_fp8_e8m0(float v) : __x(kp_e8m0(v, __NV_SATFINITE, true)) {} // the constructors round up
    operator float() const { return kp::fp8::e8m0::to_float(__x); }
};
