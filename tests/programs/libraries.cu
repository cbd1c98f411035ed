// output: 4950 0 99 2016 4950
// lacking: maca corex birensupa:br2xx birensupa:br1xx (Thrust is not known for them; MACA and CoreX have CUB: cub.cu)
#include <cstdio>
#include <cub/cub.cuh>
#include <thrust/device_vector.h>
#include <thrust/functional.h>
#include <thrust/reduce.h>
#include <thrust/sequence.h>
#include <thrust/sort.h>
__global__ void block_sum(int* out) {
  typedef cub::BlockReduce<int, 64> Reduce;
  __shared__ typename Reduce::TempStorage storage;
  int s = Reduce(storage).Sum((int)threadIdx.x);
  if (threadIdx.x == 0) *out = s;
}
int main() {
  thrust::device_vector<int> v(100);
  thrust::sequence(v.begin(), v.end());
  thrust::sort(v.begin(), v.end(), thrust::greater<int>());
  int first = v[99], last = v[0], sum = thrust::reduce(v.begin(), v.end());
  thrust::device_vector<int> out(2);
  int* raw = thrust::raw_pointer_cast(v.data());
  int* to = thrust::raw_pointer_cast(out.data());
  block_sum<<<1, 64>>>(to);
  size_t bytes = 0;
  cub::DeviceReduce::Sum(nullptr, bytes, raw, to + 1, 100);
  void* storage;
  cudaMalloc(&storage, bytes);
  cub::DeviceReduce::Sum(storage, bytes, raw, to + 1, 100);
  printf("%d %d %d %d %d\n", sum, first, last, (int)out[0], (int)out[1]);
}
