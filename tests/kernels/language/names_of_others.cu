// launch: zero_point<<<1, 4>>>(p: {3, 5}, zero_point: int[4])
// expect: zero_point = 3 8 13 18
// A parameter with its kernel's name, and a structure with a word of another language as its name.
struct params { int base, step; };
__global__ void zero_point(params p, int *zero_point)
{
    zero_point[threadIdx.x] = p.base + (int)threadIdx.x * p.step;
}
