// output: 19 22 43 50
// lacking: musa birensupa:br2xx birensupa:br1xx (their twins have no BLAS yet)
#include <cublas_v2.h>
#include <cuda_runtime.h>
#include <cstdio>
int main() {
  float a[] = {1, 3, 2, 4}, b[] = {5, 7, 6, 8}, c[4], one = 1, zero = 0, *da, *db, *dc;
  cudaMalloc(&da, sizeof a);
  cudaMalloc(&db, sizeof b);
  cudaMalloc(&dc, sizeof c);
  cudaMemcpy(da, a, sizeof a, cudaMemcpyHostToDevice);
  cudaMemcpy(db, b, sizeof b, cudaMemcpyHostToDevice);
  cublasHandle_t handle;
  if (cublasCreate(&handle) != CUBLAS_STATUS_SUCCESS) return 1;
  cublasSgemm(handle, CUBLAS_OP_N, CUBLAS_OP_N, 2, 2, 2, &one, da, 2, db, 2, &zero, dc, 2);
  cudaMemcpy(c, dc, sizeof c, cudaMemcpyDeviceToHost);
  cublasDestroy(handle);
  printf("%g %g %g %g\n", c[0], c[2], c[1], c[3]);
}
