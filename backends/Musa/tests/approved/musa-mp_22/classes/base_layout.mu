// base_layout.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

struct Plain {
    int a;
    signed char b;
};

struct AfterPlain {
    Plain base_Plain;
    signed char c;
};

__global__ void sizes(int *out)
{
    (*out) = 12;
    out[1] = 8;
    out[2] = 16;
    AfterPlain p;
    out[3] = &p.c - (signed char *)&p;
    out[4] = 24ULL + 8ULL;
    out[5] = 16;
    out[6] = 1;
    out[7] = 0;
    out[8] = 1;
    out[9] = 0;
    out[10] = 1;
    out[11] = 0;
    out[12] = 0;
    out[13] = 1;
    out[14] = 0;
    out[15] = 0;
    out[16] = 1;
    out[17] = 1;
}
