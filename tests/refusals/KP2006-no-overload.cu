struct A { int x; };
__device__ int f(int a) { return a; }
__device__ float f(float a) { return a; }
__global__ void k(float* p, A a) {
    p[0] = f(a);
    //     ^ KP2006 no overload of 'f' takes these arguments
}
