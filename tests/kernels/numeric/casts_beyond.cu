// launch: beyond<<<1, 4>>>(out: int[8], one: 1)
// expect: out = -1 -1 -1 -1 -1 -1 -1 -1
// A literal beyond the type it becomes: the nearest it has, whether a compiler works it out or the machine.
__global__ void beyond(int *out, int one)
{
    out[threadIdx.x] = (short)__float2int_rz((float)0x123456789abcdefull);
    out[threadIdx.x + 4] = (short)__float2int_rz((float)0x123456789abcdefull * one);
}
