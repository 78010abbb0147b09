// Kills the process in which it is preloaded just before one of its writes to a file, for tests of what a crash leaves.
//
// KILL_POINT=5  kills before the fifth write, sync, cut or removal of a file; 0 or nothing lets the process end.
// KILL_COUNT=F  writes to F how many there were, when the process ends by itself.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static long target;
static atomic_long count;

__attribute__((constructor)) static void begin(void) {
  const char *wish = getenv("KILL_POINT");
  target = wish ? atol(wish) : 0;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("KILL_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&count));
  fclose(file);
}

static void step(void) {
  if (atomic_fetch_add(&count, 1) + 1 == target) kill(getpid(), SIGKILL);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  step();
  return NEXT(pwrite64)(file, bytes, size, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  step();
  return NEXT(pwrite)(file, bytes, size, offset);
}

int fsync(int file) {
  step();
  return NEXT(fsync)(file);
}

int fdatasync(int file) {
  step();
  return NEXT(fdatasync)(file);
}

int ftruncate64(int file, off64_t size) {
  step();
  return NEXT(ftruncate64)(file, size);
}

int ftruncate(int file, off_t size) {
  step();
  return NEXT(ftruncate)(file, size);
}

int unlink(const char *path) {
  step();
  return NEXT(unlink)(path);
}
