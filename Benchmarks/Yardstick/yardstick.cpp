// The yardstick: how fast this machine can do the three things the program is measured by.
//
//   yardstick TIES.csv SUSCEPTIBILITY [ANSWER.npy]
//   yardstick FOLDER   SUSCEPTIBILITY [ANSWER.npy]      offsets.npy, neighbors.npy, weights.npy, perhaps own.npy
//
// 1. An edge list (source,target[,weight]; undirected) becomes ties by rows: the file is mapped, every thread parses and
//    numbers a piece of its own, the pieces' people are merged in order (so numbers follow the first appearance), and
//    every thread fills the rows of a range of its own.
// 2. One step x' = a W x + (1 - a) s, rows in ranges of equal work, eight gathered scores at once where the processor has
//    AVX-512.
// 3. Steps from s until a / (1 - a) |x' - x| is at most 1e-9 of the scale (Jacobi's method, certified).
//
// It prints one line of JSON. No error is explained, no bits are promised: that is the point of comparing with it.
#include <fcntl.h>
#include <immintrin.h>
#include <omp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

static double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] static void fail(const std::string &message) {
  std::fprintf(stderr, "yardstick: %s\n", message.c_str());
  std::exit(65);
}

// Memory without a value in it, on huge pages where the system gives them.
template <typename T>
struct Array {
  T *data = nullptr;
  size_t count = 0;
  Array() = default;
  explicit Array(size_t n) : count(n) {
    const size_t huge = size_t(2) << 20, bytes = (n * sizeof(T) + 64 + huge - 1) / huge * huge;
    data = static_cast<T *>(std::aligned_alloc(huge, bytes));
    if (!data) fail("no memory");
    madvise(data, bytes, MADV_HUGEPAGE);
  }
  Array(Array &&other) noexcept : data(std::exchange(other.data, nullptr)), count(std::exchange(other.count, 0)) {}
  Array &operator=(Array &&other) noexcept {
    std::swap(data, other.data);
    std::swap(count, other.count);
    return *this;
  }
  ~Array() { std::free(data); }
  T &operator[](size_t i) const { return data[i]; }
};

struct File {
  const char *bytes;
  size_t size;
  explicit File(const std::string &path) {
    const int handle = open(path.c_str(), O_RDONLY);
    struct stat status;
    if (handle < 0 || fstat(handle, &status) != 0) fail(path + ": cannot be read");
    size = size_t(status.st_size);
    void *address = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle, 0);
    if (address == MAP_FAILED) fail(path + ": cannot be mapped");
    madvise(address, size, MADV_SEQUENTIAL);
    bytes = static_cast<const char *>(address);
    close(handle);
  }
};

struct Ties {
  size_t people = 0;
  Array<int64_t> offsets;
  Array<int32_t> neighbors;
  Array<double> weights;
};

// MARK: Parsing

// Numbers texts in the order they come: open addressing on a 64-bit hash. A slot holds the first eight bytes, so a short
// text is found without a look anywhere else; longer ones are compared where the file has them.
class Numbering {
 public:
  std::vector<std::string_view> texts;

  Numbering() { clear(slots); }

  uint32_t number(std::string_view text) {
    if (2 * texts.size() >= slots.count) grow();
    const uint64_t start = first(text), hash = mix(text);
    const uint32_t tag = uint32_t(hash >> 32);
    for (size_t i = hash & (slots.count - 1);; i = (i + 1) & (slots.count - 1)) {
      Slot &slot = slots[i];
      if (slot.number == empty) {
        slot = {start, tag, uint32_t(texts.size())};
        texts.push_back(text);
        return slot.number;
      }
      // No text holds a zero byte, so short texts of different lengths differ in the padding.
      if (slot.start == start && slot.tag == tag && (text.size() <= 8 || texts[slot.number] == text)) return slot.number;
    }
  }

 private:
  struct Slot {
    uint64_t start;
    uint32_t tag, number;
  };
  static constexpr uint32_t empty = UINT32_MAX;
  Array<Slot> slots = Array<Slot>(1 << 16);

  static uint64_t first(std::string_view text) {
    uint64_t word = 0;
    std::memcpy(&word, text.data(), std::min<size_t>(8, text.size()));
    return word;
  }
  static uint64_t mix(std::string_view text) {
    uint64_t hash = 0x9E3779B97F4A7C15ull ^ text.size();
    for (size_t i = 0; i < text.size(); i += 8) hash = fold(hash ^ first(text.substr(i)));
    return hash;
  }
  static uint64_t fold(uint64_t value) {
    const unsigned __int128 product = (unsigned __int128)value * 0xD6E8FEB86659FD93ull;
    return uint64_t(product) ^ uint64_t(product >> 64);
  }
  static void clear(const Array<Slot> &slots) { std::fill_n(slots.data, slots.count, Slot{0, 0, empty}); }
  void grow() {
    Array<Slot> larger(2 * slots.count);
    clear(larger);
    for (size_t from = 0; from < slots.count; ++from) {
      const Slot &slot = slots[from];
      if (slot.number == empty) continue;
      size_t i = mix(texts[slot.number]) & (larger.count - 1);
      while (larger[i].number != empty) i = (i + 1) & (larger.count - 1);
      larger[i] = slot;
    }
    slots = std::move(larger);
  }
};

