// hazard dcu:gfx906: KP4016 line 17
// hazard maca: KP4016 line 17
__global__ void add(const int* at, const float* x, float* out) {
    int thread = threadIdx.y * warpSize + threadIdx.x;
    atomicAdd(&out[at[thread]], x[thread]);
}
__global__ void own_width(float* out) {
    out[threadIdx.y * blockDim.x + threadIdx.x] = 0;
}
// the host asks a device for its width: the word stays
void launch(const int* at, const float* x, float* out, int width) {
    cudaDeviceProp device;
    cudaGetDeviceProperties(&device, 0);
    if (device.warpSize > 64) return;
    int columns = 32; // warpSize
    dim3 threads(columns, 8), rows(width, 8);
    add<<<1, threads>>>(at, x, out);
    add<<<1, rows>>>(at, x, out);
    own_width<<<1, threads>>>(out);
}
