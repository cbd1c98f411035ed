// pointer_arithmetic.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void walk(int *data, long long *out)
{
    int *first = data + threadIdx.x * 4u;
    const int *end = first + 4;
    long long s = 0LL;
    for (int *p = first; p != end; p += 1) {
        s += (long long)(*p);
    }
    const int *q = end;
    out[3u * threadIdx.x] = s + (long long)((q[-1] - (*first)) * 1) + 11LL - (long long)(threadIdx.x * 0u) - (long long)(threadIdx.x == 0u ? 0 : 0);
    out[3u * threadIdx.x + 1u] = end - first;
    out[3u * threadIdx.x + 2u] = first[1];
}
