// Additions to places that all blocks share: a row, one number, rows under conditions, through pointers that may be the same, and with their sums looked at behind.
// launch: rows<<<5, 96>>>(in: int[480] = seq(0, 3), sums: int[100], total: unsigned long long[1], odd: unsigned[1], n: 475)
// expect: sums = 0 -2985 0 2880 2895 2910 2925 2940 2955 2970 2985 3000 3015 3030 3045 3060 3075 3090 3105 3120 3135 3150 3165 3180 3195 3210 3225 3240 3255 3270 3285 3300 3315 3330 3345 3360 3375 3390 3405 3420 3435 3450 3465 3480 3495 3510 3525 3540 3555 3570 3585 3600 3615 3630 3645 3660 3675 3690 3705 3720 3735 3750 3765 3780 3795 3810 3825 3840 3855 3870 3885 3900 3915 3930 3945 3960 3975 3990 4005 4020 4035 4050 4065 4080 4095 4110 4125 4140 4155 4170 4185 4200 4215 4230 2820 2832 2844 2856 2868 0
// expect: total = 361866027073536
// expect: odd = 237
// launch: seen<<<1, 64>>>(counts: unsigned[66], copies: unsigned[64])
// expect: copies = 192 191 190 189 188 187 186 185 184 183 182 181 180 179 178 177 176 175 174 173 172 171 170 169 168 167 166 165 164 163 162 161 160 159 158 157 156 155 154 153 152 151 150 149 148 147 146 145 144 143 142 141 140 139 138 137 136 135 134 133 132 131 130 129
// launch: planes<<<(2, 3), (8, 6)>>>(sums: unsigned[64], shifted: int[60], turns: 3)
// expect: sums = 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 207 12 6 12 6 12 12 0 0 0 0 0 0 0 0 0 0
// expect: shifted = 6 12 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 18 12 6 0 0 0 0 0 0 0 0 0 -288
__global__ void rows(const int* __restrict__ in, int* __restrict__ sums, unsigned long long* __restrict__ total, unsigned* __restrict__ odd, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    atomicAdd(&sums[threadIdx.x + 3], in[i]);
    if (in[i] & 1) {
        atomicAdd(odd, 1u);
        atomicAdd(total, (unsigned long long)in[i] << 31);
    }
    if (threadIdx.x == 7) atomicAdd(&sums[1], -in[i]);
}

// The block reads what it added: nothing may wait.
__global__ void seen(unsigned* counts, unsigned* copies)
{
    atomicAdd(&counts[threadIdx.x], threadIdx.x + 1);
    atomicAdd(&counts[64], 2u);
    __syncthreads();
    copies[threadIdx.x] = counts[63 - threadIdx.x] + counts[64];
}

__global__ void planes(unsigned* sums, int* shifted, int turns)
{
    int t = threadIdx.y * blockDim.x + threadIdx.x;
    for (int k = 0; k < turns; k++) {
        atomicAdd(&sums[t], blockIdx.x + 10 * blockIdx.y + k);
        atomicAdd(&shifted[t + k], 1);
    }
    if (t % 5 == 2) atomicAdd(&sums[48 + threadIdx.y], 1u);
    atomicSub(&shifted[59], 1);
}