struct Piece {
  std::vector<uint32_t> sources, targets;
  std::vector<double> weights;
  Numbering people;
};

// A decimal number of at most 15 digits exactly; anything else by the library.
static const char *parseNumber(const char *at, const char *end, double &value) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const char *start = at;
  uint64_t digits = 0;
  int count = 0, fraction = 0;
  for (; at < end && unsigned(*at - '0') < 10; ++at, ++count) digits = digits * 10 + unsigned(*at - '0');
  if (at < end && *at == '.')
    for (++at; at < end && unsigned(*at - '0') < 10; ++at, ++count, ++fraction) digits = digits * 10 + unsigned(*at - '0');
  if (count == 0 || count > 15 || (at < end && (*at == 'e' || *at == 'E'))) {
    char text[64] = {};
    std::memcpy(text, start, std::min<size_t>(63, size_t(end - start)));
    char *stop;
    value = std::strtod(text, &stop);
    if (stop == text) fail("a weight was expected");
    return start + (stop - text);
  }
  value = double(digits) / powers[fraction];
  return at;
}

static void parsePiece(const char *at, const char *end, Piece &piece) {
  const size_t guess = size_t(end - at) / 20;
  piece.sources.reserve(guess);
  piece.targets.reserve(guess);
  piece.weights.reserve(guess);
  while (at < end) {
    const char *comma = static_cast<const char *>(std::memchr(at, ',', size_t(end - at)));
    if (!comma) fail("source,target was expected");
    piece.sources.push_back(piece.people.number({at, size_t(comma - at)}));
    const char *stop = ++comma;
    while (stop < end && *stop != ',' && *stop != '\n' && *stop != '\r') ++stop;
    piece.targets.push_back(piece.people.number({comma, size_t(stop - comma)}));
    double weight = 1;
    if (stop < end && *stop == ',') stop = parseNumber(stop + 1, end, weight);
    piece.weights.push_back(weight);
    while (stop < end && (*stop == '\n' || *stop == '\r')) ++stop;
    at = stop;
  }
}

static Ties readEdges(const std::string &path) {
  const File file(path);
  const char *begin = static_cast<const char *>(std::memchr(file.bytes, '\n', file.size)), *end = file.bytes + file.size;
  if (!begin) fail(path + ": a line of headers was expected");
  ++begin;
  const int threads = omp_get_max_threads();
  std::vector<const char *> cuts(size_t(threads) + 1, end);
  cuts[0] = begin;
  for (int t = 1; t < threads; ++t) {
    const char *cut = std::max(cuts[size_t(t) - 1], begin + (end - begin) * t / threads);
    const char *line = static_cast<const char *>(std::memchr(cut, '\n', size_t(end - cut)));
    cuts[size_t(t)] = line ? line + 1 : end;
  }
  std::vector<Piece> pieces(static_cast<size_t>(threads));
#pragma omp parallel for schedule(static, 1)
  for (int t = 0; t < threads; ++t) parsePiece(cuts[size_t(t)], cuts[size_t(t) + 1], pieces[size_t(t)]);
  // The first piece's numbers stand.
  Numbering &all = pieces[0].people;
  for (size_t t = 1; t < pieces.size(); ++t) {
    std::vector<uint32_t> numbers;
    numbers.reserve(pieces[t].people.texts.size());
    for (std::string_view text : pieces[t].people.texts) numbers.push_back(all.number(text));
#pragma omp parallel for
    for (size_t i = 0; i < pieces[t].sources.size(); ++i) {
      pieces[t].sources[i] = numbers[pieces[t].sources[i]];
      pieces[t].targets[i] = numbers[pieces[t].targets[i]];
    }
  }
  Ties ties;
  ties.people = all.texts.size();
  ties.offsets = Array<int64_t>(ties.people + 1);
  std::fill_n(ties.offsets.data, ties.people + 1, 0);
  std::vector<std::vector<uint32_t>> degrees(pieces.size());
#pragma omp parallel for schedule(static, 1)
  for (size_t t = 0; t < pieces.size(); ++t) {
    degrees[t].assign(ties.people, 0);
    for (uint32_t person : pieces[t].sources) ++degrees[t][person];
    for (uint32_t person : pieces[t].targets) ++degrees[t][person];
  }
  for (const std::vector<uint32_t> &part : degrees)
    for (size_t person = 0; person < ties.people; ++person) ties.offsets[person + 1] += part[person];
  for (size_t person = 0; person < ties.people; ++person) ties.offsets[person + 1] += ties.offsets[person];
  const size_t arcs = size_t(ties.offsets[ties.people]);
  ties.neighbors = Array<int32_t>(arcs);
  ties.weights = Array<double>(arcs);
  Array<int64_t> next(ties.people + 1);
  std::copy_n(ties.offsets.data, ties.people + 1, next.data);
#pragma omp parallel
  {
    const size_t t = size_t(omp_get_thread_num()), of = size_t(omp_get_num_threads());
    auto bound = [&](size_t part) {
      return uint32_t(std::lower_bound(ties.offsets.data, ties.offsets.data + ties.people, int64_t(arcs * part / of)) -
                      ties.offsets.data);
    };
    const uint32_t low = bound(t), high = t + 1 == of ? uint32_t(ties.people) : bound(t + 1);
    auto place = [&](uint32_t from, uint32_t to, double weight) {
      if (from < low || from >= high) return;
      const size_t slot = size_t(next[from]++);
      ties.neighbors[slot] = int32_t(to);
      ties.weights[slot] = weight;
    };
    for (const Piece &piece : pieces)
      for (size_t i = 0; i < piece.sources.size(); ++i) {
        place(piece.sources[i], piece.targets[i], piece.weights[i]);
        place(piece.targets[i], piece.sources[i], piece.weights[i]);
      }
  }
  munmap(const_cast<char *>(file.bytes), file.size);
  return ties;
}

