// launch: sums<<<2, 256>>>(n: 700, x: int[700] = rand(5, 0, 100), out: int[4])
// expect: out = 34293 34293 34293 34293
// launch: early<<<2, 192>>>(n: 192, x: int[192] = seq(1, 1), out: int[384])
// expect: out[0..3] = 192 191 190
// launch: kept<<<1, 64>>>(out: int[64])
// expect: out[0..3] = 126 124 122
// Shared memory and barriers in the functions that a kernel calls: one memory a function, however often it is called.
template <int N> __device__ int sum(int v) {
  __shared__ int part[N];
  int t = threadIdx.x;
  part[t] = v;
  for (int span = 1; span < N; span *= 2) {
    __syncthreads();
    if (t % (2 * span) == 0 && t + span < N) part[t] += part[t + span];
  }
  __syncthreads();
  return part[0];
}
__global__ void sums(int n, const int* x, int* out) {
  int a = 0;
  for (int i = threadIdx.x; i < n; i += blockDim.x) a += x[i];
  int first = sum<256>(a);
  __syncthreads();
  int second = sum<256>(a);
  if (threadIdx.x == 0) out[blockIdx.x] = first, out[2 + blockIdx.x] = second;
}
// It returns out of a loop, so that it stays a call.
__device__ int mirrored(int n, int v) {
  __shared__ int all[192];
  all[threadIdx.x] = v;
  __syncthreads();
  for (int i = 0; i < n; i++)
    if (i + (int)threadIdx.x == n - 1) return all[i];
  return 0;
}
__global__ void early(int n, const int* x, int* out) { out[blockIdx.x * blockDim.x + threadIdx.x] = mirrored(n, x[threadIdx.x]); }
// What the first call leaves, the second one finds.
__device__ int keep(int v, bool writes) {
  __shared__ int last[64];
  if (writes) last[threadIdx.x] = v;
  __syncthreads();
  return last[63 - threadIdx.x];
}
__global__ void kept(int* out) {
  keep(threadIdx.x * 2, true);
  out[threadIdx.x] = keep(0, false);
}
