// launch: tell<<<1, 4>>>(out: int[4])
// expect: out = 5 5 5 5
#include <stdio.h>
__device__ int helper(int i) {
    printf("%s(%d)\n", __func__, i);
    int length = 0;
    for (const char* p = __FUNCTION__; *p; p++) length++;
    return length - 1;
}
__global__ void tell(int* out) {
    int i = threadIdx.x;
    printf("%s%d\t%s\n", (i & 1) ? "!" : "", i >> 1, i == 0 ? "none" : i == 1 ? "one" : i > 2 ? "50%" : "few");
    printf("%s in %s: %s %d\n", "here", __func__, i < 2 ? "low" : "high", i);
    out[threadIdx.x] = helper(i);
}
