// launch: k<<<1, 128>>>(in: int[128] = seq(1, 1), out: int[1] = 0)
// expect: out = 8256
__global__ void k(const int* in, int* out) {
    __shared__ int part[128];
    part[threadIdx.x] = in[threadIdx.x];
    __syncthreads();
    if (threadIdx.x == 0) {
        int s = 0;
        for (int i = 0; i < blockDim.x; i++) s += part[i];
        out[0] = s;
    }
}
