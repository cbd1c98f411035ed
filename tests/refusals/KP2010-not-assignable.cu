__global__ void k(int* p) {
    p[0] + 1 = 2;
    // ^ KP2010 the left side cannot be assigned to
}
