// hazard birensupa:br1xx: KP4007 line 4
// hazard birensupa:br1xx: KP4007 line 6
template <class T> struct Wide { using type = T; };
template <> struct Wide<float> { using type = double; };
struct Step {
    double size;
    int count;
};
struct OnTheHost {
    double seconds;
};
__global__ void walk(float* x, Step step) {
    typename Wide<float>::type sum = 0;
    for (int i = 0; i < step.count; i++) sum += x[i];
    x[threadIdx.x] = sum;
}
float elapsed(OnTheHost t) { return (float)t.seconds; }
