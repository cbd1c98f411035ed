// hazard musa:mp_31: KP4006 line 8
// hazard musa:mp_31: KP4006 line 11
// hazard musa:mp_31: KP4006 line 14
// hazard dcu:gfx906: KP4006 line 8
// hazard dcu:gfx906: KP4006 line 11
// hazard dcu:gfx906: KP4006 line 14
__device__ void lock(int* mutex) {
    while (atomicCAS(mutex, 0, 1) != 0) {}
}
__device__ void wait(volatile int* flag) {
    while (flag[0] == 0) __nanosleep(20);
}
__device__ void look(int* flag) {
    do { __threadfence(); } while (*(volatile int*)flag == 0);
}
__device__ double add(double* p, double v) {
    unsigned long long *bits = (unsigned long long*)p, old = *bits, seen;
    do { seen = old; old = atomicCAS(bits, seen, __double_as_longlong(v + __longlong_as_double(seen))); } while (seen != old);
    return __longlong_as_double(old);
}
__device__ void take_turns(int* mutex, int* data) {
    bool done = false;
    while (!done) {
        if (atomicCAS(mutex, 0, 1) == 0) { data[0]++; atomicExch(mutex, 0); done = true; }
    }
}
