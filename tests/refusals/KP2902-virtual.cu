struct A { virtual __device__ int f() { return 1; } int x; };
//         ^ KP2900 the virtual function of 'A' in device code
__global__ void k(int* p, A* a) { p[0] = a->x; }
