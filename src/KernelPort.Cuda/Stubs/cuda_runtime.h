#pragma once
#include "vector_types.h"
#include "driver_types.h"
#include "cuda_runtime_api.h"
#include "stdlib.h"
#include "math.h"
#include "time.h"
#include "string.h"
#include "stdio.h"
typedef unsigned int uint;
typedef unsigned short ushort;
typedef unsigned long ulong;
typedef unsigned char uchar;
inline __device__ int __double2hiint(double x) { return (int)(__double_as_longlong(x) >> 32); }
inline __device__ int __double2loint(double x) { return (int)__double_as_longlong(x); }
inline __device__ double __hiloint2double(int hi, int lo) { return __longlong_as_double((long long)((unsigned long long)(unsigned int)hi << 32 | (unsigned int)lo)); }
