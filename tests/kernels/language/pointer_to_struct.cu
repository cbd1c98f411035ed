// launch: advance<<<2, 4>>>(bodies: Body[7] = seq(0, 1), n: 7)
// expect: bodies = 3 4 2 12 13 5 21 22 8 30 31 11 39 40 14 48 49 17 57 58 20
struct Body { float x, v; int id; };
__device__ void step(Body* b, float dt) {
    b->x += b->v * dt + b->id;
    (*b).v = b->x + 1.0f;
}
__global__ void advance(Body* bodies, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) step(&bodies[i], 1.0f);
}
