// output: 2016 4950
// lacking: birensupa:br2xx birensupa:br1xx (CUB is not known for them)
#include <cstdio>
#include <cub/cub.cuh>
__global__ void block_sum(int* out) {
  typedef cub::BlockReduce<int, 64> Reduce;
  __shared__ typename Reduce::TempStorage storage;
  int s = Reduce(storage).Sum((int)threadIdx.x);
  if (threadIdx.x == 0) *out = s;
}
int main() {
  int h[100], *in, *out;
  for (int i = 0; i < 100; i++) h[i] = i;
  cudaMalloc(&in, sizeof h);
  cudaMalloc(&out, 2 * sizeof(int));
  cudaMemcpy(in, h, sizeof h, cudaMemcpyHostToDevice);
  block_sum<<<1, 64>>>(out);
  size_t bytes = 0;
  cub::DeviceReduce::Sum(nullptr, bytes, in, out + 1, 100);
  void* storage;
  cudaMalloc(&storage, bytes);
  cub::DeviceReduce::Sum(storage, bytes, in, out + 1, 100);
  cudaMemcpy(h, out, 2 * sizeof(int), cudaMemcpyDeviceToHost);
  printf("%d %d\n", h[0], h[1]);
}
