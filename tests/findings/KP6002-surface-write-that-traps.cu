// launch: k<<<1, (4,3)>>>(s: surface<float>[4, 2])
// expect: finding KP6002 line 4
__global__ void k(cudaSurfaceObject_t s) {
    surf2Dwrite(1.0f, s, threadIdx.x * 4, threadIdx.y);
}
