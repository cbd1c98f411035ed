__global__ void k(long* p, const char* text, float f) {
    printf("%d\n", p[0]);
    // ^ KP2032 has a '%d' for an argument of type 'long'
    printf(text);
    // ^ KP2032 is no text that stands in the call
    printf("%s", text);
    // ^ KP2032 has a '%s' whose text does not stand in the call
    printf("%f %d", f);
    // ^ KP2032 takes more than 1 arguments
    printf("%n", p);
    // ^ KP2032 has a conversion that is not lowered
    p[0] = 1;
}
