/* The yardstick of reading a workspace: pulls libyaml's events over the same files, and does nothing with them.
 *
 *   cc -O2 -o yaml_events yaml_events.c -lyaml
 *   yaml_events RUNS FILE ...
 *
 * The files are read into memory first. Prints the median of RUNS passes over all of them, in nanoseconds.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static void events(const unsigned char *text, size_t length, const char *path) {
    yaml_parser_t parser;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parser)) { fprintf(stderr, "out of memory\n"); exit(1); }
    yaml_parser_set_input_string(&parser, text, length);
    for (int done = 0; !done;) {
        if (!yaml_parser_parse(&parser, &event)) { fprintf(stderr, "%s: %s\n", path, parser.problem); exit(1); }
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

int main(int argc, char **argv) {
    int runs = argc > 2 ? atoi(argv[1]) : 0, files = argc - 2;
    if (runs < 1) { fprintf(stderr, "usage: yaml_events RUNS FILE ...\n"); return 64; }
    unsigned char **texts = malloc(sizeof *texts * files);
    size_t *lengths = malloc(sizeof *lengths * files);
    int64_t *times = malloc(sizeof *times * runs);
    for (int i = 0; i < files; i++) {
        FILE *file = fopen(argv[i + 2], "rb");
        if (!file) { perror(argv[i + 2]); return 1; }
        fseek(file, 0, SEEK_END);
        lengths[i] = ftell(file);
        rewind(file);
        texts[i] = malloc(lengths[i] + 1);
        if (fread(texts[i], 1, lengths[i], file) != lengths[i]) { perror(argv[i + 2]); return 1; }
        fclose(file);
    }
    for (int run = 0; run < runs; run++) {
        int64_t start = now();
        for (int i = 0; i < files; i++) events(texts[i], lengths[i], argv[i + 2]);
        times[run] = now() - start;
    }
    qsort(times, runs, sizeof *times, ascending);
    printf("%lld\n", (long long)times[runs / 2]);
    return 0;
}
