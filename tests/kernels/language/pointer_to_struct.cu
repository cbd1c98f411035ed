// launch: advance<<<2, 4>>>(bodies: Body[7] = seq(0, 1), n: 7)
// expect: bodies = 3 4 2 9 10 5 15 16 8 21 22 11 27 28 14 33 34 17 39 40 20
struct Body { float x, v; int id; };
__device__ void step(Body* b, float dt) {
    b->x += b->v * dt + b->id;
    (*b).v = b->x + 1.0f;
}
__global__ void advance(Body* bodies, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) step(&bodies[i], 1.0f);
}
