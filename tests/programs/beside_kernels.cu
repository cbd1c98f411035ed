// output: PASS
// lacking: birensupa:br1xx
// What a program's own text has of the device: variables, instances of templates, structures by value, kernels of one file alone, halves, blocks of two sizes.
#include <cstdio>
#include <cuda_fp16.h>
#include <cuda_runtime.h>
#define BLOCK 128
namespace app {
__constant__ float scale[4] = {1, 2, 3, 4}, shift[2], *unused;
__device__ int count;
struct P { int n; float s; };
// doubles
__device__ float twice(float x) { return 2 * x; }
template <class T, int N> __global__ void k(T* a, P p) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < p.n) a[i] = twice(a[i]) * p.s + N + scale[i & 3] + shift[i & 1];
}
}
static __global__ void tally(const float* a, int n) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n && a[i] > 500.0f) atomicAdd(&app::count, 1);
}
__global__ void round_to_half(const float* a, __half* b, int n) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) b[i] = __float2half(a[i] / 3.0f);
}
#define CHECK(x) do { cudaError_t e = x; if (e != cudaSuccess) { printf("%s\n", cudaGetErrorString(e)); return 2; } } while (0)
int main() {
  const int n = 1000; float h[n], *d; for (int i = 0; i < n; i++) h[i] = i;
  float s[4] = {10, 20, 30, 40};
  float by[2] = {0.5f, 0.25f};
  CHECK(cudaMemcpyToSymbol(app::scale, s, sizeof(s)));
  CHECK(cudaMemcpyToSymbol(app::shift, by, sizeof(by)));
  CHECK(cudaMalloc(&d, n * 4)); CHECK(cudaMemcpy(d, h, n * 4, cudaMemcpyHostToDevice));
  dim3 block(BLOCK), grid((n + BLOCK - 1) / BLOCK);
  app::P p{n, 3.f};
  app::k<float, 7><<<grid, block>>>(d, p);
  int threads = 256;
  tally<<<4, threads>>>(d, n);
  CHECK(cudaGetLastError()); CHECK(cudaDeviceSynchronize());
  int c; CHECK(cudaMemcpyFromSymbol(&c, app::count, 4));
  CHECK(cudaMemcpy(h, d, n * 4, cudaMemcpyDeviceToHost));
  __half *halves, hh[n];
  CHECK(cudaMalloc((void**)&halves, sizeof(hh)));
  round_to_half<<<8, 128>>>(d, halves, n / 2);
  round_to_half<<<4, dim3(256)>>>(d, halves, n);
  CHECK(cudaMemcpy(hh, halves, sizeof(hh), cudaMemcpyDeviceToHost));
  for (int i = 0; i < n; i++) if (__half2float(hh[i]) != __half2float(__float2half(h[i] / 3.0f))) { printf("FAIL half %d\n", i); return 1; }
  int want = 0;
  for (int i = 0; i < n; i++) { float w = 6.f * i + 7 + s[i & 3] + by[i & 1]; if (h[i] != w) { printf("FAIL %d %f\n", i, h[i]); return 1; } want += w > 500; }
  printf(c == want ? "PASS\n" : "FAIL count %d\n", c); cudaFree(d); return c != want; }
