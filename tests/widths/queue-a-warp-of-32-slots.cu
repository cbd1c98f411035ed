// note: shows 64 KP6102, 128 KP6102
// launch: k<<<1, 64>>>(out: int[2] = 0)
// expect: out = 16 16
__global__ void k(int* out) {
    __shared__ int tails[2];
    if (threadIdx.x < 2) tails[threadIdx.x] = 0;
    __syncthreads();
    if (threadIdx.x % 2 == 0) atomicAdd(&tails[threadIdx.x / warpSize], 1);
    __syncthreads();
    if (threadIdx.x < 2) out[threadIdx.x] = tails[threadIdx.x];
}
