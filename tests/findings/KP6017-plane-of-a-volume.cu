// launch: k<<<1, 2>>>(t: texture<float>[2, 2, 2] = 1, out: float[2])
// expect: finding KP6017 line 4
__global__ void k(cudaTextureObject_t t, float* out) {
    out[threadIdx.x] = tex2D<float>(t, threadIdx.x + 0.5f, 0.5f);
}
