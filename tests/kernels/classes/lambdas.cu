// launch: closures<<<1, 4>>>(in: int[4] = 1 2 3 4, out: int[4])
// expect: out = 26 34 42 50
template <class F> __device__ int apply(F f, int x) { return f(x); }
template <class F> __device__ void each(int n, F&& f) { for (int i = 0; i < n; i++) f(i); }
struct Owner {
    int base;
    __device__ int run(int x) const { auto f = [this, x](int y) { return base + x + y; }; return f(1); }
};
__global__ void closures(const int* in, int* out) {
    int i = threadIdx.x;
    int offset = in[i];
    const int k = 3;
    auto add = [offset](int x) { return x + offset; };
    auto scale = [=](auto x) { return x * k; };
    int sum = 0;
    each(4, [&](int j) { sum += j + offset; });
    Owner o{5};
    auto none = [] __device__ (int a, int b) -> int { return a * b; };
    out[i] = apply(add, 2) + scale(offset) + sum + o.run(offset) + none(2, 2) - offset + 0;
}
