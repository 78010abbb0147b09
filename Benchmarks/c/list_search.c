/* The yardstick of `list --search`: a process that asks the full-text index of the notes and prints the rows that fit, the best first.
 *
 *   cc -O2 -o list_search list_search.c -lsqlite3
 *   list_search STORE EXPRESSION
 *
 * EXPRESSION is one of FTS5. No right is looked at: everything of every note is printed, tab between the columns.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void check(int code, sqlite3 *db, const char *what) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc != 3) { fprintf(stderr, "usage: list_search STORE EXPRESSION\n"); return 64; }
    sqlite3 *db;
    check(sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY, NULL), db, argv[1]);
    sqlite3_stmt *search;
    const char *sql =
        "SELECT r._id, r._state, e.offering || '/' || p.id, a.activity, r.text, r.level, r.sharing FROM reflection_note__search"
        " JOIN reflection_note r ON r._id = reflection_note__search.rowid JOIN kernel_enrolment e ON e.id = r.enrolment"
        " JOIN kernel_person p ON p.key = e.person JOIN kernel_activity a ON a.key = r.activity"
        " WHERE reflection_note__search MATCH ? ORDER BY rank, r._id";
    check(sqlite3_prepare_v2(db, sql, -1, &search, NULL), db, sql);
    sqlite3_bind_text(search, 1, argv[2], -1, SQLITE_STATIC);
    int rows = 0, code;
    for (; (code = sqlite3_step(search)) == SQLITE_ROW; rows++) {
        for (int column = 0; column < sqlite3_column_count(search); column++) {
            const unsigned char *text = sqlite3_column_text(search, column);
            printf("%s\t", text ? (const char *)text : "");
        }
        printf("\n");
    }
    check(code, db, sql);
    sqlite3_finalize(search);
    sqlite3_close(db);
    if (!rows) { fprintf(stderr, "nothing fits\n"); return 1; }
    return 0;
}
