/* The yardstick of `people import`: reads a roster and inserts the same rows into the same tables, in one transaction.
 *
 *   gcc -O2 -o people_import people_import.c -lsqlite3
 *   people_import ROSTER.csv DATABASE [--tables]
 *
 * DATABASE is an empty store made by kjerne, so that tables, indexes and foreign keys are the very same; with --tables the program makes the
 * tables itself. The roster has all seven columns in the order of the contract, as `scripts` generate it; the organisations it names must be in
 * the store, or are created as schools. Prints the milliseconds from opening the roster to the end of the commit.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char *tables =
    "CREATE TABLE kernel_organisation (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL,"
    " parent TEXT REFERENCES kernel_organisation (id), origin TEXT NOT NULL CHECK (origin IN ('configuration', 'import'))) STRICT;"
    "CREATE INDEX kernel_organisation_by_parent ON kernel_organisation (parent);"
    "CREATE TABLE kernel_person (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, given_name TEXT NOT NULL,"
    " family_name TEXT NOT NULL, email TEXT, language TEXT, sort_key BLOB NOT NULL) STRICT;"
    "CREATE INDEX kernel_person_by_name ON kernel_person (sort_key);"
    "CREATE TABLE kernel_affiliation (person INTEGER NOT NULL REFERENCES kernel_person (key),"
    " organisation TEXT NOT NULL REFERENCES kernel_organisation (id), role TEXT NOT NULL, PRIMARY KEY (person, organisation, role))"
    " STRICT, WITHOUT ROWID;"
    "CREATE INDEX kernel_affiliation_by_organisation ON kernel_affiliation (organisation, role);";

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

static void step(sqlite3 *db, sqlite3_stmt *statement) {
    check(sqlite3_step(statement), db, "step");
    sqlite3_reset(statement);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* The order of names in a Norwegian list: ASCII, and the letters that Norwegian has beside it. */
static size_t sort_key(const unsigned char *name, size_t length, unsigned char *key) {
    size_t count = 0;
    int pending = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = name[i];
        if (c < 0x80) {
            if (c >= 'A' && c <= 'Z') c |= 0x20;
            if (c == 'a') {
                if (pending) key[count - 1] = 0x7D; else key[count++] = c;
                pending = !pending;
                continue;
            }
            pending = 0;
            if (c == ' ' || c == '\'' || c == '-') key[count++] = ' ';
            else if (c > 0x20 && c < 0x7B) key[count++] = c;
            continue;
        }
        pending = 0;
        unsigned scalar = i + 1 < length ? (c & 0x1F) << 6 | (name[++i] & 0x3F) : 0;
        switch (scalar) {
        case 0xC6: case 0xE6: key[count++] = 0x7B; break;
        case 0xD8: case 0xF8: key[count++] = 0x7C; break;
        case 0xC5: case 0xE5: key[count++] = 0x7D; break;
        case 0xC9: case 0xE9: case 0xC8: case 0xE8: key[count++] = 'e'; break;
        case 0xC1: case 0xE1: key[count++] = 'a'; break;
        default: key[count++] = 0x7E;
        }
    }
    return count;
}

struct field { const char *start; int length; };

/* Reads one record; quoted fields are undone in place (the file is mapped privately). */
static char *record(char *at, char *end, char delimiter, struct field *fields, int *count) {
    *count = 0;
    for (;;) {
        struct field *field = &fields[(*count)++];
        if (*count > 16) { fprintf(stderr, "too many fields\n"); exit(1); }
        if (at < end && *at == '"') {
            char *out = ++at;
            field->start = out;
            while (at < end && !(*at == '"' && !(at + 1 < end && at[1] == '"'))) {
                if (*at == '"') at++;
                *out++ = *at++;
            }
            field->length = out - field->start;
            at++;
        } else {
            field->start = at;
            while (at < end && *at != delimiter && *at != '\n' && *at != '\r') at++;
            field->length = at - field->start;
        }
        if (at >= end) return at;
        if (*at == delimiter) { at++; continue; }
        if (*at == '\r') at++;
        return at + 1;
    }
}

