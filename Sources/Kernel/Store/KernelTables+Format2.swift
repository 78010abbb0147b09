extension KernelTables {
    /// Format 2: what modules declare, run: activities of offerings, states, assignments, deadlines, deliveries, files, letters, requests.
    ///
    /// A record is named by its kind (`<module>.<record>`) and its number. Instants are microseconds since 1970-01-01T00:00Z.
    static let format2 = """
        CREATE TABLE kernel_module_table (
          name TEXT NOT NULL PRIMARY KEY,
          module TEXT NOT NULL,
          kind TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_module_table_by_module ON kernel_module_table (module);

        CREATE TABLE kernel_activity (
          key INTEGER PRIMARY KEY AUTOINCREMENT,
          offering TEXT NOT NULL REFERENCES kernel_offering (id),
          part TEXT NOT NULL,
          activity TEXT NOT NULL,
          kind TEXT NOT NULL,
          title TEXT,
          settings TEXT NOT NULL,
          on_order INTEGER NOT NULL CHECK (on_order IN (0, 1)),
          opens INTEGER,
          due INTEGER,
          position INTEGER NOT NULL,
          state TEXT NOT NULL CHECK (state IN ('active', 'retired')),
          UNIQUE (offering, activity)
        ) STRICT;

        CREATE TABLE kernel_order (
          enrolment INTEGER NOT NULL REFERENCES kernel_enrolment (id),
          activity INTEGER NOT NULL REFERENCES kernel_activity (key),
          reason TEXT NOT NULL,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          PRIMARY KEY (enrolment, activity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_order_by_activity ON kernel_order (activity);

        CREATE TABLE kernel_assignment (
          person INTEGER NOT NULL REFERENCES kernel_person (key),
          role TEXT NOT NULL,
          kind TEXT NOT NULL,
          record TEXT NOT NULL,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          PRIMARY KEY (person, kind, record, role)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_assignment_by_record ON kernel_assignment (kind, record, role);

        CREATE TABLE kernel_state (
          kind TEXT NOT NULL,
          record INTEGER NOT NULL,
          entry INTEGER NOT NULL,
          state TEXT NOT NULL,
          transition TEXT NOT NULL,
          instant INTEGER NOT NULL,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          PRIMARY KEY (kind, record, entry)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_state_by_event ON kernel_state (event);

        CREATE TABLE kernel_deadline (
          kind TEXT NOT NULL,
          record INTEGER NOT NULL,
          name TEXT NOT NULL,
          base INTEGER NOT NULL,
          due INTEGER NOT NULL,
          stopped INTEGER,
          outer_limit INTEGER,
          chain TEXT NOT NULL,
          PRIMARY KEY (kind, record, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_deadline_by_due ON kernel_deadline (kind, name, due) WHERE stopped IS NULL;

        CREATE TABLE kernel_extension (
          kind TEXT NOT NULL,
          record INTEGER NOT NULL,
          name TEXT NOT NULL,
          until INTEGER NOT NULL,
          reason TEXT NOT NULL,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          PRIMARY KEY (kind, record, name, event)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_extension_by_event ON kernel_extension (event);

        CREATE TABLE kernel_request (
          id TEXT NOT NULL PRIMARY KEY,
          actor TEXT NOT NULL,
          action TEXT NOT NULL,
          input TEXT NOT NULL,
          result TEXT NOT NULL,
          instant INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kernel_subscription (
          subscriber TEXT NOT NULL PRIMARY KEY,
          position INTEGER NOT NULL,
          attempts INTEGER NOT NULL DEFAULT 0,
          next_attempt INTEGER NOT NULL DEFAULT 0,
          reason TEXT,
          lease TEXT,
          leased_until INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kernel_parked (
          subscriber TEXT NOT NULL,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          attempts INTEGER NOT NULL,
          reason TEXT NOT NULL,
          instant INTEGER NOT NULL,
          PRIMARY KEY (subscriber, event)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_parked_by_event ON kernel_parked (event);

        CREATE TABLE kernel_file (
          digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
          size INTEGER NOT NULL,
          type TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kernel_notice (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          module TEXT NOT NULL,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          record INTEGER NOT NULL,
          person INTEGER NOT NULL REFERENCES kernel_person (key),
          language TEXT NOT NULL,
          subject TEXT NOT NULL,
          body TEXT NOT NULL,
          announced INTEGER NOT NULL,
          notified INTEGER,
          channel TEXT,
          event INTEGER NOT NULL REFERENCES kernel_event (sequence),
          delivery INTEGER REFERENCES kernel_event (sequence),
          CHECK ((notified IS NULL) = (delivery IS NULL)),
          CHECK ((notified IS NULL) = (channel IS NULL))
        ) STRICT;
        CREATE INDEX kernel_notice_by_delivery ON kernel_notice (delivery) WHERE delivery IS NOT NULL;
        CREATE INDEX kernel_notice_by_person ON kernel_notice (person);
        CREATE INDEX kernel_notice_by_record ON kernel_notice (kind, record);
        CREATE INDEX kernel_notice_by_event ON kernel_notice (event);

        CREATE TABLE kernel_completion (
          enrolment INTEGER NOT NULL REFERENCES kernel_enrolment (id),
          activity INTEGER NOT NULL REFERENCES kernel_activity (key),
          status TEXT NOT NULL CHECK (status IN ('started', 'done')),
          since INTEGER NOT NULL,
          PRIMARY KEY (enrolment, activity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX kernel_completion_by_activity ON kernel_completion (activity);

        CREATE TABLE kernel_fulfilment (
          enrolment INTEGER PRIMARY KEY REFERENCES kernel_enrolment (id),
          status TEXT NOT NULL CHECK (status IN ('met', 'unmet', 'unknown')),
          since INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE kernel_print (
          report TEXT NOT NULL,
          parameters TEXT NOT NULL,
          number INTEGER NOT NULL,
          instant INTEGER NOT NULL,
          units TEXT NOT NULL,
          rows TEXT NOT NULL,
          PRIMARY KEY (report, parameters, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE kernel_print_field (
          field TEXT NOT NULL,
          report TEXT NOT NULL,
          PRIMARY KEY (field, report)
        ) STRICT, WITHOUT ROWID;
        """
}
