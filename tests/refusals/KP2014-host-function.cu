int host_only(int x) { return x; }
__global__ void k(int* p) {
    p[0] = host_only(1);
    //     ^ KP2014 'host_only' is a host function and cannot be called from device code
}
