// output: 2 1
// lacking: musa dcu maca corex birensupa:br2xx birensupa:br1xx (cuBLASLt's handle is CUDA's)
// A program that sets up cuBLASLt beside cuBLAS, whose header brings half and bfloat16, and does not multiply by it.
#include <cstdio>
#include <cublas_v2.h>
#include <cublasLt.h>
typedef __nv_bfloat16 low;
__global__ void twice(low* p) { p[threadIdx.x] = __float2bfloat16(2.0f * __bfloat162float(p[threadIdx.x])); }
int main() {
  cublasLtHandle_t handle;
  cublasComputeType_t compute = CUBLAS_COMPUTE_32F;
  cudaDataType kind = CUDA_R_16BF;
  if (cublasLtCreate(&handle) != CUBLAS_STATUS_SUCCESS) return 1;
  low *p, h = __float2bfloat16(1.0f);
  cudaMalloc(&p, sizeof h);
  cudaMemcpy(p, &h, sizeof h, cudaMemcpyHostToDevice);
  twice<<<1, 1>>>(p);
  cudaMemcpy(&h, p, sizeof h, cudaMemcpyDeviceToHost);
  printf("%g %d\n", __bfloat162float(h), compute == CUBLAS_COMPUTE_32F && kind == CUDA_R_16BF);
  return cublasLtDestroy(handle);
}
