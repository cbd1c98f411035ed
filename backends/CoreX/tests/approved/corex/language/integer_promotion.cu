// integer_promotion.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void promote(int *out)
{
    signed char a = -1;
    unsigned char b = (unsigned char)255;
    (*out) = a;
    out[1] = b;
    out[2] = (unsigned int)a < 0u ? 0 : 1;
    out[3] = (unsigned char)((int)b + 1);
    signed char c = (signed char)(-56);
    unsigned char d = (unsigned char)200;
    out[4] = c;
    out[5] = d;
    unsigned short s = (unsigned short)65535;
    out[6] = (int)s + 1 == 65536;
    out[7] = (signed char)(127 + 1);
    out[8] = (unsigned short)-1;
    out[9] = 1ULL == 1ULL && 4ULL == 4ULL;
}
