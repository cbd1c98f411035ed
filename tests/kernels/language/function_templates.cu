// launch: blend<float, 3><<<1, 4>>>(x: float[4] = 1 2 3 4, y: float[4])
// expect: y = 3 6 9 12
// launch: blend<int, 5><<<1, 4>>>(x: int[4] = 1 2 3 4, y: int[4])
// expect: y = 5 10 15 20
template <typename T, int N>
__device__ T times(T v) {
    T s = 0;
#pragma unroll
    for (int i = 0; i < N; i++) s += v;
    return s;
}
template <typename T, int N>
__global__ void blend(const T* x, T* y) {
    int i = threadIdx.x;
    y[i] = times<T, N>(x[i]);
}
