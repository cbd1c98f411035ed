#pragma once
// A double's bits in plain C++, under names of our own: a vendor may yet have CUDA's.
#include "cuda_runtime.h"
#include <string.h>
inline __host__ __device__ long long kernelport_double_as_longlong(double value) {
    long long bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}
inline __host__ __device__ double kernelport_longlong_as_double(long long bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}
inline __host__ __device__ int kernelport_double2hiint(double value) { return (int)(kernelport_double_as_longlong(value) >> 32); }
inline __host__ __device__ int kernelport_double2loint(double value) { return (int)kernelport_double_as_longlong(value); }
inline __host__ __device__ double kernelport_hiloint2double(int high, int low) {
    return kernelport_longlong_as_double((long long)(((unsigned long long)(unsigned int)high << 32) | (unsigned int)low));
}
