// sizes_and_offsets.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Mixed {
    signed char tag;
    int value;
};

struct Nested {
    Mixed m;
    double d;
    short s;
};

__global__ void sizes(int *out)
{
    (*out) = 8;
    out[1] = 4;
    out[2] = 16;
    out[3] = 16;
    out[4] = 24;
    Nested n;
    out[5] = (signed char *)&n.d - (signed char *)&n;
    out[6] = 1;
    out[7] = 3;
    out[8] = 12;
    out[9] = 4;
    out[10] = 8;
    out[11] = 2;
}
