.PHONY: help build test demo format lint bench snapshots docs schemas install clean
.DEFAULT_GOAL := help

help:        ## this list
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

build:       ## the release executable, at .build/release/kjerne
	@scripts/build

test:        ## everything that must hold: what CI runs
	@scripts/test

demo:        ## the main job, from check to undo, in a folder of its own
	@scripts/demo

format:      ## lay out the sources as .swift-format says
	@swift format --in-place --parallel --recursive Package.swift Sources Tests

lint:        ## hold the sources to .swift-format
	@scripts/lint

bench:       ## speed, each figure beside its yardstick in C
	@scripts/bench

snapshots:   ## write the golden files anew (then read the difference)
	@RECORD_SNAPSHOTS=1 swift test || true

docs:        ## the generated pages of docs/
	@scripts/docs

schemas:     ## the compiled-in modules, and the schemas that editors read
	@scripts/embed && swift run -c release --static-swift-stdlib kjerne schema write

install:     ## PREFIX=/usr/local: the executable, and its completion for three shells
	@scripts/build && scripts/install "$(DESTDIR)$(or $(PREFIX),/usr/local)"

clean:       ## what a build leaves
	@rm -rf .build
