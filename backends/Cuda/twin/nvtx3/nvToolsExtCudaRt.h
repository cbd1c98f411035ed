// Names for a profiler nobody runs here.
#pragma once
#include "../cuda_runtime.h"
#include "nvToolsExt.h"
inline void nvtxNameCudaDeviceA(int device, const char *name) { (void)device; (void)name; }
inline void nvtxNameCudaDeviceW(int device, const wchar_t *name) { (void)device; (void)name; }
inline void nvtxNameCudaStreamA(cudaStream_t stream, const char *name) { (void)stream; (void)name; }
inline void nvtxNameCudaStreamW(cudaStream_t stream, const wchar_t *name) { (void)stream; (void)name; }
inline void nvtxNameCudaEventA(cudaEvent_t event, const char *name) { (void)event; (void)name; }
inline void nvtxNameCudaEventW(cudaEvent_t event, const wchar_t *name) { (void)event; (void)name; }
#define nvtxNameCudaDevice nvtxNameCudaDeviceA
#define nvtxNameCudaStream nvtxNameCudaStreamA
#define nvtxNameCudaEvent nvtxNameCudaEventA
