/* The yardstick of delivering events: reads the same rows in the same batches, and writes ten positions after each.
 *
 *   gcc -O2 -o events_read events_read.c -lsqlite3
 *   events_read RUNS DATABASE
 *
 * Prints the median nanoseconds for each event. Every column that a subscriber is given is read; nothing is done with it.
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

static void run(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), db, sql); }

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), db, sql);
    return statement;
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
    if (argc != 3) { fprintf(stderr, "usage: events_read RUNS DATABASE\n"); return 64; }
    int runs = atoi(argv[1]);
    sqlite3 *db;
    check(sqlite3_open(argv[2], &db), db, argv[2]);
    run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
    run(db, "CREATE TABLE IF NOT EXISTS yardstick (subscriber TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
            "INSERT OR REPLACE INTO main.yardstick SELECT 'subscriber-' || value, 0 FROM json_each('[0,1,2,3,4,5,6,7,8,9]')");
    sqlite3_stmt *events = prepare(db,
        "SELECT sequence, instant, name, version, action, actor, module, module_version, commitment, p.payload FROM kernel_event"
        " LEFT JOIN kernel_event_payload p ON p.event = sequence WHERE sequence > ? ORDER BY sequence LIMIT 1000");
    sqlite3_stmt *records = prepare(db, "SELECT kind, id FROM kernel_event_record WHERE event = ? ORDER BY kind, id");
    sqlite3_stmt *update = prepare(db, "UPDATE main.yardstick SET position = ?");
    int64_t *times = calloc(runs + 1, sizeof *times), sum = 0, count = 0;
    for (int round = 0; round <= runs; round++) {
        int64_t start = now(), position = 0;
        for (count = 0;;) {
            int64_t before = count;
            sqlite3_bind_int64(events, 1, position);
            while (sqlite3_step(events) == SQLITE_ROW) {
                position = sqlite3_column_int64(events, 0);
                sum += sqlite3_column_int64(events, 1) + sqlite3_column_int64(events, 3);
                for (int column = 2; column < 10; column++) {
                    if (column == 3) continue;
                    const unsigned char *bytes = sqlite3_column_blob(events, column);
                    sum += bytes ? bytes[0] + sqlite3_column_bytes(events, column) : 0;
                }
                sqlite3_bind_int64(records, 1, position);
                while (sqlite3_step(records) == SQLITE_ROW) sum += sqlite3_column_text(records, 0)[0] + sqlite3_column_text(records, 1)[0];
                sqlite3_reset(records);
                count++;
            }
            sqlite3_reset(events);
            if (count == before) break;
            run(db, "BEGIN IMMEDIATE");
            sqlite3_bind_int64(update, 1, position);
            check(sqlite3_step(update), db, "update");
            sqlite3_reset(update);
            run(db, "COMMIT");
        }
        times[round] = (now() - start) / (count ? count : 1);
    }
    qsort(times + 1, runs, sizeof *times, ascending);
    printf("%lld\n", (long long)times[1 + runs / 2]);
    return sum == 0;
}
