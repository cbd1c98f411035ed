// compound_assignment.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void chain(int *out)
{
    int a = 10;
    a += 3;
    (*out) = a;
    a -= 6;
    out[1] = a;
    a *= 3;
    out[2] = a;
    a /= 4;
    out[3] = a;
    a %= 2;
    out[4] = a;
    a = 5;
    a <<= 2u;
    out[5] = a;
    a >>= 3u;
    out[6] = a;
    a &= 6;
    out[7] = a;
    a |= 5;
    out[8] = a;
    a ^= 2;
    out[9] = a;
    int b = 3;
    int b_1 = b;
    b = b_1 + 1;
    b--;
    int b_2 = b;
    int b_3 = b;
    b = b_3 - 1;
    a = b_1 + b_2 - b_3;
    out[10] = b - 4;
    unsigned char c = (unsigned char)255;
    c -= 5;
    out[11] = c;
}
