// launch: k<<<1, 2>>>(t: texture<uchar4>[2, 1] = 1 2 3 4 5 6 7 8, out: float4[2])
// expect: finding KP6017 line 4
__global__ void k(cudaTextureObject_t t, float4* out) {
    out[threadIdx.x] = tex2D<float4>(t, threadIdx.x + 0.5f, 0.5f);
}
