// launch: pick<<<1, 4>>>(even: texture<float>[2] = 1 2, odd: texture<float>[2] = 10 20, out: float[4])
// expect: out = 1 20 1 20
// launch: halves<<<1, 2>>>(picture: texture<float>[2] = 3 4, out: float[2])
// expect: out = 3 4
// An object is a number of 64 bits: it is chosen, passed on and put together like one.
__device__ float at(cudaTextureObject_t t, int i) {
    return tex1D<float>(t, i + 0.5f);
}
__global__ void pick(cudaTextureObject_t even, cudaTextureObject_t odd, float* out) {
    int i = threadIdx.x & 1;
    cudaTextureObject_t chosen = i ? odd : even;
    out[threadIdx.x] = at(chosen, i);
}
__global__ void halves(cudaTextureObject_t picture, float* out) {
    uint2 parts = make_uint2((unsigned int)(picture & 0xffffffffu), (unsigned int)(picture >> 32));
    cudaTextureObject_t whole = (cudaTextureObject_t)parts.x | (cudaTextureObject_t)parts.y << 32;
    out[threadIdx.x] = tex1Dfetch<float>(whole, threadIdx.x);
}
