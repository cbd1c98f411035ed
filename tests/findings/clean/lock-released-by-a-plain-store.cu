// launch: k<<<8, 1>>>(lock: int[1] = 0, sum: int[2] = 0)
// expect: sum = 28 28
__global__ void k(int* lock, int* sum) {
    while (atomicCAS(lock, 0, 1) != 0) { }
    sum[0] += blockIdx.x;
    sum[1] = sum[0];
    __threadfence();
    *(volatile int*)lock = 0;
}
