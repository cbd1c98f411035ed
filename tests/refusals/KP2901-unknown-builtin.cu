__global__ void k(unsigned* p) {
    p[0] = __vadd4(p[1], p[2]);
    //     ^ KP2901 the CUDA function '__vadd4' is not supported by KernelPort yet
}
