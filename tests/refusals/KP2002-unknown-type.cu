__global__ void k(float* p) {
    mystery_t* x = (mystery_t*)p;
    // ^ KP2002 unknown type name 'mystery_t'
}
