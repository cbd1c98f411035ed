#ifndef SHAPE_H
#define SHAPE_H
struct Shape { int a, b; };
__device__ int area(Shape s);
extern __device__ int counted();
#endif
