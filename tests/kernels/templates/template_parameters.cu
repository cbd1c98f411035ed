// launch: fill<<<1, 2>>>(out: int[8])
// expect: out = 0 3 8 2 1 4 9 2
// A template as a template's argument, a default that names an earlier parameter, a value of automatic type.
template <class T, int N> struct Stack {
    T v[N];
    int n = 0;
    __device__ void push(T x) { v[n++] = x; }
};
template <template <class, int> class Storage, class T, int N = sizeof(T)> struct Buffer {
    Storage<T, N> store;
    static constexpr int room = N;
};
template <auto Value> struct Constant { static constexpr auto value = Value; };

__global__ void fill(int *out)
{
    Buffer<Stack, short> b;
    b.store.push((short)threadIdx.x);
    b.store.push((short)(threadIdx.x + Constant<3>::value));
    out[4 * threadIdx.x] = b.store.v[0];
    out[4 * threadIdx.x + 1] = b.store.v[1];
    out[4 * threadIdx.x + 2] = Buffer<Stack, double>::room + threadIdx.x;
    out[4 * threadIdx.x + 3] = b.room;
}
