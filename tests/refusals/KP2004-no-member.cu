struct A { int x; };
__global__ void k(int* p, A a) {
    p[0] = a.y;
    //       ^ KP2004 'A' has no member 'y'
}
