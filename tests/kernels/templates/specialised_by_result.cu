// launch: products<<<1, 1>>>(out: int[8])
// expect: out = 6 5 20 24 7 10 21 9
// launch: filled<float><<<1, 2>>>(floats: float[2], v: 3)
// then: filled<int><<<1, 2>>>(ints: int[2], v: 3)
// then: filled<short><<<1, 2>>>(shorts: short[2], v: 3)
// expect: floats = 3 3
// expect: ints = 3 4
// expect: shorts = 5 5
// Specialisations whose template arguments only their result tells, and a kernel's, which are kernels of their own.
struct Pair { int x, y; };
template <class Acc, class A, class B> __device__ Acc product(A a, B b);
template <> __device__ int product<int, int>(int a, int b) { return a * b; }
template <> __device__ Pair product(int a, Pair b) { return {a * b.x, a * b.y}; }
template <> __device__ int product(Pair a, Pair b) { return a.x * b.x + a.y * b.y; }
template <> __device__ Pair product(Pair a, Pair b) { return {a.x * b.x, a.y * b.y}; }
template <class Acc> __device__ Acc start();
template <> __device__ int start() { return 5; }
template <> __device__ Pair start() { return {7, 9}; }
template <class Acc, class V> __device__ Acc dot(V a, V b) { return product<Acc, V, V>(a, b); }

template <class T> __global__ void filled(T *p, T v) { p[threadIdx.x] = v; }
template <> __global__ void filled<int>(int *p, int v) { p[threadIdx.x] = v + (int)threadIdx.x; }
template <> __global__ void filled<short>(short *p, short v) { p[threadIdx.x] = (short)(v + 2); }

__global__ void products(int *out)
{
    Pair two = {2, 3}, five = {5, 7};
    out[0] = dot<int>(2, 3);
    out[1] = start<int>();
    out[2] = product<Pair, int, Pair>(4, five).x;
    out[3] = product<Pair, int, Pair>(8, two).y;
    out[4] = start<Pair>().x;
    out[5] = dot<Pair>(two, five).x;
    out[6] = dot<Pair>(two, five).y;
    out[7] = start<Pair>().y;
}
