// device_printf.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void tell(const float *in, int *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i == 0) {
        int printed = gridDim.x;
        unsigned int printed_1 = blockDim.x;
        printf("tell: %d blocks of %u threads\?\? 100%%\n", printed, printed_1);
    }
    if (i % 2 == 1) {
        int printed_2 = 97 + i;
        float printed_3 = (float)i;
        printf("in[%d] = %8.3f|%-9g|%e \"%c\"\t%5.1f\n", i, in[i], in[i], in[i], printed_2, printed_3);
    }
    long long wide = 1LL << (unsigned int)(40 + i);
    unsigned long long printed_4 = wide;
    printf("%lld %llx %*d end\n", wide, printed_4, 4, i);
    out[i] = i;
}
