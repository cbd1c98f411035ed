// NVIDIA's own functions in LLVM text (LLVM 19, User Guide for NVPTX Back-end; PTX ISA for what each instruction does).
#pragma once
#define KP_VENDOR "nvptx64"
#include "kp_llvm.h"
#include <string.h>

extern "C" {
#define KP_REGISTER(function, name, value) \
    KP_LLVM(unsigned int, function, "kp.nvvm.read.ptx.sreg." name, int) { return kp::value; }
KP_REGISTER(kp_tid_x, "tid.x", thread_index.x)
KP_REGISTER(kp_tid_y, "tid.y", thread_index.y)
KP_REGISTER(kp_tid_z, "tid.z", thread_index.z)
KP_REGISTER(kp_ctaid_x, "ctaid.x", block_index.x)
KP_REGISTER(kp_ctaid_y, "ctaid.y", block_index.y)
KP_REGISTER(kp_ctaid_z, "ctaid.z", block_index.z)
KP_REGISTER(kp_ntid_x, "ntid.x", block_dim.x)
KP_REGISTER(kp_ntid_y, "ntid.y", block_dim.y)
KP_REGISTER(kp_ntid_z, "ntid.z", block_dim.z)
KP_REGISTER(kp_nctaid_x, "nctaid.x", grid_dim.x)
KP_REGISTER(kp_nctaid_y, "nctaid.y", grid_dim.y)
KP_REGISTER(kp_nctaid_z, "nctaid.z", grid_dim.z)
KP_LLVM(long long, kp_clock64, "kp.nvvm.read.ptx.sreg.clock64", int) { return static_cast<long long>(kp::g.ticks += 16); }

KP_LLVM(void, kp_barrier0, "kp.nvvm.barrier0", int line) { kp::wait_at_barrier(0, 0, kp::llvm::at_line(line)); }
#define KP_BARRIER(function, name, kind)                                      \
    KP_LLVM(int, function, "kp.nvvm.barrier0." name, int line, int yes) {     \
        kp::wait_at_barrier(kind, yes != 0, kp::llvm::at_line(line));         \
        return kp::g.self->barrier_value;                                     \
    }
KP_BARRIER(kp_barrier_popc, "popc", 1)
KP_BARRIER(kp_barrier_and, "and", 2)
KP_BARRIER(kp_barrier_or, "or", 3)
KP_LLVM(void, kp_warp_sync, "kp.nvvm.bar.warp.sync", int line, unsigned int mask) { kp::sync_lanes("bar.warp.sync", kp::with_mask(mask), kp::llvm::at_line(line)); }

// The last operand: where the lanes that exchange end, and above 8 bits what is not a lane's own of its number.
#define KP_SHFL(function, name, kind, end)                                                                                                 \
    KP_LLVM(unsigned int, function, "kp.nvvm.shfl.sync." name ".i32", int line, unsigned int mask, unsigned int word, int arg, int bounds) { \
        if ((bounds & 31) != end) kp::fail(17, "shfl.sync." name ": its lanes end at %d", bounds & 31);                                     \
        return kp::shuffle<kp::kind>("shfl.sync." name, kp::with_mask(mask), word, arg, 32 - (bounds >> 8 & 31), kp::llvm::at_line(line));  \
    }
KP_SHFL(kp_shfl_idx, "idx", shuffle_index, 31)
KP_SHFL(kp_shfl_up, "up", shuffle_up, 0)
KP_SHFL(kp_shfl_down, "down", shuffle_down, 31)
KP_SHFL(kp_shfl_bfly, "bfly", shuffle_xor, 31)

KP_LLVM(bool, kp_vote_all, "kp.nvvm.vote.all.sync", int line, unsigned int mask, int yes) { return kp::vote_all("vote.all.sync", kp::with_mask(mask), yes & 1, kp::llvm::at_line(line)); }
KP_LLVM(bool, kp_vote_any, "kp.nvvm.vote.any.sync", int line, unsigned int mask, int yes) { return kp::vote_any("vote.any.sync", kp::with_mask(mask), yes & 1, kp::llvm::at_line(line)); }
KP_LLVM(unsigned int, kp_vote_ballot, "kp.nvvm.vote.ballot.sync", int line, unsigned int mask, int yes) {
    return static_cast<unsigned int>(kp::ballot("vote.ballot.sync", kp::with_mask(mask), yes & 1, kp::llvm::at_line(line)));
}
KP_LLVM(unsigned int, kp_activemask, "kp.nvvm.activemask", int line) { return static_cast<unsigned int>(kp::active_lanes("activemask", kp::llvm::at_line(line))); }
#define KP_MATCH(function, name, T)                                                                                                          \
    KP_LLVM(unsigned int, function, "kp.nvvm.match.any.sync." name, int line, unsigned int mask, T value) {                                   \
        return static_cast<unsigned int>(kp::meet("match.any.sync", kp::with_mask(mask), kp::resolve_match_any, kp::to_bits(value), 0, 0, 0, kp::llvm::at_line(line)).mask); \
    }
KP_MATCH(kp_match_32, "i32", unsigned int)
KP_MATCH(kp_match_64, "i64", unsigned long long)
#define KP_REDUX(function, name, T, op) \
    KP_LLVM(T, function, "kp.nvvm.redux.sync." name, int line, T value, unsigned int mask) { return kp::reduce<T, kp::op>("redux.sync." name, kp::with_mask(mask), value, kp::llvm::at_line(line)); }
KP_REDUX(kp_redux_add, "add", unsigned int, op_add)
KP_REDUX(kp_redux_min, "min", int, op_min)
KP_REDUX(kp_redux_max, "max", int, op_max)
KP_REDUX(kp_redux_umin, "umin", unsigned int, op_min)
KP_REDUX(kp_redux_umax, "umax", unsigned int, op_max)
KP_REDUX(kp_redux_and, "and", unsigned int, op_and)
KP_REDUX(kp_redux_or, "or", unsigned int, op_or)
KP_REDUX(kp_redux_xor, "xor", unsigned int, op_xor)

// The values lie as C passes them: four or eight bytes, each at a multiple of its size.
KP_LLVM(int, kp_vprintf, "kp.vprintf", int, const char* format, const char* values) {
    size_t at = 0;
    auto next = [&](auto value) {
        at = (at + sizeof value - 1) / sizeof value * sizeof value;
        memcpy(&value, values + at, sizeof value);
        at += sizeof value;
        return value;
    };
    int written = 0;
    while (*format) {
        char one[64] = "";
        int length = 0;
        do {
            if (length == 63) kp::fail(17, "vprintf: a piece of its format has more than 63 characters");
            one[length++] = *format++;
        } while (*format && (one[0] == '%' ? length < 2 || !strchr("diouxXeEfFgGaAcp%", one[length - 1]) : *format != '%' && length < 63));
        if (one[0] != '%' || one[1] == '%') {
            written += printf(one[0] == '%' ? "%%" : one[0] ? "%s" : "", one);
            continue;
        }
        const char kind = one[length - 1];
        int stars[2] = {}, asked = 0;
        for (const char* c = one; *c; c++)
            if (*c == '*') stars[asked++ & 1] = next(0);
        auto print = [&](auto value) { return asked == 0 ? printf(one, value) : asked == 1 ? printf(one, stars[0], value) : printf(one, stars[0], stars[1], value); };
        written += strchr("eEfFgGaA", kind) ? print(next(0.0)) : kind == 'p' ? print(next(static_cast<void*>(nullptr))) : strstr(one, "ll") ? print(next(0ll)) : print(next(0));
    }
    return written;
}

KP_LLVM(void, kp_membar_cta, "kp.nvvm.membar.cta", int) { kp::fence(); }
KP_LLVM(void, kp_membar_gl, "kp.nvvm.membar.gl", int) { kp::fence(); }
KP_LLVM(void, kp_membar_sys, "kp.nvvm.membar.sys", int) { kp::fence(); }
KP_LLVM(void, kp_nanosleep, "kp.nvvm.nanosleep", int, unsigned int) { kp::pause_after(1); }
}
