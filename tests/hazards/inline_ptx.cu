// hazard dcu:gfx906: KP4001 line 7
// hazard musa:mp_31: KP4001 line 7
// hazard corex: KP4001 line 7
// hazard birensupa:br1xx: KP4001 line 7
__global__ void lanes(unsigned* out) {
    unsigned id;
    asm volatile("mov.u32 %0, %laneid;" : "=r"(id));
    asm volatile("" ::: "memory");  // keeps the compiler in order, and is nobody's assembly
    out[threadIdx.x] = id;
}