// MARK: NumPy's format 1.0

template <typename Stored, typename T>
static Array<T> readArray(const std::string &path, const char *type) {
  const File file(path);
  uint16_t header = 0;
  if (file.size < 10 || std::memcmp(file.bytes, "\x93NUMPY\x01", 7) != 0) fail(path + ": no array of format 1.0");
  std::memcpy(&header, file.bytes + 8, 2);
  if (std::string_view(file.bytes + 10, header).find(type) == std::string_view::npos) fail(path + ": " + type + " was expected");
  const size_t count = (file.size - 10 - header) / sizeof(Stored);
  const Stored *stored = reinterpret_cast<const Stored *>(file.bytes + 10 + header);
  Array<T> array(count);
#pragma omp parallel for
  for (size_t i = 0; i < count; ++i) array[i] = T(stored[i]);
  munmap(const_cast<char *>(file.bytes), file.size);
  return array;
}

static bool exists(const std::string &path) { return access(path.c_str(), R_OK) == 0; }

static Ties readFolder(const std::string &folder) {
  Ties ties;
  ties.offsets = readArray<int64_t, int64_t>(folder + "/offsets.npy", "<i8");
  ties.people = ties.offsets.count - 1;
  ties.neighbors = readArray<int32_t, int32_t>(folder + "/neighbors.npy", "<i4");
  ties.weights = readArray<double, double>(folder + "/weights.npy", "<f8");
  return ties;
}

static void writeArray(const std::string &path, const double *values, size_t count) {
  std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + std::to_string(count) + ",), }";
  header.resize(117, ' ');
  header += '\n';
  const uint16_t length = uint16_t(header.size());
  FILE *file = std::fopen(path.c_str(), "wb");
  if (!file) fail(path + ": cannot be written");
  std::fwrite("\x93NUMPY\x01\x00", 1, 8, file);
  std::fwrite(&length, 2, 1, file);
  std::fwrite(header.data(), 1, header.size(), file);
  std::fwrite(values, sizeof(double), count, file);
  if (std::fclose(file) != 0) fail(path + ": cannot be written");
}

// MARK: The model

static double rowSum(const Ties &ties, int64_t at, int64_t end, const double *x) {
#if defined(__AVX512F__) && defined(__AVX512VL__)
  __m512d sums = _mm512_setzero_pd();
  for (; at + 8 <= end; at += 8) {
    const __m256i columns = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(ties.neighbors.data + at));
    sums = _mm512_fmadd_pd(_mm512_loadu_pd(ties.weights.data + at), _mm512_i32gather_pd(columns, x, 8), sums);
  }
  if (at < end) {
    const __mmask8 mask = __mmask8((1u << (end - at)) - 1);
    const __m256i columns = _mm256_maskz_loadu_epi32(mask, ties.neighbors.data + at);
    const __m512d gathered = _mm512_mask_i32gather_pd(_mm512_setzero_pd(), mask, columns, x, 8);
    sums = _mm512_fmadd_pd(_mm512_maskz_loadu_pd(mask, ties.weights.data + at), gathered, sums);
  }
  return _mm512_reduce_add_pd(sums);
