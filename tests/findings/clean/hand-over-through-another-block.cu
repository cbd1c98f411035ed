// launch: k<<<3, 1>>>(data: int[1] = 0, flag: int[2] = 0, out: int[1] = 0)
// expect: out = 42
__global__ void k(int* data, int* flag, int* out) {
    if (blockIdx.x == 0) {
        data[0] = 42;
        __threadfence();
        atomicExch(&flag[0], 1);
    } else if (blockIdx.x == 1) {
        while (atomicAdd(&flag[0], 0) == 0) { }
        __threadfence();
        atomicExch(&flag[1], 1);
    } else {
        while (atomicAdd(&flag[1], 0) == 0) { }
        out[0] = data[0];
    }
}
