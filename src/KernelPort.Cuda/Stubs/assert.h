#pragma once
#ifdef NDEBUG
#define assert(...) ((void)0)
#else
#define assert(...) __kernelport_assert((__VA_ARGS__), #__VA_ARGS__)
#endif
