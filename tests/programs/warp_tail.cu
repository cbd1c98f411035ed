// note: KP5007
// output: 130816 3 3 10 496
// The tail of a reduction that relies on the lanes of a warp running in step without even saying volatile, lanes that skip what others do,
// a scan whose steps stand in a loop, and a block that reads what one lane found.
#include <cstdio>
__device__ void tail(int* s, int t) {
  s[t] += s[t + 32];
  s[t] += s[t + 16];
  s[t] += s[t + 8];
  s[t] += s[t + 4];
  s[t] += s[t + 2];
  s[t] += s[t + 1];
}
__global__ void reduce(const int* in, int* out) {
  __shared__ int s[512];
  int t = threadIdx.x;
  s[t] = in[t];
  __syncthreads();
  for (int k = 256; k > 32; k >>= 1) {
    if (t < k) s[t] += s[t + k];
    __syncthreads();
  }
  if (t < 32) tail(s, t);
  if (t == 0) *out = s[0];
}
// Lane 2 takes no part in the first step and must not be ahead in the second.
__global__ void skipping(int* out) {
  __shared__ int s[40];
  int t = threadIdx.x;
  s[t] = 1;
  if (t < 8) s[t + 32] = 0;
  if (t % 4 == 0) s[t] += s[t + 1];
  if (t % 2 == 0) s[t] += s[t + 2];
  out[t] = s[t];
}
__global__ void scan(int* out) {
  __shared__ int s[64];
  int t = threadIdx.x;
  s[t + 32] = t;
  s[t] = 0;
  for (int d = 1; d < 32; d <<= 1) s[t + 32] += s[t + 32 - d];
  out[t] = s[t + 32];
}
int main() {
  int h[512], *in, *out;
  for (int i = 0; i < 512; i++) h[i] = i;
  cudaMalloc(&in, sizeof h);
  cudaMalloc(&out, sizeof h);
  cudaMemcpy(in, h, sizeof h, cudaMemcpyHostToDevice);
  reduce<<<1, 512>>>(in, out);
  cudaMemcpy(h, out, sizeof(int), cudaMemcpyDeviceToHost);
  printf("%d ", h[0]);
  skipping<<<1, 32>>>(out);
  cudaMemcpy(h, out, 32 * sizeof(int), cudaMemcpyDeviceToHost);
  printf("%d %d ", h[0], h[2]);
  scan<<<1, 32>>>(out);
  cudaMemcpy(h, out, 32 * sizeof(int), cudaMemcpyDeviceToHost);
  printf("%d %d\n", h[4], h[31]);
}
