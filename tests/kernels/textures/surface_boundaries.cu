// launch: spread<<<1, 6>>>(image: surface<int>[4] = 1 2 3 4, clamped: int[6], zeroed: int[6])
// expect: clamped = 1 1 2 3 4 4
// expect: zeroed = 0 1 2 3 4 0
// expect: image = 11 12 13 14
// launch: shift<<<1, (3,3)>>>(image: surface<short2>[3, 3] = 7)
// expect: image = 0 1 1 1 2 1 0 2 1 2 2 2 7 7 7 7 7 7
// Outside: the nearest texel, zero, or nothing is written.
__global__ void spread(cudaSurfaceObject_t image, int* clamped, int* zeroed) {
    int x = ((int)threadIdx.x - 1) * 4, v;
    surf1Dread(&v, image, x, cudaBoundaryModeClamp);
    clamped[threadIdx.x] = v;
    surf1Dread(&v, image, x, cudaBoundaryModeZero);
    zeroed[threadIdx.x] = v;
    __syncthreads();
    surf1Dwrite(v + 10, image, x, cudaBoundaryModeZero);
}
__global__ void shift(cudaSurfaceObject_t image) {
    int x = threadIdx.x, y = threadIdx.y;
    surf2Dwrite(make_short2(x, y), image, x * 4, y - 1, cudaBoundaryModeZero);
}
