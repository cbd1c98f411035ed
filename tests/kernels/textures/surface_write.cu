// launch: invert<<<1, (4,2)>>>(from: surface<uchar4>[4, 2] = seq(0, 1), to: surface<uchar4>[4, 2] = poison)
// expect: to[0..8] = 255 254 253 3 251 250 249 7
// expect: to[28..32] = 227 226 225 31
// Bytes count along x.
__global__ void invert(cudaSurfaceObject_t from, cudaSurfaceObject_t to) {
    int x = threadIdx.x * sizeof(uchar4), y = threadIdx.y;
    uchar4 v = surf2Dread<uchar4>(from, x, y);
    surf2Dwrite(make_uchar4(255 - v.x, 255 - v.y, 255 - v.z, v.w), to, x, y);
}
