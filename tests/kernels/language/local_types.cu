// launch: count<<<1, 8>>>(out: int[8])
// expect: out = 100 1 202 3 104 5 206 7
// A struct, an enumeration and an alias that a kernel declares for itself.
__global__ void count(int *out)
{
    enum Kind { Plain, Fast = 2, Slow };
    struct Entry {
        Kind kind;
        int value;
        __device__ int total() const { return kind == Fast ? 200 + value : kind == Slow ? 100 + value : value; }
    };
    using Index = unsigned;
    Index i = threadIdx.x;
    Entry e{i % 2 == 1 ? Plain : i % 4 == 0 ? Slow : Fast, (int)i};
    out[i] = e.total();
}
