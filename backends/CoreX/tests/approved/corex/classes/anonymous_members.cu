// anonymous_members.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Bits_unnamed_1_unnamed_1 {
    unsigned short low;
    unsigned short high;
};

union Bits_unnamed_1 {
    float value;
    unsigned int word;
    Bits_unnamed_1_unnamed_1 unnamed_1;
};

struct Bits {
    Bits_unnamed_1 unnamed_1;
    int tag;
};

__global__ void split(const float *in, unsigned int *out)
{
    Bits b;
    b.unnamed_1.value = in[threadIdx.x];
    b.tag = 23;
    unsigned int whole = b.unnamed_1.word >> (unsigned int)b.tag;
    unsigned int half_1 = (int)b.unnamed_1.unnamed_1.high >> 7u;
    out[threadIdx.x] = whole == half_1 ? whole : 0u;
}
