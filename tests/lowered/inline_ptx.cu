// launch: registers<<<2, 48>>>(out: unsigned int[480] = poison)
// expect: out[0..5] = 0 0 1 4294967294 48
// expect: out[165..170] = 1 1 3 4294967292 48
// launch: bits<<<1, 4>>>(a: unsigned int[4] = 0xf0f0f0f0 0x12345678 0xffffffff 0x80000001, out: unsigned int[28] = poison)
// expect: out[0..7] = 3907578088 15 252645135 0 4294967280 33747184 252645135
// expect: out[7..14] = 2326580968 103 510274632 6 16 33707640 3989547399
// expect: out[14..21] = 4008636142 255 4294967295 4294967295 4294967280 33751039 0
// expect: out[21..28] = 2290649224 0 2147483649 0 4294967280 33685505 2147483646
// launch: wide<<<1, 2>>>(a: unsigned int[8] = 0xffffffff 0xffffffff 1 2 0 0 5 7, b: unsigned int[8] = 1 0 3 4 1 0 2 3, out: unsigned int[8] = poison)
// expect: out = 0 0 5 6 4294967294 4294967292 2 4294967293
// launch: memory<<<1, 32>>>(v: float[36] = seq(0, 1), sum: float[1] = 0, count: unsigned int[2] = 0, out: float[32] = poison)
// expect: out[0..4] = 3 3 3 9
// expect: sum = 496
// expect: count = 32 15
// Inline PTX as people write it: special registers, single instructions, chains of carries, own registers and predicates, vector loads, atomics.
__global__ void registers(unsigned int* out) {
    unsigned int lane, warp, upto, above, threads;
    asm("mov.u32 %0, %%laneid;" : "=r"(lane));
    asm volatile("mov.u32 %0, %warpid;" : "=r"(warp));
    asm("mov.u32 %0, %lanemask_le;" : "=r"(upto));
    asm("mov.u32 %0, %%lanemask_gt;" : "=r"(above));
    asm("mov.u32 %0, %ntid.x;" : "=r"(threads));
    unsigned int* mine = out + 5 * (blockIdx.x * blockDim.x + threadIdx.x);
    mine[0] = lane, mine[1] = warp, mine[2] = upto, mine[3] = above, mine[4] = threads;
}
__global__ void bits(const unsigned int* a, unsigned int* out) {
    unsigned int x = a[threadIdx.x], r[7];
    asm("lop3.b32 %0, %1, %2, %3, 0xe8;" : "=r"(r[0]) : "r"(x), "r"(0xccccccccu), "r"(0xaaaaaaaau));
    asm("bfe.u32 %0, %1, 4, 8;" : "=r"(r[1]) : "r"(x));
    asm("brev.b32 %0, %1;\n\tnot.b32 %0, %0;\n\tnot.b32 %0, %0;" : "=r"(r[2]) : "r"(x));
    asm("bfe.s32 %0, %1, %2, %3;" : "=r"(r[3]) : "r"(x), "r"(8), "r"(0u + 4));
    asm("{ .reg .pred p; .reg .u32 t;\n\t"
        "  setp.lt.s32 p, %1, 0;   // the sign\n\t"
        "  mov.u32 t, 16;\n\t"
        "  @p neg.s32 t, t;\n\t"
        "  mov.u32 %0, t; }" : "=r"(r[4]) : "r"((int)x));
    asm("prmt.b32 %0, %1, %2, 0x5410;" : "=r"(r[5]) : "r"(x), "r"(0x0202u));
    r[6] = x;
    asm("xor.b32 %0, %0, %1;" : "+r"(r[6]) : "r"(0xffffffffu));
    for (int i = 0; i < 7; i++) out[7 * threadIdx.x + i] = r[i];
}
__device__ void add128(const unsigned int* a, const unsigned int* b, unsigned int* out) {
    asm("add.cc.u32 %0, %4, %8;\n\t"
        "addc.cc.u32 %1, %5, %9;\n\t"
        "addc.cc.u32 %2, %6, %10;\n\t"
        "addc.u32 %3, %7, %11;"
        : "=r"(out[0]), "=r"(out[1]), "=r"(out[2]), "=r"(out[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]), "r"(b[2]), "r"(b[3]));
}
__global__ void wide(const unsigned int* a, const unsigned int* b, unsigned int* out) {
    if (threadIdx.x == 0) add128(a, b, out);
    else {
        unsigned long long product;
        unsigned int low, high;
        asm("mul.wide.u32 %0, %1, %2;" : "=l"(product) : "r"(0xffffffffu), "r"(0xfffffffeu));
        asm("mov.b64 {%0, %1}, %2;" : "=r"(low), "=r"(high) : "l"(product));
        asm("sub.cc.u32 %0, %2, 4; subc.u32 %1, %3, 0;" : "=r"(out[4]), "=r"(out[5]) : "r"(low), "r"(high));
        out[6] = low, out[7] = high;
    }
}
__global__ void memory(const float* v, float* sum, unsigned int* count, float* out) {
    float x, y, z, w;
    int group = threadIdx.x / 3;
    asm volatile("ld.global.nc.v4.f32 {%0, %1, %2, %3}, [%4];" : "=f"(x), "=f"(y), "=f"(z), "=f"(w) : "l"(v + 4 * (group % 9)));
    asm volatile("st.global.cs.f32 [%0], %1;" : : "l"(out + threadIdx.x), "f"(threadIdx.x < 3 ? w : threadIdx.x == 3 ? y + 4.0f : x) : "memory");
    asm volatile("red.global.add.f32 [%0], %1;" : : "l"(sum), "f"((float)threadIdx.x));
    unsigned int old;
    asm volatile("atom.global.add.u32 %0, [%1], %2;" : "=r"(old) : "l"(count), "r"(1));
    if (threadIdx.x < 16) asm volatile("red.relaxed.gpu.global.max.u32 [%0+4], %1;" : : "l"(count), "r"(threadIdx.x));
    asm volatile("" ::: "memory");
}
