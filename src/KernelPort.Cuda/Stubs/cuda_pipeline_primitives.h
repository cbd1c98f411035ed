#pragma once
#include "cuda_runtime.h"
// A copy is done at once, which is one of the times it may be done at.
inline __device__ void __pipeline_memcpy_async(void *to, const void *from, unsigned long size, unsigned long zeros = 0) {
    if (zeros == 0 && size == 16) *(uint4 *)to = *(const uint4 *)from;
    else if (zeros == 0 && size == 8) *(uint2 *)to = *(const uint2 *)from;
    else if (zeros == 0 && size == 4) *(unsigned int *)to = *(const unsigned int *)from;
    else {
        for (unsigned long i = 0; i < size; ++i) ((unsigned char *)to)[i] = i + zeros < size ? ((const unsigned char *)from)[i] : (unsigned char)0;
    }
}
inline __device__ void __pipeline_commit() {}
inline __device__ void __pipeline_wait_prior(unsigned long) {}
