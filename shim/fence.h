/* fence: what C++ must promise at the functions that C calls.
 * Included by the headers whose functions are written in C++. */
#ifndef MB_SHIM_FENCE_H
#define MB_SHIM_FENCE_H

/* An exception that reached C would end the program without a word. */
#ifdef __cplusplus
#define MB_NOEXCEPT noexcept
#else
#define MB_NOEXCEPT
#endif

#endif
