// launch: k<<<1, (8,8)>>>(s: surface<float>[8, 8] = seq(0, 1))
// expect: s[0..8] = 7 6 5 4 3 2 1 0
__global__ void k(cudaSurfaceObject_t s) {
    float t;
    surf2Dread(&t, s, (7 - threadIdx.x) * 4, threadIdx.y);
    __syncthreads();
    surf2Dwrite(t, s, threadIdx.x * 4, threadIdx.y);
}
