// output: 130816
// note: KP5007
// The tail of a reduction that relies on the lanes of a warp running in step: no barrier, only volatile. On 32 lanes; where a warp
// has 64 the same steps are right too.
#include <cstdio>
__global__ void reduce(const int* in, int* out) {
  __shared__ int s[512];
  int t = threadIdx.x;
  s[t] = in[t];
  __syncthreads();
  for (int k = 256; k > 32; k >>= 1) {
    if (t < k) s[t] += s[t + k];
    __syncthreads();
  }
  if (t < 32) {
    volatile int* v = s;
    v[t] += v[t + 32];
    v[t] += v[t + 16];
    v[t] += v[t + 8];
    v[t] += v[t + 4];
    v[t] += v[t + 2];
    v[t] += v[t + 1];
  }
  if (t == 0) *out = s[0];
}
int main() {
  int h[512], *in, *out, sum;
  for (int i = 0; i < 512; i++) h[i] = i;
  cudaMalloc(&in, sizeof h);
  cudaMalloc(&out, sizeof(int));
  cudaMemcpy(in, h, sizeof h, cudaMemcpyHostToDevice);
  reduce<<<1, 512>>>(in, out);
  cudaMemcpy(&sum, out, sizeof sum, cudaMemcpyDeviceToHost);
  printf("%d\n", sum);
}
