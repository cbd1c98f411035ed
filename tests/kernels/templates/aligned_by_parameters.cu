// launch: mirror<float, 4><<<1, 2>>>(in: float[8] = 1 2 3 4 5 6 7 8, out: float[9])
// expect: out = 4 3 2 1 8 7 6 5 16
// A class template whose alignment is computed from its parameters, so that its objects are read and written whole.
template <typename T, int N> struct alignas(sizeof(T) * N) Pack {
    T values[N];
};

template <typename T, int N> __global__ void mirror(const T *in, T *out) {
    Pack<T, N> read = reinterpret_cast<const Pack<T, N> *>(in)[threadIdx.x], written;
    for (int i = 0; i < N; ++i) written.values[i] = read.values[N - 1 - i];
    reinterpret_cast<Pack<T, N> *>(out)[threadIdx.x] = written;
    if (threadIdx.x == 0) out[2 * N] = alignof(Pack<T, N>);
}
