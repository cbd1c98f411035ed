__global__ void k(unsigned* out) {
    unsigned v;
    asm("mov.u32 %0, %clusterid.x;" : "=r"(v));
    // ^ KP2900 the PTX instruction behind '__ptx_sreg_clusterid_x'
    out[0] = v;
}
__global__ void jump(unsigned* out) {
    asm volatile("{ .reg .pred p; setp.ne.u32 p, %0, 0; @p bra DONE; DONE: }" : : "r"(out[0]));
    // ^ KP2900 inline assembly
}
