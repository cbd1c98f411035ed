#pragma once
// A thread's number in its block, x first.
#define __KP_LINEAR_THREAD (threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z))
