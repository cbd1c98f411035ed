// structured_bindings.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct Both {
    int whole;
    float half;
};

static __device__ inline Both split(int i)
{
    return Both{i, 2.0f * (float)i};
}

__global__ void unpack(int *out)
{
    int i = threadIdx.x;
    int *o = out + 6 * i;
    Both split_result = split(i);
    Both bound = split_result;
    int pair[2];
    pair[0] = 3;
    pair[1] = 4;
    int bound_1[2];
    bound_1[0] = pair[0];
    bound_1[1] = pair[1];
    pair[0] += 10 + i;
    (*o) = bound.whole;
    o[1] = __float2int_rz(bound.half);
    o[2] = pair[0];
    o[3] = pair[1];
    o[4] = bound_1[0];
    o[5] = bound_1[1] + 3 + bound.whole;
}
