// Queues of tensors (npu-dialects 2.4): AllocTensor, EnQue, DeQue and FreeTensor hand a buffer on, and order the pipes that do.
#pragma once
#include <deque>

namespace AscendC {

template <TPosition P, int32_t Depth> class TQue {
    static_assert(P != TPosition::VECCALC, "queue position: a queue is VECIN or VECOUT");

public:
    template <class T> LocalTensor<T> AllocTensor() {
        if (buffers == 0) kp::fail(70, "AllocTensor of a queue that InitBuffer gave nothing");
        for (uint32_t i = 0; i < buffers; i++) {
            const uint32_t b = (next + i) % buffers;
            if (state[b] != 0) continue;
            next = b + 1;
            state[b] = 1;
            kp_a2::leaked_queues++;
            if (++kp_a2::live_tensors[int(P)] > 8) kp::fail(70, "more than 8 tensors of a position at one time");
            // Whoever fills it waits for whoever had it before.
            kp_a2::join(fills, given_back[b].known);
            return LocalTensor<T>(kp_a2::ub + from + b * bytes, bytes / sizeof(T));
        }
        kp::fail(70, "AllocTensor waits for ever: every buffer of the queue is in use");
        return LocalTensor<T>();
    }
    template <class T> bool EnQue(const LocalTensor<T>& t) {
        const uint32_t b = index_of(t);
        if (state[b] != 1) kp::fail(70, "EnQue of a tensor that AllocTensor did not give");
        state[b] = 2;
        memcpy(ready[b].known, kp_a2::now[fills], sizeof ready[b].known);
        kp_a2::now[fills][fills]++;
        waiting.push_back(b);
        return true;
    }
    template <class T> LocalTensor<T> DeQue() {
        if (waiting.empty()) kp::fail(70, "DeQue of an empty queue");
        const uint32_t b = waiting.front();
        waiting.pop_front();
        state[b] = 3;
        kp_a2::join(uses, ready[b].known);
        return LocalTensor<T>(kp_a2::ub + from + b * bytes, bytes / sizeof(T));
    }
    template <class T> void FreeTensor(const LocalTensor<T>& t) {
        const uint32_t b = index_of(t);
        if (state[b] != 3) kp::fail(70, "FreeTensor of a tensor that is not in use");
        state[b] = 0;
        kp_a2::leaked_queues--;
        kp_a2::live_tensors[int(P)]--;
        memcpy(given_back[b].known, kp_a2::now[uses], sizeof given_back[b].known);
        kp_a2::now[uses][uses]++;
    }
    // Filled by the pipe on one side, used by the one on the other.
    static const int fills = P == TPosition::VECIN ? kp_a2::copy_in : kp_a2::vector_pipe, uses = P == TPosition::VECIN ? kp_a2::vector_pipe : kp_a2::copy_out;
    uint32_t from = 0, bytes = 0, buffers = 0;

private:
    template <class T> uint32_t index_of(const LocalTensor<T>& t) const {
        const size_t offset = reinterpret_cast<unsigned char*>(t.GetPhyAddr()) - kp_a2::ub - from;
        if (offset >= size_t(bytes) * buffers) kp::fail(70, "a tensor of another queue");
        return uint32_t(offset / bytes);
    }
    int state[8] = {};
    uint32_t next = 0;
    kp_a2::flag ready[8], given_back[8];
    std::deque<uint32_t> waiting;
};

} // namespace AscendC
