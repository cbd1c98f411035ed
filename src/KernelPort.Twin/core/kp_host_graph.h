// Graphs: what a captured stream was given, kept in order and done again at each launch.
#pragma once
#include "kp_host_functions.h"
#ifdef KP_PROGRAM

typedef struct KP_API(Graph_opaque)* KP_API(Graph_t);
typedef struct KP_API(GraphExec_opaque)* KP_API(GraphExec_t);
typedef struct KP_API(GraphNode_opaque)* KP_API(GraphNode_t);
enum KP_API(GraphNodeType) { KP_API(GraphNodeTypeKernel) = 0, KP_API(GraphNodeTypeMemcpy) = 1, KP_API(GraphNodeTypeMemset) = 2, KP_API(GraphNodeTypeHost) = 3,
                             KP_API(GraphNodeTypeGraph) = 4, KP_API(GraphNodeTypeEmpty) = 5 };
struct KP_API(GraphNode_opaque) {
    KP_API(GraphNodeType) type;
    std::function<void()> work;
};
struct KP_API(Graph_opaque) { std::vector<KP_API(GraphNode_t)> nodes; };
struct KP_API(GraphExec_opaque) {
    std::vector<KP_API(GraphNode_t)> nodes; // the graph's, by which the program still calls them; the work is a copy
    std::vector<KP_API(GraphNodeType)> types;
    std::vector<std::function<void()>> work;
};
enum KP_API(StreamCaptureMode) { KP_API(StreamCaptureModeGlobal) = 0, KP_API(StreamCaptureModeThreadLocal) = 1, KP_API(StreamCaptureModeRelaxed) = 2 };
enum KP_API(StreamCaptureStatus) { KP_API(StreamCaptureStatusNone) = 0, KP_API(StreamCaptureStatusActive) = 1, KP_API(StreamCaptureStatusInvalidated) = 2 };

namespace kp {
namespace host {
inline KP_API(Graph_t) captured;
inline KP_API(GraphNode_t) add_node(KP_API(Graph_t) graph, KP_API(GraphNodeType) type, std::function<void()> work) {
    graph->nodes.push_back(new KP_API(GraphNode_opaque){type, std::move(work)});
    return graph->nodes.back();
}
} // namespace host
} // namespace kp

// Other streams join a capture by events; while one lasts, all work of named streams is the graph's, in the order it is given.
inline KP_API(Error_t) KP_API(StreamBeginCapture)(KP_API(Stream_t), KP_API(StreamCaptureMode)) {
    kp::host::captured = new KP_API(Graph_opaque)();
    kp::recorder() = [](void* stream, std::function<void()> work) {
        if (!stream || kp::g.in_kernel) return false;
        kp::host::add_node(kp::host::captured, KP_API(GraphNodeTypeKernel), std::move(work));
        return true;
    };
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamEndCapture)(KP_API(Stream_t), KP_API(Graph_t)* graph) {
    *graph = kp::host::captured;
    kp::host::captured = nullptr;
    kp::recorder() = nullptr;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamIsCapturing)(KP_API(Stream_t), KP_API(StreamCaptureStatus)* s) {
    *s = kp::host::captured ? KP_API(StreamCaptureStatusActive) : KP_API(StreamCaptureStatusNone);
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphCreate)(KP_API(Graph_t)* graph, unsigned int) {
    *graph = new KP_API(Graph_opaque)();
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphInstantiateWithFlags)(KP_API(GraphExec_t)* exec, KP_API(Graph_t) graph, unsigned long long = 0) {
    *exec = new KP_API(GraphExec_opaque)();
    for (KP_API(GraphNode_t) n : graph->nodes) (*exec)->nodes.push_back(n), (*exec)->types.push_back(n->type), (*exec)->work.push_back(n->work);
    return KP_API(Success);
}
template <class... Rest> inline KP_API(Error_t) KP_API(GraphInstantiate)(KP_API(GraphExec_t)* exec, KP_API(Graph_t) graph, Rest...) { return KP_API(GraphInstantiateWithFlags)(exec, graph); }
inline KP_API(Error_t) KP_API(GraphLaunch)(KP_API(GraphExec_t) exec, KP_API(Stream_t)) {
    for (auto& w : exec->work) w();
    return kp::host::pending();
}
inline KP_API(Error_t) KP_API(GraphUpload)(KP_API(GraphExec_t), KP_API(Stream_t)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(GraphDestroy)(KP_API(Graph_t) graph) {
    for (KP_API(GraphNode_t) n : graph->nodes) delete n;
    delete graph;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphExecDestroy)(KP_API(GraphExec_t) exec) {
    delete exec;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphGetNodes)(KP_API(Graph_t) graph, KP_API(GraphNode_t)* nodes, size_t* n) {
    if (nodes)
        for (size_t i = 0; i < *n && i < graph->nodes.size(); i++) nodes[i] = graph->nodes[i];
    *n = graph->nodes.size();
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GraphClone)(KP_API(Graph_t)* copy, KP_API(Graph_t) graph) {
    KP_API(GraphCreate)(copy, 0);
    for (KP_API(GraphNode_t) n : graph->nodes) kp::host::add_node(*copy, n->type, n->work);
    return KP_API(Success);
}
#include "kp_host_graph_nodes.h"
#endif
