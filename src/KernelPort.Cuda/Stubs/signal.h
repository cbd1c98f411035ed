#pragma once
typedef void (*sighandler_t)(int);
#define SIGINT 2
#define SIGSEGV 11
#define SIGTERM 15
