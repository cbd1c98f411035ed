// launch: make<<<1, 3>>>(out: float[15])
// expect: out = 1 0 2.5 7 0 1 0 2.5 7 1 1 0 2.5 7 2
// Members named where they are given values; the others are zero, or what their declaration says.
struct Options {
    int rows;
    int columns;
    float scale;
    int limit = 7;
};
struct Place {
    int row, column;
};
__device__ int column(Place p) { return p.column; }

__global__ void make(float *out)
{
    Options o{.rows = 1, .scale = 2.5f};
    Place p = {.column = (int)threadIdx.x};
    float *to = out + 5 * threadIdx.x;
    to[0] = o.rows;
    to[1] = o.columns + p.row;
    to[2] = o.scale;
    to[3] = o.limit;
    to[4] = column({.row = 3, .column = p.column});
}
