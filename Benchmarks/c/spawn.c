/* Starts commands in turn, each N times, and prints the median wall time of each: no shell stands between clock and process.
 *
 *   cc -O2 -o spawn spawn.c
 *   spawn N COMMAND [ARGUMENT ...] [-- COMMAND [ARGUMENT ...]] ...
 *
 * Prints one line for each command: the median in milliseconds. What the commands write goes to /dev/null. A command that fails ends the run.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double once(char **command, posix_spawn_file_actions_t *actions) {
    double start = now();
    pid_t process;
    int code = posix_spawnp(&process, command[0], actions, NULL, command, environ), status;
    if (code != 0) { fprintf(stderr, "%s: %s\n", command[0], strerror(code)); exit(1); }
    if (waitpid(process, &status, 0) < 0) { perror("waitpid"); exit(1); }
    double end = now();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) { fprintf(stderr, "%s failed (status %#x)\n", command[0], status); exit(1); }
    return end - start;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    int runs = argc > 2 ? atoi(argv[1]) : 0, commands = 0;
    if (runs < 1) { fprintf(stderr, "usage: spawn N COMMAND [ARGUMENT ...] [-- COMMAND ...] ...\n"); return 64; }
    char **command[64];
    command[commands++] = argv + 2;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--") != 0) continue;
        argv[i] = NULL;
        if (commands == 64 || i + 1 >= argc) { fprintf(stderr, "too many commands, or none after --\n"); return 64; }
        command[commands++] = argv + i + 1;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    double *times = malloc(sizeof(double) * runs * commands);
    if (!times) { perror("malloc"); return 1; }
    for (int c = 0; c < commands; c++) once(command[c], &actions);
    for (int run = 0; run < runs; run++)
        for (int c = 0; c < commands; c++) times[c * runs + run] = once(command[c], &actions);
    for (int c = 0; c < commands; c++) {
        qsort(times + c * runs, runs, sizeof(double), ascending);
        printf("%.3f\n", times[c * runs + runs / 2]);
    }
    free(times);
    posix_spawn_file_actions_destroy(&actions);
    return 0;
}
