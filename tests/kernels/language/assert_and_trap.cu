// launch: checked<<<2, 32>>>(in: int[64] = seq(1, 1), out: int[64], n: 64)
// expect: out[0..4] = 2 4 6 8
#include <assert.h>
__global__ void checked(const int* in, int* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    assert(i < n);
    if (in[i] <= 0) {
        __trap();
    }
    assert(in[i] == i + 1 && "counted from one");
    out[i] = 2 * in[i];
}
