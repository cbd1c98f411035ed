struct A { virtual __device__ int f() { return 1; } int x; };
//         ^ KP2902 a function of 'A' is virtual
__global__ void k(int* p, A* a) { p[0] = a->x; }
