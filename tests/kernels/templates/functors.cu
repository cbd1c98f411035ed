// launch: reduce<<<1, 8>>>(in: int[8] = 5 3 9 1 7 2 8 4, out: int[4])
// expect: out = 39 9 1 16
template <class T> struct Plus { __device__ T operator()(const T& a, const T& b) const { return a + b; } static __device__ T identity() { return T(0); } };
template <class T> struct Larger { __device__ T operator()(const T& a, const T& b) const { return a > b ? a : b; } static __device__ T identity() { return T(-1000); } };
__device__ int smaller(int a, int b) { return a < b ? a : b; }
__device__ int twice(int a) { return 2 * a; }
template <template <class> class Op, class T, int N> __device__ T block(const T* in, T* scratch) {
    Op<T> op;
    T acc = Op<T>::identity();
    scratch[threadIdx.x] = in[threadIdx.x];
    __syncthreads();
    for (int i = 0; i < N; i++) acc = op(acc, scratch[i]);
    __syncthreads();
    return acc;
}
template <int (*F)(int, int)> __device__ int folded(const int* in, int n) { int a = in[0]; for (int i = 1; i < n; i++) a = F(a, in[i]); return a; }
__device__ int mapped(int (*f)(int), int x) { return f(x); }
__global__ void reduce(const int* in, int* out) {
    __shared__ int scratch[8];
    int sum = block<Plus, int, 8>(in, scratch);
    int top = block<Larger, int, 8>(in, scratch);
    if (threadIdx.x == 0) {
        out[0] = sum;
        out[1] = top;
        out[2] = folded<smaller>(in, 8);
        out[3] = mapped(twice, in[6]);
    }
}
