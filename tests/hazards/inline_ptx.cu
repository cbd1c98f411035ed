// hazard dcu:gfx906: KP4001 line 10
// hazard musa:mp_31: KP4001 line 10
// hazard corex: KP4001 line 10
// hazard birensupa:br1xx: KP4001 line 9
// hazard birensupa:br1xx: KP4001 line 10
__global__ void lanes(unsigned* out, unsigned long long* when) {
    unsigned id, part;
    asm volatile("mov.u32 %0, %laneid;" : "=r"(id));  // becomes an assignment
    asm volatile("mov.u64 %0, %clock64;" : "=l"(*when));  // where a clock is known
    asm volatile("bfe.u32 %0, %1, 0, 4;" : "=r"(part) : "r"(id));
    asm volatile("" ::: "memory");  // keeps the compiler in order, and is nobody's assembly
    out[threadIdx.x] = part;
}
