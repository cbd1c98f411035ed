// launch: packs<<<1, 4>>>(out: int[4])
// expect: out = 30 37 44 51
template <class... T> __device__ int count(T...) { return sizeof...(T); }
template <class... T> __device__ int total(T... v) { return (v + ... + 0); }
template <int... I> struct List { static constexpr int sum = (0 + ... + I); static constexpr int n = sizeof...(I); };
template <class Head> __device__ int weigh(Head h) { return h; }
template <class Head, class... Rest> __device__ int weigh(Head h, Rest... r) { return h + 2 * weigh(r...); }
template <class A, class B> struct same { static constexpr bool value = false; };
template <class A> struct same<A, A> { static constexpr bool value = true; };
template <bool C, class T = void> struct only_if {};
template <class T> struct only_if<true, T> { typedef T type; };
template <class T> __device__ typename only_if<same<T, int>::value, int>::type kind(T) { return 1; }
template <class T> __device__ typename only_if<!same<T, int>::value, int>::type kind(T) { return 2; }
struct Two { int first; int second; };
__global__ void packs(int* out) {
    int t = threadIdx.x;
    Two both = {t, t + 1};
    auto [x, y] = both;
    // 2 + (3t + 1 + ...) + 10 + ...
    out[t] = count(1, 2.0f) + total(x, y) + List<1, 2, 3>::sum + List<7, 8>::n + weigh(1, 2, t) + kind(t) * 4 + kind(1.0f) * 5 + t;
}
