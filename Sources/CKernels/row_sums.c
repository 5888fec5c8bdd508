#include "CKernels.h"
#include <stddef.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF

// How many entries ahead of its use an element of x is asked for.
enum { distance = 64 };

static inline double combine(const double lane[8]) {
  double a = (lane[0] + lane[4]) + (lane[2] + lane[6]);
  double b = (lane[1] + lane[5]) + (lane[3] + lane[7]);
  return a + b;
}

static inline int64_t start_of(const ck_rows *rows, int64_t row) {
  return rows->offsets32 ? (int64_t)rows->offsets32[row] : rows->offsets64[row];
}

static inline double value_of(const ck_rows *rows, int64_t e) {
  return rows->wide ? rows->wide[e] : rows->narrow ? (double)rows->narrow[e] : rows->constant;
}

#define LOOK_AHEAD(e, n)                                                                     \
  if (look_ahead && (e) + distance + (n) <= entries)                                         \
    for (int ahead = 0; ahead < (n); ++ahead)                                                \
      __builtin_prefetch(&x[columns[(e) + distance + ahead]], 0, 1);

static void sums_portable(const ck_rows *rows, const int32_t *list, int64_t first, int64_t count, const double *x,
                          double *sums, int look_ahead) {
  const int32_t *columns = rows->columns;
  const int64_t entries = rows->entries;
  for (int64_t k = 0; k < count; ++k) {
    int64_t row = list ? list[k] : first + k;
    int64_t e = start_of(rows, row), end = start_of(rows, row + 1);
    double lane[8] = {0};
    for (; e + 8 <= end; e += 8) {
      LOOK_AHEAD(e, 8)
      for (int j = 0; j < 8; ++j) lane[j] += value_of(rows, e + j) * x[columns[e + j]];
    }
    for (int j = 0; e + j < end; ++j) lane[j] += value_of(rows, e + j) * x[columns[e + j]];
    sums[k] = combine(lane);
  }
}

#if defined(__x86_64__)

// Four lanes and four: the same eight partial sums.
__attribute__((target("avx2"))) static void sums_avx2(const ck_rows *rows, const int32_t *list, int64_t first,
                                                      int64_t count, const double *x, double *sums, int look_ahead) {
  const int32_t *columns = rows->columns;
  const float *narrow = rows->narrow;
  const double *wide = rows->wide;
  const int64_t entries = rows->entries;
  const __m256d constant = _mm256_set1_pd(rows->constant);
  for (int64_t k = 0; k < count; ++k) {
    int64_t row = list ? list[k] : first + k;
    int64_t e = start_of(rows, row), end = start_of(rows, row + 1);
    __m256d low = _mm256_setzero_pd(), high = _mm256_setzero_pd();
    for (; e + 8 <= end; e += 8) {
      LOOK_AHEAD(e, 8)
      __m128i c0 = _mm_loadu_si128((const __m128i *)(columns + e));
      __m128i c1 = _mm_loadu_si128((const __m128i *)(columns + e + 4));
      __m256d x0 = _mm256_i32gather_pd(x, c0, 8), x1 = _mm256_i32gather_pd(x, c1, 8);
      __m256d w0 = constant, w1 = constant;
      if (wide) {
        w0 = _mm256_loadu_pd(wide + e);
        w1 = _mm256_loadu_pd(wide + e + 4);
      } else if (narrow) {
        w0 = _mm256_cvtps_pd(_mm_loadu_ps(narrow + e));
        w1 = _mm256_cvtps_pd(_mm_loadu_ps(narrow + e + 4));
      }
      low = _mm256_add_pd(low, _mm256_mul_pd(w0, x0));
      high = _mm256_add_pd(high, _mm256_mul_pd(w1, x1));
    }
    double lane[8];
    _mm256_storeu_pd(lane, low);
    _mm256_storeu_pd(lane + 4, high);
    for (int j = 0; e + j < end; ++j) lane[j] += value_of(rows, e + j) * x[columns[e + j]];
    sums[k] = combine(lane);
  }
}

#define WIDEST __attribute__((target("avx512f,avx512vl"), always_inline)) static inline

WIDEST double combine512(__m512d lanes) {
  __m256d four = _mm256_add_pd(_mm512_castpd512_pd256(lanes), _mm512_extractf64x4_pd(lanes, 1));
  __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
  return _mm_cvtsd_f64(two) + _mm_cvtsd_f64(_mm_unpackhi_pd(two, two));
}

WIDEST __m512d values512(const ck_rows *rows, __m512d constant, int64_t e, __mmask8 mask) {
  if (rows->wide) return _mm512_maskz_loadu_pd(mask, rows->wide + e);
  if (rows->narrow) return _mm512_cvtps_pd(_mm256_maskz_loadu_ps(mask, rows->narrow + e));
  return constant;
}

// Eight lanes at once; what is left of a row is done under a mask.
__attribute__((target("avx512f,avx512vl"))) static void sums_avx512(const ck_rows *given, const int32_t *list,
                                                                   int64_t first, int64_t count, const double *x,
                                                                   double *sums, int look_ahead) {
  const ck_rows rows = *given;
  const int32_t *columns = rows.columns;
  const int64_t entries = rows.entries;
  const __m512d constant = _mm512_set1_pd(rows.constant);
  const __m512d zero = _mm512_setzero_pd();
  for (int64_t k = 0; k < count; ++k) {
    int64_t row = list ? list[k] : first + k;
    int64_t e = start_of(&rows, row), end = start_of(&rows, row + 1);
    __m512d lanes = zero;
    for (; e + 8 <= end; e += 8) {
      LOOK_AHEAD(e, 8)
      __m256i c = _mm256_loadu_si256((const __m256i *)(columns + e));
      __m512d product = _mm512_mul_pd(values512(&rows, constant, e, 0xFF), _mm512_i32gather_pd(c, x, 8));
      lanes = _mm512_add_pd(lanes, product);
    }
    if (e < end) {
      __mmask8 mask = (__mmask8)((1u << (end - e)) - 1);
      __m256i c = _mm256_maskz_loadu_epi32(mask, columns + e);
      __m512d picked = _mm512_mask_i32gather_pd(zero, mask, c, x, 8);
      __m512d product = _mm512_mul_pd(values512(&rows, constant, e, mask), picked);
      lanes = _mm512_mask_add_pd(lanes, mask, lanes, product);
    }
    sums[k] = combine512(lanes);
  }
}

int ck_widest(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) return ck_avx512;
  return __builtin_cpu_supports("avx2") ? ck_avx2 : ck_portable;
}

#else

int ck_widest(void) { return ck_portable; }

#endif

void ck_row_sums(const ck_rows *rows, const int32_t *list, int64_t first, int64_t count, const double *x, double *sums,
                 int look_ahead, int width) {
#if defined(__x86_64__)
  if (width >= ck_avx512) return sums_avx512(rows, list, first, count, x, sums, look_ahead);
  if (width == ck_avx2) return sums_avx2(rows, list, first, count, x, sums, look_ahead);
#endif
  sums_portable(rows, list, first, count, x, sums, look_ahead);
}
