// Nodes a program adds to a graph by itself, and what it may change in one that was instantiated. After: kp_host_graph.h.
#pragma once

struct KP_API(KernelNodeParams) {
    void* func;
    kp::vec::dim3 gridDim, blockDim;
    unsigned int sharedMemBytes;
    void** kernelParams;
    void** extra;
};
struct KP_API(HostNodeParams) { KP_API(HostFn_t) fn; void* userData; };
struct KP_API(MemsetParams) { void* dst; size_t pitch; unsigned int value, elementSize; size_t width, height; };

namespace kp {
namespace host {
// The arguments are copied now: the program may use their places again. The kernel knows their sizes, so it is called as if captured.
inline std::function<void()> work_of(const KP_API(KernelNodeParams)& p) {
    std::function<void()> kept;
    auto before = recorder();
    recorder() = [&](void*, std::function<void()> work) {
        kept = std::move(work);
        return true;
    };
    launch_address(p.func, p.gridDim, p.blockDim, p.kernelParams, p.sharedMemBytes, nullptr, false);
    recorder() = before;
    return kept;
}
inline std::function<void()> work_of(const KP_API(HostNodeParams)& p) {
    return [p] { p.fn(p.userData); };
}
inline std::function<void()> work_of(const KP_API(MemsetParams)& p) {
    return [p] {
        for (size_t y = 0; y < p.height; y++)
            for (size_t x = 0; x < p.width; x++) memcpy(static_cast<char*>(p.dst) + y * p.pitch + x * p.elementSize, &p.value, p.elementSize);
    };
}
// The work of an instantiated node, or null where the graph had no such node of that kind.
inline std::function<void()>* work_at(KP_API(GraphExec_t) exec, KP_API(GraphNode_t) node, KP_API(GraphNodeType) type) {
    for (size_t i = 0; i < exec->nodes.size(); i++)
        if (exec->nodes[i] == node && exec->types[i] == type) return &exec->work[i];
    return nullptr;
}
template <class P> inline KP_API(Error_t) replace_work(KP_API(GraphExec_t) exec, KP_API(GraphNode_t) node, KP_API(GraphNodeType) type, const P* p) {
    std::function<void()>* work = work_at(exec, node, type);
    if (!work) return result(KP_API(ErrorInvalidValue));
    std::function<void()> next = work_of(*p);
    if (!next) return result(KP_API(ErrorInvalidValue));
    *work = std::move(next);
    return KP_API(Success);
}
} // namespace host
} // namespace kp

