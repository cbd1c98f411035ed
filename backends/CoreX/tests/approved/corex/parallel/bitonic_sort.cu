// bitonic_sort.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void sort(int *data)
{
    __shared__ int s[64];
    int t = threadIdx.x;
    s[t] = data[t];
    __syncthreads();
    for (int k = 2; k <= 64; k *= 2) {
        for (int j = k / 2; j > 0; j /= 2) {
            int o = t ^ j;
            if (o > t) {
                bool up = (t & k) == 0;
                if ((int)(s[t] > s[o]) == (int)up) {
                    int x = s[t];
                    s[t] = s[o];
                    s[o] = x;
                }
            }
            __syncthreads();
        }
    }
    data[t] = s[t];
}
