// struct_by_value.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Vec2 {
    float x;
    float y;
};

struct Particle {
    Vec2 at;
    float mass;
};

struct Step {
    float dt;
    Vec2 force;
};

__global__ void move(Particle *p, Step s, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    Particle q = p[i];
    q.at.x += s.dt * s.force.x / q.mass;
    q.at.y += s.dt * s.force.y / q.mass;
    p[i] = q;
}
