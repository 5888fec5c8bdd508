# graph-tool: build, test, install. `make` alone lists what there is.

PREFIX ?= /usr/local
SWIFT ?= swift
BUILD_FLAGS ?=
SOURCES = Package.swift Sources Tests Benchmarks/Micro Examples
TOOL = .build/release/graph-tool
DEMO_RUN = .build/florentine.run
PYTHON ?= python3
VENV = .venv-interop
VENV_PAGE = .venv-page
VENV_PEERS = .venv-peers
VENV_SPARK = .venv-spark
BENCHMARKS = .build/benchmarks
CXX = g++
# GCC 12 warns about its own headers for AVX-512.
YARDSTICK_FLAGS = -O3 -march=native -std=c++20 -fopenmp -Wall -Wextra -Wno-maybe-uninitialized

.DEFAULT_GOAL := help
.PHONY: help claim pictures demo test build install format lint bench bench-peers bench-measures bench-growth bench-sweep sanitize yardstick check-install check-interop check-page check-oracle test-spark clean deps bench-simulation check-holme-newman

help: ## List what there is
	@echo "graph-tool: a social-graph contagion analyser"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

claim: ## Put the article's claim to the test: 30 seeds, a figure in docs/claim.svg
	$(SWIFT) build $(BUILD_FLAGS) -c release --product article-claim
	.build/release/article-claim Examples/ArticleClaim/claim.yaml --seeds 30 --figure docs/claim.svg

demo: build ## Build, then run the main job on datasets/florentine
	@rm -rf $(DEMO_RUN)
	$(TOOL) analyze datasets/florentine -o $(DEMO_RUN)

test: deps lint ## Install what is missing, lint, build, run all tests
	$(SWIFT) build $(BUILD_FLAGS) --build-tests
	SWIFT_BACKTRACE=enable=no $(SWIFT) test $(BUILD_FLAGS) --skip-build

build: deps ## Install what is missing, build the release program
	$(SWIFT) build $(BUILD_FLAGS) -c release --product graph-tool

install: build ## Install the program under PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(TOOL) "$(DESTDIR)$(PREFIX)/bin/graph-tool"
	@echo "installed $(DESTDIR)$(PREFIX)/bin/graph-tool"

format: ## Format all sources
	$(SWIFT) format --in-place --recursive --parallel --configuration .swift-format $(SOURCES)

lint: ## Check the format of all sources
	$(SWIFT) format lint --strict --recursive --parallel --configuration .swift-format $(SOURCES)

bench: build ## Time kernels and a few whole commands
	$(SWIFT) build $(BUILD_FLAGS) -c release --product micro-benchmarks
	.build/release/micro-benchmarks
	Benchmarks/run.sh

bench-peers: build yardstick ## Compare with other programs, write docs/performance.md: PEOPLE, TIES, REPEATS
	Benchmarks/peers/run.sh $(TOOL) $(BENCHMARKS)/yardstick $(PYTHON) $(VENV_PEERS) $(BENCHMARKS)/peers docs/performance.md

bench-measures: build ## Compare measures with igraph, networkx, esda, write docs/performance.md: PEOPLE, TIES, REPEATS
	Benchmarks/peers/install.sh $(PYTHON) $(VENV_PEERS)
	$(VENV_PEERS)/bin/python Benchmarks/peers/measures.py $(TOOL) $(BENCHMARKS)/peers docs/performance.md

bench-simulation: build ## Compare a simulation with Mesa, write docs/performance.md: SEEDS, SOCIETY_SEED, REPEATS
	Benchmarks/peers/install.sh $(PYTHON) $(VENV_PEERS)
	$(VENV_PEERS)/bin/python Benchmarks/peers/simulation.py $(TOOL) $(BENCHMARKS)/peers docs/performance.md

bench-sweep: build ## Compare a study with Mesa, write docs/performance.md: REPLICATES, VILLAGE_REPLICATES, REPEATS
	Benchmarks/peers/install.sh $(PYTHON) $(VENV_PEERS)
	$(VENV_PEERS)/bin/python Benchmarks/peers/sweep.py $(TOOL) $(BENCHMARKS)/peers docs/performance.md

bench-growth: build ## Time and memory a tie up to LARGEST ties, write docs/performance.md
	Benchmarks/growth/growth.py $(TOOL) $(BENCHMARKS)/growth docs/performance.md docs/performance-growth.svg

yardstick: $(BENCHMARKS)/yardstick ## Build the C++ program that speed is held against

$(BENCHMARKS)/yardstick: Benchmarks/Yardstick/yardstick.cpp
	@mkdir -p $(BENCHMARKS)
	$(CXX) $(YARDSTICK_FLAGS) $< -o $@

# One test asks igraph for more memory than there is, which the sanitizers would end the program for.
sanitize: deps ## Run the libraries' tests under the thread sanitizer, then the address sanitizer
	SWIFT_BACKTRACE=enable=no TSAN_OPTIONS=allocator_may_return_null=1 \
	  $(SWIFT) test --sanitize=thread --scratch-path .build-sanitize/thread --skip EndToEndTests
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 \
	  $(SWIFT) test --sanitize=address --scratch-path .build-sanitize/address --skip EndToEndTests

check-interop: build ## Read our GraphML and packs with networkx, igraph, NetworKit and NumPy
	scripts/check-interop.sh $(TOOL) $(PYTHON) $(VENV)

check-page: build ## Drive report pages in Chromium, look at .build/pages: TOWN=1 adds a million people
	scripts/check-page.sh $(TOOL) $(PYTHON) $(VENV_PAGE) $(if $(TOWN),town)

check-install: build ## Install into a temporary prefix and run that without the build folder
	scripts/check-install.sh

test-spark: build ## Hold the engine on Spark against the embedded one, a worker killed on the way: SMALL=1 for a short one
	scripts/test-spark.sh $(TOOL) $(PYTHON) $(VENV_SPARK) $(if $(SMALL),small)

check-oracle: build ## Compare with reference numbers: make check-oracle DATA=DIR
	@test -n "$(DATA)" || { echo "say where the reference data is: make check-oracle DATA=DIR"; exit 64; }
	$(SWIFT) build $(BUILD_FLAGS) -c release --product greedy-adversary
	$(PYTHON) scripts/check_oracle.py $(TOOL) .build/release/greedy-adversary "$(DATA)"

check-holme-newman: deps ## Hold the model of Holme and Newman against what they published; some minutes
	$(SWIFT) build $(BUILD_FLAGS) -c release --product holme-newman
	.build/release/holme-newman --check

pictures: build ## Make the pictures of README and docs again
	scripts/make-pictures.sh $(TOOL)

clean: ## Remove what building made
	rm -rf .build .build-sanitize $(VENV) $(VENV_PAGE) $(VENV_PEERS) $(VENV_SPARK)

deps:
	@scripts/install-dependencies.sh
