// switch_fallthrough.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void classify(const int *in, int *out)
{
    int v = 0;
    switch (in[threadIdx.x]) {
    case 0:
        {
            v += 100;
        }
    case 1:
        {
            v += 10;
        }
    case 2:
        {
            v++;
            break;
        }
    case 3:
        {
            int w = 3;
            v = w * 10;
            break;
        }
    case 4:
    case 5:
        {
            v = 5;
            break;
        }
    default:
        {
            v = 100;
        }
    }
    out[threadIdx.x] = v;
}
