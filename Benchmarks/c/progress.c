/* The yardstick of `kernel.progress`: one statement that gives the same rows in the same order, each of its values read.
 *
 *   gcc -O2 -o progress progress.c -lsqlite3
 *   progress RUNS DATABASE
 *
 * Prints the median nanoseconds of a run.
 */
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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
    if (argc != 3) { fprintf(stderr, "usage: progress RUNS DATABASE\n"); return 64; }
    int runs = atoi(argv[1]);
    sqlite3 *db;
    check(sqlite3_open_v2(argv[2], &db, SQLITE_OPEN_READONLY, NULL), db, argv[2]);
    const char *sql =
        "SELECT e.offering, p.id, a.activity, a.title, a.due, CASE WHEN c.status = 'done' THEN 'done' WHEN a.due <= ?1 THEN 'overdue'"
        " ELSE coalesce(c.status, iif(a.on_order, 'ordered', 'not-begun')) END, c.since FROM kernel_enrolment e"
        " JOIN kernel_person p ON p.key = e.person JOIN kernel_activity a ON a.offering = e.offering AND a.state = 'active'"
        " LEFT JOIN kernel_order o ON o.enrolment = e.id AND o.activity = a.key"
        " LEFT JOIN kernel_completion c ON c.enrolment = e.id AND c.activity = a.key"
        " WHERE e.role = 'participant' AND e.state = 'active' AND (a.on_order = 0 OR o.enrolment IS NOT NULL)"
        " AND a.kind = 'reflection.note' ORDER BY e.offering, p.sort_key, p.id, a.position, a.activity";
    sqlite3_stmt *statement;
    int64_t *times = calloc(runs + 1, sizeof *times), sum = 0, rows = 0;
    for (int round = 0; round <= runs; round++) {
        int64_t start = now();
        check(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), db, sql);
        sqlite3_bind_int64(statement, 1, 1818403200000000LL);
        for (rows = 0; sqlite3_step(statement) == SQLITE_ROW; rows++) {
            for (int column = 0; column < 7; column++) {
                const unsigned char *text = sqlite3_column_text(statement, column);
                sum += text ? text[0] + sqlite3_column_bytes(statement, column) : 0;
            }
        }
        check(sqlite3_finalize(statement), db, sql);
        times[round] = now() - start;
    }
    if (!rows) { fprintf(stderr, "no rows\n"); return 1; }
    qsort(times + 1, runs, sizeof *times, ascending);
    printf("%lld\n", (long long)times[1 + runs / 2]);
    return sum == 0;
}
