// launch: move<<<1, 4>>>(p: Particle[3] = 0 0 1 1 1 2 2 2 4, s: {0.5, {1, -1}}, n: 3)
// expect: p = 0.5 -0.5 1 1.25 0.75 2 2.125 1.875 4
struct Vec2 { float x, y; };
struct Step { float dt; Vec2 force; };
struct Particle { Vec2 at; float mass; };
__global__ void move(Particle* p, Step s, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    Particle q = p[i];
    q.at.x += s.dt * s.force.x / q.mass;
    q.at.y += s.dt * s.force.y / q.mass;
    p[i] = q;
}
