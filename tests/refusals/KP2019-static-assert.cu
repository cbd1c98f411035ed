__global__ void k(int* p) {
    static_assert(sizeof(int) == 8, "wide");
    // ^ KP2019 static assertion failed
    p[0] = 1;
}
