// launch: slice<<<1, (4,2)>>>(volume: texture<float>[4, 2, 3] point clamp = seq(0, 1), z: 1, out: float[8])
// expect: out = 8 9 10 11 12 13 14 15
// launch: slice<<<1, (4,2)>>>(volume: texture<float>[4, 2, 3] linear clamp = seq(0, 1), z: 1.5, out: float[8])
// expect: out = 12 13 14 15 16 17 18 19
// launch: trace<<<1, 2>>>(volume: texture<float>[2, 2, 2] linear border normalized = 8 8 8 8 8 8 8 8, out: float[4])
// expect: out = 1 8 4 4
// Three sizes are width, height and depth; beyond a border lies zero.
__global__ void slice(cudaTextureObject_t volume, float z, float* out) {
    out[threadIdx.y * 4 + threadIdx.x] = tex3D<float>(volume, threadIdx.x + 0.5f, threadIdx.y + 0.5f, z + 0.5f);
}
__global__ void trace(cudaTextureObject_t volume, float* out) {
    float t = threadIdx.x * 0.5f;
    out[threadIdx.x] = tex3D<float>(volume, t, t, t);
    out[2 + threadIdx.x] = tex3DLod<float>(volume, 0.5f, 1.0f, 0.5f, 0.0f);
}
