#pragma once

__device__ inline float scaled(float x, float factor)
{
    return x * factor;
}
