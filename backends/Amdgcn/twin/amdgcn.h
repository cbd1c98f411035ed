// AMD's own functions in LLVM text (LLVM 19, User Guide for AMDGPU Backend; the ISA guides of each family for lanes that do not take part).
#pragma once
#define KP_VENDOR "amdgcn"
#define KP_MAX_SHARED (64 * 1024)
#define KP_MAX_BLOCK_Z 1024
#include "kp_llvm.h"

extern "C" {
KP_LLVM(unsigned int, kp_thread_x, "kp.amdgcn.workitem.id.x", int) { return kp::thread_index.x; }
KP_LLVM(unsigned int, kp_thread_y, "kp.amdgcn.workitem.id.y", int) { return kp::thread_index.y; }
KP_LLVM(unsigned int, kp_thread_z, "kp.amdgcn.workitem.id.z", int) { return kp::thread_index.z; }
KP_LLVM(unsigned int, kp_block_x, "kp.amdgcn.workgroup.id.x", int) { return kp::block_index.x; }
KP_LLVM(unsigned int, kp_block_y, "kp.amdgcn.workgroup.id.y", int) { return kp::block_index.y; }
KP_LLVM(unsigned int, kp_block_z, "kp.amdgcn.workgroup.id.z", int) { return kp::block_index.z; }

// The hidden arguments of code object version 5, as far as text reads them.
struct kp_hidden {
    unsigned int blocks[3];
    unsigned short sizes[3];
};
KP_LLVM(const void*, kp_hidden_arguments, "kp.amdgcn.implicitarg.ptr", int) {
    static kp_hidden h;
    h = kp_hidden{{kp::grid_dim.x, kp::grid_dim.y, kp::grid_dim.z},
                  {static_cast<unsigned short>(kp::block_dim.x), static_cast<unsigned short>(kp::block_dim.y), static_cast<unsigned short>(kp::block_dim.z)}};
    return &h;
}

KP_LLVM(void, kp_s_barrier, "kp.amdgcn.s.barrier", int line) { kp::wait_at_barrier(0, 0, kp::llvm::at_line(line)); }
KP_LLVM(void, kp_wave_barrier, "kp.amdgcn.wave.barrier", int line) { kp::sync_lanes("wave.barrier", kp::no_mask(), kp::llvm::at_line(line)); }
KP_LLVM(void, kp_s_sleep, "kp.amdgcn.s.sleep", int, int) { kp::pause_after(1); }
KP_LLVM(long long, kp_memtime, "kp.amdgcn.s.memtime", int) { return static_cast<long long>(kp::g.ticks += 16); }
KP_LLVM(long long, kp_steady, "kp.readsteadycounter", int) { return static_cast<long long>(kp::g.ticks += 16); }

// How many lanes below this one a mask names, of the first 32 lanes and of the others.
KP_LLVM(unsigned int, kp_mbcnt_lo, "kp.amdgcn.mbcnt.lo", int, unsigned int mask, unsigned int base) {
    int lane = kp::g.self->lane;
    return base + static_cast<unsigned int>(__builtin_popcount(lane >= 32 ? mask : mask & ((1u << lane) - 1u)));
}
KP_LLVM(unsigned int, kp_mbcnt_hi, "kp.amdgcn.mbcnt.hi", int, unsigned int mask, unsigned int base) {
    int lane = kp::g.self->lane;
    return base + static_cast<unsigned int>(lane < 32 ? 0 : __builtin_popcount(mask & ((1u << (lane - 32)) - 1u)));
}

KP_LLVM(unsigned int, kp_bpermute, "kp.amdgcn.ds.bpermute", int line, int address, unsigned int word) {
    return kp::shuffle<kp::shuffle_index>("ds.bpermute", kp::no_mask(), word, address >> 2, KP_WARP_WIDTH, kp::llvm::at_line(line));
}
KP_LLVM(unsigned long long, kp_ballot64, "kp.amdgcn.ballot.i64", int line, int yes) {
    if (KP_WARP_WIDTH != 64) kp::fail(16, "a ballot of 64 lanes in waves of %d", KP_WARP_WIDTH);
    return static_cast<unsigned long long>(kp::ballot("ballot", kp::no_mask(), yes & 1, kp::llvm::at_line(line)));
}
KP_LLVM(unsigned int, kp_ballot32, "kp.amdgcn.ballot.i32", int line, int yes) {
    if (KP_WARP_WIDTH != 32) kp::fail(16, "a ballot of 32 lanes in waves of %d", KP_WARP_WIDTH);
    return static_cast<unsigned int>(kp::ballot("ballot", kp::no_mask(), yes & 1, kp::llvm::at_line(line)));
}
}
