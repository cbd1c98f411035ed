// output: 124 120 0 3996 7
// exit: 3
// Launches as people and formatters leave them: templates, macros, split chevrons, pointers, by address.
#include <cstdio>
#include <cuda_runtime.h>
#define LAUNCH(k, g, b, ...) \
  k << <g, b >> > \
      (__VA_ARGS__)
namespace inner {
template <typename T, int N> __global__ void __launch_bounds__(256) scale(T* __restrict__ p, T f, int n = 1000) {
  __shared__ T tile[N];
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  tile[threadIdx.x] = i < n ? p[i] : T(0);
  __syncthreads();
  if (i >= n) return;
  p[i] = tile[threadIdx.x] * f;
}
}  // namespace inner
__global__ void reverse(float* p) {
  extern __shared__ float s[];
  s[threadIdx.x] = p[threadIdx.x];
  __syncthreads();
  p[threadIdx.x] = s[blockDim.x - 1 - threadIdx.x];
}
template <class F> __global__ void apply(F f, int* out) { *out = f(3); }
int main() {
  const int n = 1000;
  float h[n];
  for (int i = 0; i < n; i++) h[i] = i;
  float* d;
  int *out, seven;
  cudaMalloc(&d, sizeof h);
  cudaMalloc((void**)&out, sizeof(int));
  cudaMemcpy(d, h, sizeof h, cudaMemcpyHostToDevice);
  inner::scale<float, 256><<<(n + 255) / 256, 256>>>(d, 2.0f);
  LAUNCH((inner::scale<float, 256>), dim3(4), 256, d, 2.0f, n);
  reverse<<<1, 32, 32 * sizeof(float)>>>(d);
  void (*pointer)(float*) = reverse;
  pointer<<<1, 32, 128>>>(d);
  void* arguments[] = {&d};
  cudaLaunchKernel((void*)reverse, dim3(1), dim3(32), arguments, 128, 0);
  int four = 4;
  apply<<<1, 1>>>([=] __device__(int x) { return x + four; }, out);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  cudaMemcpy(&seven, out, sizeof seven, cudaMemcpyDeviceToHost);
  printf("%g %g %g %g %d\n", h[0], h[1], h[31], h[999], seven);
  return 3;
}
