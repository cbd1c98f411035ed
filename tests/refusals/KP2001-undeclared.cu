__global__ void k(float* p) {
    p[0] = q;
    //     ^ KP2001 'q' is not declared
}
