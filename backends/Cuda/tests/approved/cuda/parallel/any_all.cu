// any_all.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void votes(const int *x, int *out)
{
    int t = threadIdx.x;
    int w = t / 32;
    int t_1 = __any_sync(0xffffffffu, x[t] == 5);
    int a = t_1;
    int t_2 = __all_sync(0xffffffffu, x[t] < 32);
    int b = t_2;
    int t_3 = __any_sync(0xffffffffu, x[t] < 1);
    int c = t_3;
    int t_4 = __all_sync(0xffffffffu, x[t] > 63);
    int d = t_4;
    if (t % 32 == 0) {
        int *o = out + 4 * w;
        (*o) = a;
        o[1] = w != 0 ? __popc((unsigned int)b) + 1 : b;
        o[2] = c;
        o[3] = d;
    }
}
