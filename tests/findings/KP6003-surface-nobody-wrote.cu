// launch: k<<<1, 4>>>(s: surface<float>[4] = poison, out: float[4])
// expect: finding KP6003 line 4
__global__ void k(cudaSurfaceObject_t s, float* out) {
    out[threadIdx.x] = surf1Dread<float>(s, threadIdx.x * 4);
}
