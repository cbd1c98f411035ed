#pragma once
// What pairs of half and of bfloat16 numbers have alike: comparisons that give one number for true and nought for false, and functions by element.
#define __KP_PAIR_COMPARE(P, ONE, NAME)                                                                                \
    inline __device__ P __h##NAME##2(const P a, const P b) {                                                           \
        return P{__h##NAME(a.x, b.x) ? ONE(1.0f) : ONE(0.0f), __h##NAME(a.y, b.y) ? ONE(1.0f) : ONE(0.0f)};            \
    }                                                                                                                  \
    inline __device__ bool __hb##NAME##2(const P a, const P b) { return __h##NAME(a.x, b.x) && __h##NAME(a.y, b.y); }
#define __KP_PAIR_FUNCTION(P, NAME) inline __device__ P h2##NAME(const P a) { return P{h##NAME(a.x), h##NAME(a.y)}; }
#define __KP_PAIRS(P, ONE)                                                                                             \
    __KP_PAIR_COMPARE(P, ONE, eq) __KP_PAIR_COMPARE(P, ONE, ne) __KP_PAIR_COMPARE(P, ONE, lt)                          \
    __KP_PAIR_COMPARE(P, ONE, le) __KP_PAIR_COMPARE(P, ONE, gt) __KP_PAIR_COMPARE(P, ONE, ge)                          \
    __KP_PAIR_FUNCTION(P, exp) __KP_PAIR_FUNCTION(P, exp2) __KP_PAIR_FUNCTION(P, log) __KP_PAIR_FUNCTION(P, log2)      \
    __KP_PAIR_FUNCTION(P, sqrt) __KP_PAIR_FUNCTION(P, rsqrt) __KP_PAIR_FUNCTION(P, sin) __KP_PAIR_FUNCTION(P, cos)     \
    __KP_PAIR_FUNCTION(P, rcp) __KP_PAIR_FUNCTION(P, floor) __KP_PAIR_FUNCTION(P, ceil) __KP_PAIR_FUNCTION(P, trunc)   \
    __KP_PAIR_FUNCTION(P, rint)                                                                                        \
    inline __device__ P __hisnan2(const P a) { return P{__hisnan(a.x) ? ONE(1.0f) : ONE(0.0f), __hisnan(a.y) ? ONE(1.0f) : ONE(0.0f)}; }
