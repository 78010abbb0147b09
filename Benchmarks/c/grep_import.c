/* The yardstick of `import grep`: inflates the zip and writes the very rows that the import left, in one transaction.
 *
 *   gcc -O2 -o grep_import grep_import.c -lsqlite3 -lzip
 *   grep_import DUMP.zip AFTER BEFORE
 *
 * AFTER is a store into which kjerne has read the dump; BEFORE is the same store without it, and is changed. The rows are read into memory first.
 * Then every entry is inflated from the mapped file and its bytes are counted, and the rows are written as kjerne writes them, with
 * synchronous = NORMAL. Nothing is parsed, hashed or folded: what the rows hold is copied. Prints the nanoseconds.
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
#include <zip.h>

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

/* All rows of one table. */
struct table {
    const char *name, *columns;
    sqlite3_stmt *insert;
    sqlite3_value **values;
    int64_t rows;
    int width;
};

/* Elements, revisions, their index and links are written in turns, as they are read; here table by table, which is no slower. */
static struct table tables[] = {
    {"curriculum_framework", "*"}, {"curriculum_load", "*"}, {"curriculum_element", "*"}, {"curriculum_revision", "*"},
    {"curriculum_revision__search", "rowid, words, words__folded"}, {"curriculum_link", "*"}, {"curriculum_oddity", "*"},
};
enum { count = sizeof tables / sizeof *tables };

static void load(sqlite3 *after, sqlite3 *before, struct table *table) {
    char sql[1000];
    sprintf(sql, "SELECT %s FROM %s ORDER BY rowid", table->columns, table->name);
    sqlite3_stmt *select = prepare(after, sql);
    table->width = sqlite3_column_count(select);
    int64_t room = 0;
    while (sqlite3_step(select) == SQLITE_ROW) {
        if (table->rows == room) {
            room = room ? room * 2 : 1024;
            table->values = realloc(table->values, room * table->width * sizeof *table->values);
        }
        for (int column = 0; column < table->width; column++)
            table->values[table->rows * table->width + column] = sqlite3_value_dup(sqlite3_column_value(select, column));
        table->rows++;
    }
    sqlite3_finalize(select);
    char *end = sql + sprintf(sql, "INSERT INTO %s ", table->name);
    if (*table->columns != '*') end += sprintf(end, "(%s) ", table->columns);
    end += sprintf(end, "VALUES (?");
    for (int column = 1; column < table->width; column++) end += sprintf(end, ", ?");
    sprintf(end, ")");
    table->insert = prepare(before, sql);
}

static int64_t inflate_all(const char *path) {
    int descriptor = open(path, O_RDONLY);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) { perror(path); exit(1); }
    void *bytes = mmap(NULL, status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(bytes, status.st_size, 0, &error);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!archive) { fprintf(stderr, "%s: no zip\n", path); exit(1); }
    int64_t total = 0, entries = zip_get_num_entries(archive, 0);
    size_t room = 1 << 20;
    char *buffer = malloc(room);
    for (int64_t index = 0; index < entries; index++) {
        struct zip_stat entry;
        zip_file_t *file = zip_stat_index(archive, index, 0, &entry) == 0 ? zip_fopen_index(archive, index, 0) : NULL;
        if (!file) { fprintf(stderr, "%s: entry %lld\n", path, (long long)index); exit(1); }
        if (entry.size > room) buffer = realloc(buffer, room = entry.size);
        total += zip_fread(file, buffer, entry.size);
        zip_fclose(file);
    }
    zip_discard(archive);
    return total;
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "usage: grep_import DUMP.zip AFTER BEFORE\n"); return 64; }
    sqlite3 *after, *before;
    check(sqlite3_open_v2(argv[2], &after, SQLITE_OPEN_READONLY, NULL), after, argv[2]);
    check(sqlite3_open(argv[3], &before), before, argv[3]);
    run(before, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL;"
                "PRAGMA cache_size = -256000");
    for (struct table *table = tables; table < tables + count; table++) load(after, before, table);
    sqlite3_close(after);
    if (!tables[2].rows) { fprintf(stderr, "nothing was read in\n"); return 1; }
    int64_t start = now();
    if (!inflate_all(argv[1])) return 1;
    run(before, "BEGIN IMMEDIATE");
    for (struct table *table = tables; table < tables + count; table++) {
        for (int64_t row = 0; row < table->rows; row++) {
            for (int column = 0; column < table->width; column++)
                sqlite3_bind_value(table->insert, column + 1, table->values[row * table->width + column]);
            check(sqlite3_step(table->insert), before, table->name);
            sqlite3_reset(table->insert);
        }
        sqlite3_finalize(table->insert);
    }
    run(before, "COMMIT");
    printf("%lld\n", (long long)(now() - start));
    return sqlite3_close(before) == SQLITE_OK ? 0 : 1;
}
