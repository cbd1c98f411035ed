struct A { int x; };
__global__ void k(float* p, A a) {
    p[0] = a;
    //     ^ KP2003 cannot convert 'A' to 'float'
}
