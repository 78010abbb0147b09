/* The yardstick of reading a thousand modules: opens every FOLDER/NAME/module.yaml, reads it, and pulls libyaml's events from it.
 *
 *   cc -O2 -o yaml_files yaml_files.c -lyaml
 *   yaml_files RUNS FOLDER
 *
 * The folder is listed anew in each run. Checks, digests and orders nothing. Prints the median of RUNS in nanoseconds, after one run that only
 * warms up.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
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

static long events(const unsigned char *text, size_t length, const char *path) {
    yaml_parser_t parser;
    yaml_event_t event;
    long count = 0;
    if (!yaml_parser_initialize(&parser)) { fprintf(stderr, "out of memory\n"); exit(1); }
    yaml_parser_set_input_string(&parser, text, length);
    for (int done = 0; !done; count++) {
        if (!yaml_parser_parse(&parser, &event)) { fprintf(stderr, "%s: %s\n", path, parser.problem); exit(1); }
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return count;
}

static long pass(const char *folder) {
    DIR *directory = opendir(folder);
    if (!directory) { perror(folder); exit(1); }
    long count = 0;
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (*entry->d_name == '.') continue;
        char path[4096];
        snprintf(path, sizeof path, "%s/%s/module.yaml", folder, entry->d_name);
        int file = open(path, O_RDONLY);
        struct stat status;
        if (file < 0 || fstat(file, &status)) { perror(path); exit(1); }
        unsigned char *text = malloc(status.st_size + 1);
        if (read(file, text, status.st_size) != status.st_size) { perror(path); exit(1); }
        close(file);
        count += events(text, status.st_size, path);
        free(text);
    }
    closedir(directory);
    return count;
}

int main(int argc, char **argv) {
    int runs = argc == 3 ? atoi(argv[1]) : 0;
    if (runs < 1) { fprintf(stderr, "usage: yaml_files RUNS FOLDER\n"); return 64; }
    int64_t *times = malloc(sizeof *times * runs);
    if (pass(argv[2]) < 1) { fprintf(stderr, "%s: no modules\n", argv[2]); return 1; }
    for (int run = 0; run < runs; run++) {
        int64_t start = now();
        pass(argv[2]);
        times[run] = now() - start;
    }
    qsort(times, runs, sizeof *times, ascending);
    printf("%lld\n", (long long)times[runs / 2]);
    return 0;
}
