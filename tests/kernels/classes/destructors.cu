// launch: trace<<<1, 4>>>(out: int[4])
// expect: out = 412 112 3412 512
// launch: guarded<<<1, 32>>>(sum: int[1], depth: int[32])
// expect: sum = 496
// expect: depth[0..4] = 0 0 0 0
// What a destructor does runs where its block is left: at the end, by break, continue and return, the last object first.
struct Digit {
    int *to;
    int digit;
    __device__ Digit(int *to, int digit) : to(to), digit(digit) {}
    __device__ ~Digit() { *to = *to * 10 + digit; }
};

__device__ int write(int *to, int kind)
{
    for (int i = 0; i < 2; ++i) {
        Digit second(to, 2);
        Digit first(to, 1);
        if (kind == 0) {
            Digit early(to, 4);
            return 1;
        }
        if (kind == 2) {
            Digit early(to, 4);
            Digit earlier(to, 3);
            *to = 0;
            break;
        }
        if (kind == 3) {
            *to = 5;
            break;
        }
        *to = 1;
        break;
    }
    return 0;
}

__global__ void trace(int *out)
{
    int digits = 0;
    write(&digits, threadIdx.x);
    out[threadIdx.x] = digits;
}

struct Count {
    int &depth;
    __device__ explicit Count(int &depth) : depth(depth) { ++depth; }
    __device__ ~Count() { --depth; }
};

__global__ void guarded(int *sum, int *depth)
{
    int deep = 0;
    for (int i = 0; i < 4; ++i) {
        Count outer(deep);
        if (i == 1) continue;
        Count inner(deep);
        if (deep != 2) deep += 100;
    }
    atomicAdd(sum, threadIdx.x + deep);
    depth[threadIdx.x] = deep;
}
