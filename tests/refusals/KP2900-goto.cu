__global__ void k(int* p) {
    goto end;
    // ^ KP2900 goto is not supported by KernelPort yet
    end: p[0] = 1;
    // ^ KP2900 a label is not supported by KernelPort yet
}
