struct A { int x; };
__global__ void k(int* p, A a) {
    p[0] = a + 1;
    //     ^ KP2008 operator '+' does not take 'A' and 'int'
}
