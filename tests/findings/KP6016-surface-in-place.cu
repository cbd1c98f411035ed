// launch: k<<<1, (8,8)>>>(s: surface<float>[8, 8] = seq(0, 1))
// expect: finding KP6016 line 7
// A picture mirrored in place: the neighbour's new texel may be read, or its old one.
__global__ void k(cudaSurfaceObject_t s) {
    float t;
    surf2Dread(&t, s, (7 - threadIdx.x) * 4, threadIdx.y);
    surf2Dwrite(t, s, threadIdx.x * 4, threadIdx.y);
}
