// launch: k<<<2, 32>>>(s: surface<int>[32, 1] = poison)
// expect: finding KP6016 line 4
__global__ void k(cudaSurfaceObject_t s) {
    surf2Dwrite((int)blockIdx.x, s, threadIdx.x * 4, 0);
}
