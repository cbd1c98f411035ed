__global__ void k(unsigned* p) {
    p[0] = __viaddmax_u32(p[1], p[2], 7u);
    //     ^ KP2901 the CUDA function '__viaddmax_u32' is not supported by KernelPort yet
}
