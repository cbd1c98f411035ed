// launch: apply<<<1, 4>>>(x: int[4] = 1 2 3 4, out: int[16])
// expect: out = 2 2 1 3 3 4 4 6 4 6 9 9 5 8 16 12
// Functions by pointer: a local name, an argument, a template's argument, and one that takes a function and hands it on.
typedef int (*Function)(int);
__device__ int next(int x) { return x + 1; }
__device__ int twice(int x) { return 2 * x; }
__device__ int square(int x) { return x * x; }
__device__ int call(Function f, int x) { return f(x); }
__device__ int on(Function f, int x) { return call(f, x) + x; }
template <Function F> __device__ int fixed(int x) { return F(x); }

__global__ void apply(const int *x, int *out)
{
    int v = x[threadIdx.x], *o = out + 4 * threadIdx.x;
    Function f = next;
    auto g = &square;
    o[0] = f(v);
    o[1] = fixed<twice>(v);
    o[2] = call(g, v);
    o[3] = on(twice, v);
}
