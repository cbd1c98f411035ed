// free_operators.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct Mask {
    int bits;
};

static __device__ inline Mask and_1(Mask a, Mask b)
{
    return Mask{a.bits & b.bits};
}

static __device__ inline Mask xor_1(Mask a, Mask b)
{
    return Mask{a.bits ^ b.bits};
}

static __device__ inline Mask or_1(Mask a, Mask b)
{
    return Mask{a.bits | b.bits};
}

static __device__ inline bool not_1(Mask a)
{
    return a.bits == 0;
}

static __device__ inline Mask complement(Mask a)
{
    return Mask{~a.bits};
}

__global__ void combine(const int *in, int *out)
{
    int t = threadIdx.x;
    Mask a = Mask{in[t]};
    Mask t_1 = and_1(a, Mask{7});
    Mask low = t_1;
    Mask t_2 = xor_1(low, Mask{5});
    Mask t_3 = or_1(t_2, Mask{2});
    Mask x = t_3;
    bool t_4 = not_1(low);
    int chosen;
    if (t_4) {
        Mask t_5 = complement(a);
        chosen = t_5.bits;
    } else {
        chosen = x.bits + (low.bits & 1) * in[t];
    }
    out[t] = chosen;
}
