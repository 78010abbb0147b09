/* The yardstick of the search: the same FTS5 queries, the rows they find fetched in the order of their rank.
 *
 *   gcc -O2 -o grep_search grep_search.c -lsqlite3
 *   grep_search STORE QUERIES.txt
 *
 * Each line of QUERIES.txt is an FTS5 expression. The best fifty of each are fetched with the columns that the report shows, and all that fit
 * are counted, since the report says how many there are. Every query is put once to warm up and once on time. Prints the 95th percentile in
 * nanoseconds.
 */
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void check(int code, sqlite3 *db, const char *what) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
        exit(1);
    }
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    if (argc != 3) { fprintf(stderr, "usage: grep_search STORE QUERIES.txt\n"); return 64; }
    sqlite3 *db;
    check(sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL), db, argv[1]);
    sqlite3_stmt *search, *amount;
    const char *sql =
        "SELECT r._id, r.name, r.code, r.type, r.status, r.valid_from, r.valid_to, r.binding, r.title, r.plan, r.\"set\", r.position, r.years"
        " FROM curriculum_revision__search JOIN curriculum_revision r ON r._id = curriculum_revision__search.rowid"
        " WHERE r.\"until\" IS NULL AND curriculum_revision__search MATCH ? ORDER BY rank, r._id LIMIT 50";
    check(sqlite3_prepare_v2(db, sql, -1, &search, NULL), db, sql);
    sql = "SELECT count(*) FROM curriculum_revision__search JOIN curriculum_revision r ON r._id = curriculum_revision__search.rowid"
          " WHERE r.\"until\" IS NULL AND curriculum_revision__search MATCH ?";
    check(sqlite3_prepare_v2(db, sql, -1, &amount, NULL), db, sql);
    FILE *file = fopen(argv[2], "r");
    if (!file) { perror(argv[2]); return 1; }
    char *line = NULL;
    size_t room = 0;
    int64_t *times = NULL, queries = 0, bytes = 0;
    while (getline(&line, &room, file) > 0) {
        line[strcspn(line, "\n")] = 0;
        if (!*line) continue;
        times = realloc(times, (queries + 1) * sizeof *times);
        for (int turn = 0; turn < 2; turn++) {
            int64_t start = now();
            sqlite3_bind_text(search, 1, line, -1, SQLITE_STATIC);
            int code;
            while ((code = sqlite3_step(search)) == SQLITE_ROW)
                for (int column = 0; column < sqlite3_column_count(search); column++)
                    if (sqlite3_column_text(search, column)) bytes += sqlite3_column_bytes(search, column);
            check(code, db, line);
            sqlite3_reset(search);
            sqlite3_bind_text(amount, 1, line, -1, SQLITE_STATIC);
            check(sqlite3_step(amount), db, line);
            sqlite3_reset(amount);
            times[queries] = now() - start;
        }
        queries++;
    }
    if (!bytes) { fprintf(stderr, "nothing was found\n"); return 1; }
    qsort(times, queries, sizeof *times, ascending);
    printf("%lld\n", (long long)times[queries * 95 / 100]);
    return 0;
}
