#include "CText.h"

// Short runs, so that the counters of a run fit a byte and the inner loop is one of bytes alone.
enum { run = 192 };

int ck_scan_text(const uint8_t *bytes, int64_t count, int64_t *lines) {
  int64_t feeds = 0;
  uint8_t control = 0, high = 0;
  for (int64_t start = 0; start < count; start += run) {
    int64_t length = count - start < run ? count - start : run;
    const uint8_t *at = bytes + start;
    uint8_t found = 0;
    for (int64_t i = 0; i < length; ++i) {
      uint8_t byte = at[i];
      found += byte == '\n';
      control |= (byte < 0x20) & (byte != '\n') & (byte != '\r') & (byte != '\t');
      high |= byte;
    }
    feeds += found;
  }
  *lines = feeds;
  return (control ? ck_has_control : 0) | (high & 0x80 ? ck_has_high : 0);
}
