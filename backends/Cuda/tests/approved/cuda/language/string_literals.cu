// string_literals.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__constant__ signed char text[17] = {(signed char)48, (signed char)49, (signed char)50, (signed char)51, (signed char)52, (signed char)53, (signed char)54, (signed char)55, (signed char)56, (signed char)57, (signed char)97, (signed char)98, (signed char)99, (signed char)100, (signed char)101, (signed char)102, (signed char)0};

__constant__ signed char text_2[1] = {(signed char)0};

__constant__ signed char text_3[7] = {(signed char)97, (signed char)98, (signed char)99, (signed char)100, (signed char)101, (signed char)102, (signed char)0};

__global__ void hex(const unsigned int *in, signed char *out)
{
    const signed char *digits = text;
    for (int k = 0; k < 8; k++) {
        out[8u * threadIdx.x + (unsigned int)k] = digits[(in[threadIdx.x] >> (unsigned int)(28 - 4 * k)) & 15u];
    }
}

static __device__ inline int length(const signed char *s)
{
    int n = 0;
    while ((int)s[n] != 0) {
        n++;
    }
    return n;
}

__global__ void lengths(int *out)
{
    signed char word[6];
    word[0] = (signed char)104;
    word[1] = (signed char)101;
    word[2] = (signed char)108;
    word[3] = (signed char)108;
    word[4] = (signed char)111;
    word[5] = (signed char)0;
    signed char padded[8];
    padded[0] = (signed char)97;
    padded[1] = (signed char)98;
    padded[2] = (signed char)0;
    padded[3] = (signed char)0;
    padded[4] = (signed char)0;
    padded[5] = (signed char)0;
    padded[6] = (signed char)0;
    padded[7] = (signed char)0;
    word[4] = threadIdx.x == 1u ? (signed char)108 : (signed char)111;
    int *o = out + 4u * threadIdx.x;
    int length_result = length(word);
    (*o) = length_result + (int)padded[5];
    int length_result_1 = length(text_2);
    o[1] = 6ULL + (unsigned long long)length_result_1;
    int length_result_2 = length(text_3);
    int length_result_3 = length(padded);
    o[2] = length_result_2 + length_result_3;
    o[3] = word[4];
}
