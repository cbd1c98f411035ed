// launch: corners<<<1, 2>>>(image: texture<float>[3, 2] clamp = 1 2 3 4 5 6, out: float4[2])
// expect: out = 4 5 2 1 5 6 3 2
// launch: look<<<1, 6>>>(sky: texture<int>[1, 1] cube point = 1 2 3 4 5 6, out: int[6])
// expect: out = 1 2 3 4 5 6
// launch: turn<<<1, 4>>>(sky: texture<int>[2, 2] cube point = seq(0, 1), out: int[4])
// expect: out = 1 2 12 20
// Four texels counter-clockwise from the lower left; a direction meets a face of a cube.
__global__ void corners(cudaTextureObject_t image, float4* out) {
    out[threadIdx.x] = tex2Dgather<float4>(image, threadIdx.x + 1.0f, 1.0f, 0);
}
__global__ void look(cudaTextureObject_t sky, int* out) {
    const float x[6] = {1, -1, 0, 0, 0, 0}, y[6] = {0, 0, 1, -1, 0, 0}, z[6] = {0, 0, 0, 0, 1, -1};
    out[threadIdx.x] = texCubemap<int>(sky, x[threadIdx.x], y[threadIdx.x], z[threadIdx.x]);
}
__global__ void turn(cudaTextureObject_t sky, int* out) {
    const float x[4] = {1, 1, -0.5f, 0.5f}, y[4] = {0.5f, -0.5f, -1, 0.5f}, z[4] = {-0.5f, 0.5f, 0.5f, -1};
    out[threadIdx.x] = texCubemap<int>(sky, x[threadIdx.x], y[threadIdx.x], z[threadIdx.x]);
}
