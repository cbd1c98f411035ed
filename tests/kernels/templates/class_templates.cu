// launch: run<<<1, 4>>>(in: float[16] = 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16, out: float[4])
// expect: out = 30 174 446 846
template <class T, int N> struct Vec {
    T data[N];
    static constexpr int size = N;
    __device__ T& operator[](int i) { return data[i]; }
    __device__ const T& operator[](int i) const { return data[i]; }
    __device__ T dot(const Vec& o) const;
    template <class U> __device__ U sum_as() const { U s = 0; for (int i = 0; i < N; i++) s += U(data[i]); return s; }
};
template <class T, int N> __device__ T Vec<T, N>::dot(const Vec<T, N>& o) const {
    T s = T(0);
    for (int i = 0; i < size; ++i) s += data[i] * o[i];
    return s;
}
template <class T> struct Traits { using wide = T; static constexpr bool special = false; };
template <> struct Traits<float> { using wide = double; static constexpr bool special = true; };
template <class T> struct Traits<T*> { using wide = typename Traits<T>::wide; static constexpr bool special = false; };
template <class T> using wide_t = typename Traits<T>::wide;
template <class T> constexpr int rank_of = 1;
template <class T> constexpr int rank_of<T*> = rank_of<T> + 1;
constexpr int power(int b, int e) { return e == 0 ? 1 : b * power(b, e - 1); }
template <class T> __global__ void fold(const T* in, T* out) {
    constexpr int n = power(2, 2);
    Vec<T, n> v;
    for (int i = 0; i < n; i++) v[i] = in[threadIdx.x * n + i];
    wide_t<T*> d = v.dot(v);
    static_assert(rank_of<T**> == 3, "rank");
    static_assert(sizeof(wide_t<T>) == 8, "wide");
    if constexpr (Traits<T>::special) out[threadIdx.x] = T(d); else out[threadIdx.x] = 0;
    if (v.template sum_as<int>() < 0) out[threadIdx.x] = -1;
}
template __global__ void fold<float>(const float*, float*);
__global__ void run(const float* in, float* out) {
    Vec<float, 4> v;
    for (int i = 0; i < Vec<float, 4>::size; i++) v[i] = in[threadIdx.x * 4 + i];
    out[threadIdx.x] = v.dot(v);
}
