struct Base {
    __device__ Base() : a(1), b(2) {}
    int a;
    char b;
};
struct Derived : Base { char c; };
//     ^ KP2030 'c' of 'Derived' would lie in the unused bytes
__global__ void k(int* p) {
    p[0] = sizeof(Derived);
}
