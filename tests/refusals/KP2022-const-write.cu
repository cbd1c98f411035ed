__global__ void k(const int* p) {
    p[0] = 1;
    // ^ KP2022 'this' is const and cannot be assigned to
}
