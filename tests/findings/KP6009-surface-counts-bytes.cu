// launch: k<<<1, 4>>>(s: surface<float>[4])
// expect: finding KP6009 line 4
__global__ void k(cudaSurfaceObject_t s) {
    surf1Dwrite(1.0f, s, threadIdx.x);
}