#else
  double sums[4] = {};
  for (; at + 4 <= end; at += 4)
    for (int lane = 0; lane < 4; ++lane) sums[lane] += ties.weights[size_t(at + lane)] * x[ties.neighbors[size_t(at + lane)]];
  for (; at < end; ++at) sums[0] += ties.weights[size_t(at)] * x[ties.neighbors[size_t(at)]];
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
#endif
}

struct Model {
  const Ties &ties;
  double a;
  const Array<double> &own;
  std::vector<size_t> cuts;  // ranges of rows with equal work
  Array<double> factors;     // a over the row sum; 0 without ties

  Model(const Ties &ties, double a, const Array<double> &own) : ties(ties), a(a), own(own), factors(ties.people) {
    const size_t parts = 64 * size_t(omp_get_max_threads());
    cuts.push_back(0);
    for (size_t part = 1; part < parts; ++part) {
      const int64_t target = int64_t(size_t(ties.offsets[ties.people]) * part / parts);
      cuts.push_back(size_t(std::lower_bound(ties.offsets.data, ties.offsets.data + ties.people, target) - ties.offsets.data));
    }
    cuts.push_back(ties.people);
#pragma omp parallel for schedule(dynamic, 1024)
    for (size_t person = 0; person < ties.people; ++person) {
      double sum = 0;
      for (int64_t arc = ties.offsets[person]; arc < ties.offsets[person + 1]; ++arc) sum += ties.weights[size_t(arc)];
      factors[person] = sum > 0 ? a / sum : 0;
    }
  }

  double step(const double *x, double *next) const {
    double change = 0;
    const size_t parts = cuts.size() - 1;
#pragma omp parallel for schedule(dynamic, 1) reduction(max : change)
    for (size_t part = 0; part < parts; ++part)
      for (size_t person = cuts[part]; person < cuts[part + 1]; ++person) {
        const double factor = factors[person];
        const double mean = factor * rowSum(ties, ties.offsets[person], ties.offsets[person + 1], x);
        const double value = factor > 0 ? mean + (1 - a) * own[person] : own[person];
        change = std::max(change, std::abs(value - x[person]));
        next[person] = value;
      }
    return change;
  }
};

int main(int count, char **arguments) {
  if (count < 3) fail("usage: yardstick TIES.csv|FOLDER SUSCEPTIBILITY [ANSWER.npy]");
  const std::string input = arguments[1];
  const double a = std::atof(arguments[2]), low = 350, width = 600;
  if (!(a > 0 && a < 1)) fail("a susceptibility above 0 and below 1 was expected");

  double start = now();
  const bool isFolder = exists(input + "/offsets.npy");
  const Ties ties = isFolder ? readFolder(input) : readEdges(input);
  const double load = now() - start;

  Array<double> own(ties.people);
  for (size_t person = 0; person < ties.people; ++person) {
    const double turn = double(person + 1) * 0.6180339887498949;
    own[person] = low + width * (turn - std::floor(turn));
  }
  if (isFolder && exists(input + "/own.npy")) own = readArray<double, double>(input + "/own.npy", "<f8");

  const Model model(ties, a, own);
  Array<double> x(ties.people), next(ties.people);
  std::copy_n(own.data, ties.people, x.data);
  std::vector<double> times;
  for (int round = 0; round < 23; ++round) {
    start = now();
    model.step(x.data, next.data);
    if (round >= 3) times.push_back(now() - start);
    std::swap(x, next);
  }
  std::sort(times.begin(), times.end());

  start = now();
  std::copy_n(own.data, ties.people, x.data);
  int rounds = 0;
  double change;
  do {
    change = model.step(x.data, next.data);
    std::swap(x, next);
    ++rounds;
  } while (change * a / (1 - a) > 1e-9 * width);
  const double settle = now() - start;

  double checksum = 0;
  for (size_t person = 0; person < ties.people; ++person) checksum += x[person];
  if (count > 3) writeArray(arguments[3], x.data, ties.people);
  std::printf(
      "{\"people\": %zu, \"arcs\": %lld, \"threads\": %d, \"load\": %.6f, \"step\": %.6f, \"equilibrium\": %.6f, "
      "\"rounds\": %d, \"checksum\": %.17g}\n",
      ties.people, static_cast<long long>(ties.offsets[ties.people]), omp_get_max_threads(), load,
      (times[9] + times[10]) / 2, settle, rounds, checksum);
}
