__global__ int k(int* p) {
    //         ^ KP2018 the kernel 'k' must return void
    return p[0];
}
