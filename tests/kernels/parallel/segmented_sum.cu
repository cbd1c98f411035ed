// launch: sums<<<1, 64>>>(value: int[64] = seq(1, 1), head: int[64] = 1 0 0 0 0 1 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0, out: int[64])
// expect: out[0..10] = 1 3 6 10 15 6 13 21 9 10
// expect: out[29..33] = 420 31 63 96
// expect: out[40..42] = 396 42
// expect: out[63..64] = 1219
// Sums that begin anew at each head, by pairs of a flag and a sum.
struct Part {
    int head, sum;
};
__device__ Part joined(Part a, Part b) { return Part{a.head | b.head, b.head ? b.sum : a.sum + b.sum}; }

__global__ void sums(const int *value, const int *head, int *out)
{
    __shared__ Part part[64];
    int i = threadIdx.x;
    part[i] = Part{head[i], value[i]};
    __syncthreads();
    for (int step = 1; step < 64; step <<= 1) {
        Part p = part[i];
        if (i >= step) p = joined(part[i - step], p);
        __syncthreads();
        part[i] = p;
        __syncthreads();
    }
    out[i] = part[i].sum;
}
