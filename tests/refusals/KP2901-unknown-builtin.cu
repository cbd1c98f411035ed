__global__ void k(unsigned* p) {
    p[0] = __vibmax_u32(p[1], p[2], 0);
    //     ^ KP2901 the CUDA function '__vibmax_u32' is not supported by KernelPort yet
}
