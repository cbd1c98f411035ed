// designated_initialisers.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Options {
    int rows;
    int columns;
    float scale;
    int limit;
};

struct Place {
    int row;
    int column;
};

static __device__ inline int column(Place p)
{
    return p.column;
}

__global__ void make(float *out)
{
    Options o;
    o.rows = 1;
    o.columns = 0;
    o.scale = 2.5f;
    o.limit = 7;
    Place p;
    p.row = 0;
    p.column = threadIdx.x;
    float *to = out + 5u * threadIdx.x;
    (*to) = (float)o.rows;
    to[1] = (float)(o.columns + p.row);
    to[2] = o.scale;
    to[3] = (float)o.limit;
    Place made;
    made.row = 3;
    made.column = p.column;
    int column_result = column(made);
    to[4] = (float)column_result;
}
