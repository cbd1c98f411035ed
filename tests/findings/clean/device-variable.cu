// launch: k<<<4, 32>>>(out: int[4] = 0)
// expect: out = 1 1 1 1
__device__ int latest;
__global__ void k(int* out) {
    if (threadIdx.x == 0) {
        atomicMax(&latest, (int)blockIdx.x);
        out[blockIdx.x] = 1;
    }
}
