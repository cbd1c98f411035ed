// output: 3 7 2.5 9 1 1
// lacking: birensupa:br1xx (no Thrust is known for it)
// thrust::tuple, alone of Thrust: from the vendor's headers, or from ours where no Thrust is known.
#include <thrust/tuple.h>
#include <cstdio>
__device__ thrust::tuple<int, float> split(float v) { return thrust::make_tuple((int)v, v - (int)v); }
template <class... T> __device__ void store(float* out, thrust::tuple<T...> t) {
  using Second = typename thrust::tuple_element<1, thrust::tuple<T...>>::type;
  Second second = thrust::get<1>(t);
  out[0] = thrust::get<0>(t) + (float)thrust::tuple_size<thrust::tuple<T...>>::value - 2;
  out[1] = second;
}
__global__ void work(float* out) {
  int whole;
  float rest;
  thrust::tie(whole, rest) = split(3.5f);
  store(out, thrust::tuple<int, int>(whole, 7));
  thrust::tuple<float, int> t = thrust::tuple<int, int>(2, 9);
  thrust::get<0>(t) += rest;
  out[2] = thrust::get<0>(t), out[3] = thrust::get<1>(t);
  out[4] = thrust::make_tuple(1, 2) < thrust::make_tuple(1, 3);
  out[5] = thrust::make_tuple(1, 2) == thrust::make_tuple(1, 2) && thrust::make_tuple(1, 2) != thrust::make_tuple(2, 2);
}
int main() {
  float *d, h[6];
  cudaMalloc(&d, sizeof h);
  work<<<1, 1>>>(d);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  for (int i = 0; i < 6; i++) printf("%g%c", h[i], i < 5 ? ' ' : '\n');
}