// Nodes are added after those they depend on, so their order will do.
#define KP_GRAPH_ADD(Kind)                                                                                                                                           \
    inline KP_API(Error_t) KP_API(GraphAdd##Kind##Node)(KP_API(GraphNode_t)* node, KP_API(Graph_t) graph, const KP_API(GraphNode_t)*, size_t, const KP_API(Kind##NodeParams)* p) { \
        std::function<void()> work = kp::host::work_of(*p);                                                                                                         \
        if (!work) return kp::host::result(KP_API(ErrorInvalidValue));                                                                                                   \
        *node = kp::host::add_node(graph, KP_API(GraphNodeType##Kind), std::move(work));                                                                            \
        return KP_API(Success);                                                                                                                                     \
    }                                                                                                                                                               \
    inline KP_API(Error_t) KP_API(Graph##Kind##NodeSetParams)(KP_API(GraphNode_t) node, const KP_API(Kind##NodeParams)* p) {                                         \
        node->work = kp::host::work_of(*p);                                                                                                                         \
        return KP_API(Success);                                                                                                                                     \
    }                                                                                                                                                               \
    inline KP_API(Error_t) KP_API(GraphExec##Kind##NodeSetParams)(KP_API(GraphExec_t) exec, KP_API(GraphNode_t) node, const KP_API(Kind##NodeParams)* p) {           \
        return kp::host::replace_work(exec, node, KP_API(GraphNodeType##Kind), p);                                                                                  \
    }
typedef KP_API(MemsetParams) KP_API(MemsetNodeParams);
KP_GRAPH_ADD(Kernel)
KP_GRAPH_ADD(Host)
KP_GRAPH_ADD(Memset)
#undef KP_GRAPH_ADD

inline KP_API(Error_t) KP_API(GraphAddMemcpyNode1D)(KP_API(GraphNode_t)* node, KP_API(Graph_t) graph, const KP_API(GraphNode_t)*, size_t, void* d, const void* s, size_t n, KP_API(MemcpyKind) k) {
    *node = kp::host::add_node(graph, KP_API(GraphNodeTypeMemcpy), [=] { KP_API(Memcpy)(d, s, n, k); });
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphExecMemcpyNodeSetParams1D)(KP_API(GraphExec_t) exec, KP_API(GraphNode_t) node, void* d, const void* s, size_t n, KP_API(MemcpyKind) k) {
    std::function<void()>* work = kp::host::work_at(exec, node, KP_API(GraphNodeTypeMemcpy));
    if (!work) return kp::host::result(KP_API(ErrorInvalidValue));
    *work = [=] { KP_API(Memcpy)(d, s, n, k); };
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphAddEmptyNode)(KP_API(GraphNode_t)* node, KP_API(Graph_t) graph, const KP_API(GraphNode_t)*, size_t) {
    *node = kp::host::add_node(graph, KP_API(GraphNodeTypeEmpty), [] {});
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphAddDependencies)(KP_API(Graph_t), const KP_API(GraphNode_t)*, const KP_API(GraphNode_t)*, size_t) { return KP_API(Success); }

// A graph of the same shape takes the place of the one that was instantiated.
enum KP_API(GraphExecUpdateResult) { KP_API(GraphExecUpdateSuccess) = 0, KP_API(GraphExecUpdateError) = 1, KP_API(GraphExecUpdateErrorTopologyChanged) = 2,
                                     KP_API(GraphExecUpdateErrorNodeTypeChanged) = 3, KP_API(GraphExecUpdateErrorFunctionChanged) = 4,
                                     KP_API(GraphExecUpdateErrorParametersChanged) = 5, KP_API(GraphExecUpdateErrorNotSupported) = 6 };
struct KP_API(GraphExecUpdateResultInfo) {
    KP_API(GraphExecUpdateResult) result;
    KP_API(GraphNode_t) errorNode, errorFromNode;
};
inline KP_API(Error_t) KP_API(GraphExecUpdate)(KP_API(GraphExec_t) exec, KP_API(Graph_t) graph, KP_API(GraphNode_t)* error_node, KP_API(GraphExecUpdateResult)* outcome) {
    *outcome = KP_API(GraphExecUpdateSuccess);
    if (exec->nodes.size() != graph->nodes.size()) *outcome = KP_API(GraphExecUpdateErrorTopologyChanged);
    for (size_t i = 0; *outcome == KP_API(GraphExecUpdateSuccess) && i < graph->nodes.size(); i++) {
        if (graph->nodes[i]->type == exec->types[i]) continue;
        *outcome = KP_API(GraphExecUpdateErrorNodeTypeChanged);
        if (error_node) *error_node = graph->nodes[i];
    }
    if (*outcome != KP_API(GraphExecUpdateSuccess)) return kp::host::result(KP_API(ErrorGraphExecUpdateFailure));
    for (size_t i = 0; i < graph->nodes.size(); i++) exec->nodes[i] = graph->nodes[i], exec->work[i] = graph->nodes[i]->work;
    return KP_API(Success);
}
#ifdef KP_API_GRAPH_UPDATE_INFO // the form of CUDA 12
inline KP_API(Error_t) KP_API(GraphExecUpdate)(KP_API(GraphExec_t) exec, KP_API(Graph_t) graph, KP_API(GraphExecUpdateResultInfo)* info) {
    *info = KP_API(GraphExecUpdateResultInfo)();
    return KP_API(GraphExecUpdate)(exec, graph, &info->errorNode, &info->result);
}
#endif
