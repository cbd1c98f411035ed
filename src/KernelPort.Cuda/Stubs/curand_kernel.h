#pragma once
#include "curand.h"
struct curandStateXORWOW;
struct curandStatePhilox4_32_10;
struct curandStateMRG32k3a;
struct curandStateMtgp32;
struct curandStateSobol32;
typedef struct curandStateXORWOW curandStateXORWOW_t;
typedef struct curandStateXORWOW curandState_t;
typedef struct curandStateXORWOW curandState;
typedef struct curandStatePhilox4_32_10 curandStatePhilox4_32_10_t;
typedef struct curandStateMRG32k3a curandStateMRG32k3a_t;
typedef struct curandStateSobol32 curandStateSobol32_t;
struct curandStateSobol64;
typedef struct curandStateSobol64 curandStateSobol64_t;
typedef struct curandStateMtgp32 curandStateMtgp32_t;
