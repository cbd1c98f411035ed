// launch: k<<<1, 2>>>(t: 0, out: float[2])
// expect: finding KP6017 line 4
__global__ void k(cudaTextureObject_t t, float* out) {
    out[threadIdx.x] = tex1Dfetch<float>(t, threadIdx.x);
}
