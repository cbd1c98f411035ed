// launch: k<<<1, 128>>>(bias: int[4] = 100 200 300 400, out: int[128] = 0)
// expect: out[0..1] = 100
// expect: out[127..128] = 400
__global__ void k(const int* bias, int* out) {
    out[threadIdx.x] = bias[threadIdx.x / 32];
}
