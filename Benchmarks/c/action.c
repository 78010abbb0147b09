/* The yardstick of actions: writes the very rows that creating reflection notes left, into a copy of the store from before.
 *
 *   gcc -O2 -o action action.c -lsqlite3
 *   action AFTER BEFORE each|bulk
 *
 * AFTER is a store in which kjerne has created notes, each for another enrolment; BEFORE is the same store without them, and is changed. The rows
 * are read into memory first. `each` writes those of one note in a transaction of its own with synchronous = FULL and prints the median
 * nanoseconds of a transaction; `bulk` writes all in one transaction with synchronous = NORMAL and prints the nanoseconds of it, as kjerne does
 * with `--each`. What the rows hold (hashes, commitments, folded texts) is copied, not computed.
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

static int64_t number(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = prepare(db, sql);
    check(sqlite3_step(statement), db, sql);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

/* The new rows of one table, with the number of the note that each belongs to in the first column. */
struct table {
    const char *name, *columns, *select;
    sqlite3_stmt *insert;
    sqlite3_value **values;
    int64_t *note, rows, at;
    int width;
};

/* In the order in which they are written. */
static struct table tables[] = {
    {"reflection_note", "*", "SELECT r._id, r.* FROM reflection_note r WHERE r._id > ?1 ORDER BY 1"},
    {"reflection_note__search", "rowid, text, text__folded",
     "SELECT rowid, rowid, text, text__folded FROM reflection_note__search WHERE rowid > ?1 ORDER BY 1"},
    {"kernel_event", "*", "SELECT s.record, e.* FROM kernel_event e JOIN kernel_state s ON s.event = e.sequence WHERE e.sequence > ?2 ORDER BY 1"},
    {"kernel_event_record", "*",
     "SELECT s.record, r.* FROM kernel_event_record r JOIN kernel_state s ON s.event = r.event WHERE r.event > ?2 ORDER BY 1, 3, 4"},
    {"kernel_event_payload", "*",
     "SELECT s.record, p.* FROM kernel_event_payload p JOIN kernel_state s ON s.event = p.event WHERE p.event > ?2 ORDER BY 1"},
    {"kernel_state", "*", "SELECT record, s.* FROM kernel_state s WHERE event > ?2 ORDER BY 1"},
    {"kernel_completion", "*",
     "SELECT r._id, c.* FROM reflection_note r JOIN kernel_completion c ON c.enrolment = r.enrolment AND c.activity = r.activity WHERE r._id > ?1 ORDER BY 1"},
    {"kernel_fulfilment", "*",
     "SELECT r._id, f.* FROM reflection_note r JOIN kernel_fulfilment f ON f.enrolment = r.enrolment WHERE r._id > ?1 ORDER BY 1"},
};
enum { count = sizeof tables / sizeof *tables };

static void load(sqlite3 *after, sqlite3 *before, struct table *table, int64_t note, int64_t event) {
    sqlite3_stmt *select = prepare(after, table->select);
    sqlite3_bind_int64(select, 1, note);
    if (sqlite3_bind_parameter_count(select) > 1) sqlite3_bind_int64(select, 2, event);
    table->width = sqlite3_column_count(select) - 1;
    int64_t room = 0;
    while (sqlite3_step(select) == SQLITE_ROW) {
        if (table->rows == room) {
            room = room ? room * 2 : 1024;
            table->note = realloc(table->note, room * sizeof *table->note);
            table->values = realloc(table->values, room * table->width * sizeof *table->values);
        }
        table->note[table->rows] = sqlite3_column_int64(select, 0);
        for (int column = 0; column < table->width; column++)
            table->values[table->rows * table->width + column] = sqlite3_value_dup(sqlite3_column_value(select, column + 1));
        table->rows++;
    }
    sqlite3_finalize(select);
    char sql[1000], *end = sql + sprintf(sql, "INSERT OR REPLACE INTO %s ", table->name);
    if (*table->columns != '*') end += sprintf(end, "(%s) ", table->columns);
    end += sprintf(end, "VALUES (?");
    for (int column = 1; column < table->width; column++) end += sprintf(end, ", ?");
    sprintf(end, ")");
    table->insert = prepare(before, sql);
}

/* Writes every row of one note. */
static void write_note(sqlite3 *db, int64_t note) {
    for (struct table *table = tables; table < tables + count; table++) {
        for (; table->at < table->rows && table->note[table->at] == note; table->at++) {
            for (int column = 0; column < table->width; column++)
                sqlite3_bind_value(table->insert, column + 1, table->values[table->at * table->width + column]);
            check(sqlite3_step(table->insert), db, table->name);
            sqlite3_reset(table->insert);
        }
    }
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "usage: action AFTER BEFORE each|bulk\n"); return 64; }
    int each = !strcmp(argv[3], "each");
    sqlite3 *after, *before;
    check(sqlite3_open_v2(argv[1], &after, SQLITE_OPEN_READONLY, NULL), after, argv[1]);
    check(sqlite3_open(argv[2], &before), before, argv[2]);
    run(before, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
    run(before, each ? "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000" : "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -256000");
    int64_t note = number(before, "SELECT coalesce(max(_id), 0) FROM reflection_note");
    int64_t event = number(before, "SELECT coalesce(max(sequence), 0) FROM kernel_event");
    for (struct table *table = tables; table < tables + count; table++) load(after, before, table, note, event);
    sqlite3_close(after);
    int64_t notes = tables[0].rows, *times = calloc(notes + 1, sizeof *times), all = now();
    if (!notes) { fprintf(stderr, "no new notes\n"); return 1; }
    if (!each) run(before, "BEGIN IMMEDIATE");
    for (int64_t index = 0; index < notes; index++) {
        int64_t start = now();
        if (each) run(before, "BEGIN IMMEDIATE");
        write_note(before, tables[0].note[index]);
        if (each) run(before, "COMMIT");
        times[index] = now() - start;
    }
    if (!each) run(before, "COMMIT");
    all = now() - all;
    for (struct table *table = tables; table < tables + count; table++) {
        if (table->at != table->rows || !table->rows) { fprintf(stderr, "%s: rows left\n", table->name); return 1; }
        sqlite3_finalize(table->insert);
    }
    qsort(times, notes, sizeof *times, ascending);
    printf("%lld\n", (long long)(each ? times[notes / 2] : all));
    return sqlite3_close(before) == SQLITE_OK ? 0 : 1;
}
