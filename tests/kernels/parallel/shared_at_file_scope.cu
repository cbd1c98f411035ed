// launch: fill<<<2, 64>>>(out: int[128])
// expect: hash(out) = 568503d60af27c80
// launch: total<<<2, 64>>>(in: int[128] = seq(1, 1), out: int[2])
// expect: out = 2080 6176
// Shared variables at file scope: scalars, rows and structs, named by kernels and by the functions they call.
struct Range { int first, last; };

__shared__ int base;
__shared__ int table[2][32];
__shared__ Range range;
static __shared__ int partial[64];

__device__ void start()
{
    base = blockIdx.x * 1000;
    range.first = 3;
    range.last = 17;
}

__device__ int between(int v)
{
    return v >= range.first && v < range.last ? 1 : 0;
}

__device__ int *row(int r)
{
    return table[r];
}

__device__ void put(int t)
{
    table[t / 32][t % 32] = base + t + 100 * between(t % 32);
}

__global__ void fill(int *out)
{
    int t = threadIdx.x;
    if (t == 0) start();
    __syncthreads();
    put(t);
    __syncthreads();
    out[blockIdx.x * 64 + t] = row(1 - t / 32)[31 - t % 32] + base;
}

__device__ int sum_of(int n)
{
    int s = 0;
    for (int i = 0; i < n; i++) s += partial[i];
    return s;
}

__global__ void total(const int *in, int *out)
{
    partial[threadIdx.x] = in[blockIdx.x * 64 + threadIdx.x];
    __syncthreads();
    if (threadIdx.x == 0) out[blockIdx.x] = sum_of(64);
}
