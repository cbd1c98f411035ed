// launch: pick<<<1, 4>>>(even: texture<float>[2] = 1 2, odd: texture<float>[2] = 10 20, out: float[4])
// expect: out = 1 20 1 20
// An object is chosen and passed on like a number of 64 bits.
__device__ float at(cudaTextureObject_t t, int i) {
    return tex1D<float>(t, i + 0.5f);
}
__global__ void pick(cudaTextureObject_t even, cudaTextureObject_t odd, float* out) {
    int i = threadIdx.x & 1;
    cudaTextureObject_t chosen = i ? odd : even;
    out[threadIdx.x] = at(chosen, i);
}
