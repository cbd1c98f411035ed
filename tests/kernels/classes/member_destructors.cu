// launch: order<<<1, 2>>>(out: int[2])
// expect: out = 321 654321
// Members end after the object itself, the last one first, and a base after them.
struct Mark {
    int *to;
    int digit;
    __device__ Mark(int *to, int digit) : to(to), digit(digit) {}
    __device__ ~Mark() { *to = *to * 10 + digit; }
};
struct Base {
    Mark last;
    __device__ Base(int *to, int first) : last(to, first) {}
};
struct Whole : Base {
    Mark second;
    int *to;
    int own;
    __device__ Whole(int *to, int first) : Base(to, first), second(to, first + 1), to(to), own(first + 2) {}
    __device__ ~Whole() { *to = *to * 10 + own; }
};

__global__ void order(int *out)
{
    int digits = 0;
    {
        Whole outer(&digits, 1);
        if (threadIdx.x == 1) {
            Whole inner(&digits, 4);
        }
    }
    out[threadIdx.x] = digits;
}
