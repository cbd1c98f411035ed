// Streams and events: everything has happened when a call returns, so a stream is a name and an event a time.
#pragma once
#include "kp_host_memory.h"

enum { KP_API(StreamDefault) = 0, KP_API(StreamNonBlocking) = 1, KP_API(EventDefault) = 0, KP_API(EventBlockingSync) = 1, KP_API(EventDisableTiming) = 2,
       KP_API(EventInterprocess) = 4 };
#ifndef KP_API_OWN_STREAM_NAMES
#define KP_STREAM_LEGACY reinterpret_cast<KP_API(Stream_t)>(1)
#define KP_STREAM_PER_THREAD reinterpret_cast<KP_API(Stream_t)>(2)
#endif

inline KP_API(Error_t) KP_API(StreamCreateWithPriority)(KP_API(Stream_t)* s, unsigned int flags, int priority) {
    *s = new KP_API(Stream_opaque){flags, priority};
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamCreate)(KP_API(Stream_t)* s) { return KP_API(StreamCreateWithPriority)(s, 0, 0); }
inline KP_API(Error_t) KP_API(StreamCreateWithFlags)(KP_API(Stream_t)* s, unsigned int flags) { return KP_API(StreamCreateWithPriority)(s, flags, 0); }
inline KP_API(Error_t) KP_API(StreamDestroy)(KP_API(Stream_t) s) {
    if (!s) return kp::host::result(KP_API_INVALID_HANDLE);
    delete s;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamGetPriority)(KP_API(Stream_t) s, int* p) {
    *p = s ? s->priority : 0;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamGetFlags)(KP_API(Stream_t) s, unsigned int* f) {
    *f = s ? s->flags : 0;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(DeviceGetStreamPriorityRange)(int* least, int* greatest) {
    *least = 0;
    *greatest = -5;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamSynchronize)(KP_API(Stream_t)) { return kp::host::pending(); }
inline KP_API(Error_t) KP_API(StreamQuery)(KP_API(Stream_t)) { return kp::host::pending(); }
inline KP_API(Error_t) KP_API(StreamWaitEvent)(KP_API(Stream_t), KP_API(Event_t), unsigned int = 0) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(StreamAttachMemAsync)(KP_API(Stream_t), void*, size_t = 0, unsigned int = 4) { return KP_API(Success); }
typedef void (*KP_API(StreamCallback_t))(KP_API(Stream_t), KP_API(Error_t), void*);
inline KP_API(Error_t) KP_API(StreamAddCallback)(KP_API(Stream_t) s, KP_API(StreamCallback_t) f, void* data, unsigned int) {
    f(s, KP_API(Success), data);
    return KP_API(Success);
}
typedef void (*KP_API(HostFn_t))(void*);
inline KP_API(Error_t) KP_API(LaunchHostFunc)(KP_API(Stream_t) s, KP_API(HostFn_t) f, void* data) {
    if (!kp::host::kept_for_graph(s, [=] { f(data); })) f(data);
    return KP_API(Success);
}

inline KP_API(Error_t) KP_API(EventCreateWithFlags)(KP_API(Event_t)* e, unsigned int flags) {
    *e = new KP_API(Event_opaque)();
    (*e)->flags = flags;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(EventCreate)(KP_API(Event_t)* e) { return KP_API(EventCreateWithFlags)(e, 0); }
#ifdef KP_API_EVENT_CREATE_FLAGS // CUDA's C++ overload
inline KP_API(Error_t) KP_API(EventCreate)(KP_API(Event_t)* e, unsigned int flags) { return KP_API(EventCreateWithFlags)(e, flags); }
#endif
inline KP_API(Error_t) KP_API(EventDestroy)(KP_API(Event_t) e) {
    if (!e) return kp::host::result(KP_API_INVALID_HANDLE);
    delete e;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(EventRecord)(KP_API(Event_t) e, KP_API(Stream_t) = nullptr) {
    if (!e) return kp::host::result(KP_API_INVALID_HANDLE);
    clock_gettime(CLOCK_MONOTONIC, &e->when);
    e->recorded = true;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(EventSynchronize)(KP_API(Event_t)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(EventQuery)(KP_API(Event_t)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(EventElapsedTime)(float* ms, KP_API(Event_t) a, KP_API(Event_t) b) {
    if (!a || !b || !a->recorded || !b->recorded || ((a->flags | b->flags) & KP_API(EventDisableTiming))) return kp::host::result(KP_API_INVALID_HANDLE);
    *ms = static_cast<float>((b->when.tv_sec - a->when.tv_sec) * 1e3 + (b->when.tv_nsec - a->when.tv_nsec) * 1e-6);
    if (*ms <= 0) *ms = 1e-6f;
    return KP_API(Success);
}
