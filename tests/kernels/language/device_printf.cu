// launch: tell<<<2, 4>>>(in: float[8] = 0 0.5 -1.25 3 1e10 -0.001 100000 7, out: int[8])
// expect: out = 0 1 2 3 4 5 6 7
#include <stdio.h>
__global__ void tell(const float* in, int* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i == 0) {
        printf("%s: %d blocks of %u threads?? 100%%\n", "tell", gridDim.x, blockDim.x);
    }
    if (i % 2 == 1) {
        printf("in[%d] = %8.3f|%-9g|%e \"%c\"\t%5.1f\n", i, in[i], in[i], in[i], 'a' + i, (float)i);
    }
    long long wide = 1LL << (40 + i);
    printf("%lld %llx %*d" " end\n", wide, wide, 4, i);
    out[i] = i;
}
