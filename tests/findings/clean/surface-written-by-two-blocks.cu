// launch: k<<<2, 32>>>(s: surface<uchar4>[32, 2] = poison)
__global__ void k(cudaSurfaceObject_t s) {
    uchar4 mine = make_uchar4(threadIdx.x, blockIdx.x, 0, 255);
    surf2Dwrite(mine, s, threadIdx.x * 4, blockIdx.x);
    uchar4 read;
    surf2Dread(&read, s, threadIdx.x * 4, blockIdx.x);
    read.z = 1;
    surf2Dwrite(read, s, threadIdx.x * 4, blockIdx.x);
}
