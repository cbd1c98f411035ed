// launch: k<<<1, 32>>>(y: float[32] = 0)
// expect: finding KP6003 line 7
__global__ void k(float* y) {
    __shared__ float s[32];
    if (threadIdx.x < 16) s[threadIdx.x] = 1.0f;
    __syncthreads();
    y[threadIdx.x] = s[threadIdx.x];
}
