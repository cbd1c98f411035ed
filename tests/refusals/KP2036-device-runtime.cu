__global__ void child(int* p) { p[threadIdx.x] = 1; }
__global__ void parent(int* p) {
    child<<<1, 32>>>(p);
    // ^ KP2036 a kernel that launches kernels
    void* more;
    cudaMalloc(&more, 16);
    // ^ KP2036 'cudaMalloc' in device code
}
