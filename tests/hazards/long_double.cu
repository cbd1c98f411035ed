// hazard dcu:gfx906: KP4008 line 4
// hazard musa:mp_31: KP4008 line 4
// hazard corex: KP4008 line 4
__device__ float precise(float x) { long double y = x; return (float)(y * y); }
long double on_the_host() { return 1; }