int main(int argc, char **argv) {
    if (argc < 3) { fprintf(stderr, "usage: people_import ROSTER.csv DATABASE [--tables]\n"); return 64; }
    sqlite3 *db;
    check(sqlite3_open(argv[2], &db), db, argv[2]);
    run(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
    if (argc > 3) run(db, tables);

    double start = now();
    int descriptor = open(argv[1], O_RDONLY);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) { perror(argv[1]); return 1; }
    char *at = mmap(NULL, status.st_size, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0), *end = at + status.st_size;
    if (at == MAP_FAILED) { perror(argv[1]); return 1; }

    run(db, "BEGIN IMMEDIATE");
    sqlite3_stmt *organisation = prepare(db,
        "INSERT INTO kernel_organisation (id, kind, title, parent, origin)"
        " VALUES (?1, 'school', json_object('nb', ?1, 'nn', ?1, 'en', ?1), NULL, 'import') ON CONFLICT DO NOTHING");
    sqlite3_stmt *person = prepare(db,
        "INSERT INTO kernel_person (id, given_name, family_name, sort_key, email, language) VALUES (?, ?, ?, ?, ?, ?)");
    sqlite3_stmt *affiliation = prepare(db, "INSERT INTO kernel_affiliation (person, organisation, role) VALUES (?, ?, ?)");

    struct field f[17], known = {"", 0};
    int count;
    unsigned char key[4096];
    char *first = at;
    at = record(at, end, ',', f, &count);
    char delimiter = count == 7 ? ',' : ';';
    if (count != 7) at = record(first, end, delimiter, f, &count);
    long rows = 0;
    while (at < end) {
        at = record(at, end, delimiter, f, &count);
        if (count != 7) continue;
        size_t length = sort_key((const unsigned char *)f[2].start, f[2].length, key);
        key[length++] = 1;
        length += sort_key((const unsigned char *)f[1].start, f[1].length, key + length);
        sqlite3_bind_text(person, 1, f[0].start, f[0].length, SQLITE_STATIC);
        sqlite3_bind_text(person, 2, f[1].start, f[1].length, SQLITE_STATIC);
        sqlite3_bind_text(person, 3, f[2].start, f[2].length, SQLITE_STATIC);
        sqlite3_bind_blob(person, 4, key, length, SQLITE_STATIC);
        if (f[3].length) sqlite3_bind_text(person, 5, f[3].start, f[3].length, SQLITE_STATIC); else sqlite3_bind_null(person, 5);
        if (f[6].length) sqlite3_bind_text(person, 6, f[6].start, f[6].length, SQLITE_STATIC); else sqlite3_bind_null(person, 6);
        step(db, person);
        rows++;
        if (!f[4].length) continue;
        sqlite3_int64 row = sqlite3_last_insert_rowid(db);
        if (f[4].length != known.length || memcmp(f[4].start, known.start, known.length)) {
            sqlite3_bind_text(organisation, 1, f[4].start, f[4].length, SQLITE_STATIC);
            step(db, organisation);
            known = f[4];
        }
        sqlite3_bind_int64(affiliation, 1, row);
        sqlite3_bind_text(affiliation, 2, f[4].start, f[4].length, SQLITE_STATIC);
        if (f[5].length) sqlite3_bind_text(affiliation, 3, f[5].start, f[5].length, SQLITE_STATIC);
        else sqlite3_bind_text(affiliation, 3, "member", 6, SQLITE_STATIC);
        step(db, affiliation);
    }
    run(db, "COMMIT");
    printf("%.1f ms %ld people\n", now() - start, rows);
    sqlite3_finalize(organisation);
    sqlite3_finalize(person);
    sqlite3_finalize(affiliation);
    return sqlite3_close(db) == SQLITE_OK ? 0 : 1;
}
