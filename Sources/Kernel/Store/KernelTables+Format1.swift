extension KernelTables {
    /// Format 1: configuration as applied, people, and the event log.
    ///
    /// Digests of configuration are lower-case hexadecimal text, as they are shown; digests of the event log are 32 bytes.
    /// Instants are milliseconds since 1970-01-01T00:00Z, days are `YYYY-MM-DD`, texts in several languages are JSON objects.
    static let format1 = """
        CREATE TABLE kernel_meta (
          key TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kernel_event (
          sequence INTEGER PRIMARY KEY,
          instant INTEGER NOT NULL,
          name TEXT NOT NULL,
          version INTEGER NOT NULL,
          action TEXT NOT NULL,
          actor TEXT NOT NULL,
          module TEXT NOT NULL,
          module_version TEXT NOT NULL,
          commitment BLOB NOT NULL CHECK (length(commitment) = 32),
          hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE INDEX kernel_event_by_instant ON kernel_event (instant);
        CREATE INDEX kernel_event_by_action ON kernel_event (action);
        CREATE INDEX kernel_event_by_actor ON kernel_event (actor);

        CREATE TABLE kernel_event_record (
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          kind TEXT NOT NULL,
          id TEXT NOT NULL,
          PRIMARY KEY (kind, id, event)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_event_record_by_event ON kernel_event_record (event);

        CREATE TABLE kernel_event_payload (
          event INTEGER PRIMARY KEY REFERENCES kernel_event (sequence),
          salt BLOB CHECK (length(salt) = 32),
          payload TEXT,
          erased_by INTEGER REFERENCES kernel_event (sequence),
          CHECK ((salt IS NULL) = (erased_by IS NOT NULL)),
          CHECK ((payload IS NULL) = (erased_by IS NOT NULL))
        ) STRICT;

        CREATE TABLE kernel_blob (
          digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
          bytes BLOB NOT NULL
        ) STRICT;

        CREATE TABLE kernel_apply (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          actor TEXT NOT NULL,
          instant INTEGER NOT NULL,
          description TEXT NOT NULL,
          digest_before TEXT NOT NULL,
          digest_after TEXT NOT NULL,
          plan TEXT NOT NULL,
          undoes INTEGER REFERENCES kernel_apply (id)
        ) STRICT;

        CREATE TABLE kernel_snapshot_file (
          apply INTEGER NOT NULL REFERENCES kernel_apply (id),
          path TEXT NOT NULL,
          digest TEXT NOT NULL REFERENCES kernel_blob (digest),
          PRIMARY KEY (apply, path)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_snapshot_file_by_digest ON kernel_snapshot_file (digest);

        CREATE TABLE kernel_module (
          id TEXT NOT NULL PRIMARY KEY,
          version TEXT NOT NULL,
          digest TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('installed', 'enabled', 'disabled', 'removed', 'quarantined', 'missing')),
          manifest TEXT NOT NULL
        ) STRICT;

        CREATE TABLE kernel_release (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          variant TEXT NOT NULL,
          number INTEGER NOT NULL CHECK (number > 0),
          label TEXT NOT NULL,
          digest TEXT NOT NULL CHECK (length(digest) = 64),
          canonical TEXT NOT NULL,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          UNIQUE (variant, number),
          UNIQUE (variant, label),
          UNIQUE (variant, digest)
        ) STRICT;
        CREATE TRIGGER kernel_release_is_immutable BEFORE UPDATE ON kernel_release
        BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
        CREATE TRIGGER kernel_release_is_kept BEFORE DELETE ON kernel_release
        BEGIN SELECT RAISE(ABORT, 'a release is never removed'); END;

        CREATE TABLE kernel_live_variant (
          variant TEXT NOT NULL PRIMARY KEY,
          release INTEGER NOT NULL REFERENCES kernel_release (id)
        ) STRICT;
        CREATE INDEX kernel_live_variant_by_release ON kernel_live_variant (release);

        CREATE TABLE kernel_organisation (
          id TEXT NOT NULL PRIMARY KEY,
          kind TEXT NOT NULL,
          title TEXT NOT NULL,
          parent TEXT REFERENCES kernel_organisation (id),
          origin TEXT NOT NULL CHECK (origin IN ('configuration', 'import'))
        ) STRICT;
        CREATE INDEX kernel_organisation_by_parent ON kernel_organisation (parent);

        CREATE TABLE kernel_person (
          key INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          given_name TEXT NOT NULL,
          family_name TEXT NOT NULL,
          email TEXT,
          language TEXT,
          sort_key BLOB NOT NULL
        ) STRICT;
        CREATE INDEX kernel_person_by_name ON kernel_person (sort_key);

        CREATE TABLE kernel_role (
          person INTEGER NOT NULL REFERENCES kernel_person (key),
          role TEXT NOT NULL,
          PRIMARY KEY (person, role)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kernel_affiliation (
          person INTEGER NOT NULL REFERENCES kernel_person (key),
          organisation TEXT NOT NULL REFERENCES kernel_organisation (id),
          role TEXT NOT NULL,
          PRIMARY KEY (person, organisation, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_affiliation_by_organisation ON kernel_affiliation (organisation, role);

        CREATE TABLE kernel_offering (
          id TEXT NOT NULL PRIMARY KEY,
          variant TEXT NOT NULL,
          release INTEGER NOT NULL REFERENCES kernel_release (id),
          mode TEXT NOT NULL CHECK (mode IN ('follow', 'pinned')),
          start TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
          json TEXT NOT NULL
        ) STRICT;
        CREATE INDEX kernel_offering_by_variant ON kernel_offering (variant);
        CREATE INDEX kernel_offering_by_release ON kernel_offering (release);

        CREATE TABLE kernel_group (
          key INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL,
          offering TEXT REFERENCES kernel_offering (id),
          organisation TEXT REFERENCES kernel_organisation (id)
        ) STRICT;
        CREATE INDEX kernel_group_by_offering ON kernel_group (offering);
        CREATE INDEX kernel_group_by_organisation ON kernel_group (organisation);

        CREATE TABLE kernel_group_member (
          "group" INTEGER NOT NULL REFERENCES kernel_group (key),
          person INTEGER NOT NULL REFERENCES kernel_person (key),
          role TEXT NOT NULL,
          PRIMARY KEY ("group", person, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_group_member_by_person ON kernel_group_member (person);

        CREATE TABLE kernel_enrolment (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          offering TEXT NOT NULL REFERENCES kernel_offering (id),
          person INTEGER NOT NULL REFERENCES kernel_person (key),
          role TEXT NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('active', 'ended')),
          since INTEGER NOT NULL,
          version INTEGER NOT NULL DEFAULT 1,
          UNIQUE (offering, person, role)
        ) STRICT;
        CREATE INDEX kernel_enrolment_by_person ON kernel_enrolment (person);

        CREATE TABLE kernel_document (
          kind TEXT NOT NULL,
          key TEXT NOT NULL,
          digest TEXT NOT NULL CHECK (length(digest) = 64),
          json TEXT NOT NULL,
          PRIMARY KEY (kind, key)
        ) STRICT, WITHOUT ROWID;
        """
}
