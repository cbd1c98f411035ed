// launch: copy<<<1, (2,2,2)>>>(from: surface<float2>[2, 2, 2] = seq(1, 1), to: surface<float2>[2, 2, 2] layered)
// then: sum<<<1, 4>>>(to, out: float2[4])
// expect: to = 9 10 11 12 13 14 15 16 1 2 3 4 5 6 7 8
// expect: out = 10 12 14 16 18 20 22 24
// A surface written by one kernel is read by the next; planes of a volume into layers.
__global__ void copy(cudaSurfaceObject_t from, cudaSurfaceObject_t to) {
    float2 v;
    int x = threadIdx.x * (int)sizeof(float2), y = threadIdx.y, z = threadIdx.z;
    surf3Dread(&v, from, x, y, z);
    surf2DLayeredwrite(v, to, x, y, 1 - z, cudaBoundaryModeTrap);
}
__global__ void sum(cudaSurfaceObject_t image, float2* out) {
    float2 a, b;
    int x = (threadIdx.x & 1) * 8, y = threadIdx.x >> 1;
    surf2DLayeredread(&a, image, x, y, 0);
    surf2DLayeredread(&b, image, x, y, 1);
    out[threadIdx.x] = make_float2(a.x + b.x, a.y + b.y);
}
