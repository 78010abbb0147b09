/// The workspace that `new` makes: small, complete, and without faults.
public enum Template {
    /// A workspace id from the name of a folder.
    public static func id(from path: String) -> String {
        let last = path.split(separator: "/").last ?? ""
        let words = last.lowercased().unicodeScalars.map { ("a"..."z").contains($0) || ("0"..."9").contains($0) ? Character($0) : "-" }
        let id = String(words).split(separator: "-").joined(separator: "-")
        return id.first?.isLetter == true ? String(id.prefix(64)) : "workspace"
    }

    /// Path to content.
    public static func files(workspace: String) -> [String: [UInt8]] {
        [
            "Config/kjerne.yaml": settings(workspace), "Config/calendars/norway.yaml": TemplateCalendar.yaml,
            "Config/programmes/example.yaml": programme,
            "Config/institutions/academy/institution.yaml": institution, "Config/institutions/academy/variants/first-course.yaml": variant,
            "Config/institutions/academy/offerings/first-course-2027.yaml": offering, ".gitignore": "/var/\n",
        ].mapValues { Array($0.utf8) }
    }

    private static func settings(_ workspace: String) -> String {
        """
        # yaml-language-server: $schema=schemas/workspace.schema.json
        workspace: \(workspace)
        languages: [nb, nn, en]
        time-zone: Europe/Oslo
        calendar: norway
        store: {path: var/kjerne.sqlite}
        # Modules that the host was built with, or that lie in Modules/. Enable more with a range of versions: notes: ^1.0
        modules: {}

        """
    }

    private static let programme = """
        # yaml-language-server: $schema=../schemas/programme.schema.json
        # What several institutions build on. Values here hold for every variant below, unless a layer above replaces them.
        programme: example
        title: {nb: Et program, nn: Eit program, en: A programme}
        aims:
          understand:
            title: {nb: Forstå, nn: Forstå, en: Understand}
        outcomes:
          explain:
            kind: knowledge
            aims: [understand]
            title: {nb: Kan forklare det sentrale, nn: Kan forklare det sentrale, en: Can explain what is central}

        """

    private static let institution = """
        # yaml-language-server: $schema=../../schemas/institution.schema.json
        institution: academy
        title: {nb: Akademiet, nn: Akademiet, en: The Academy}
        layers: [programme/example]
        ownership: state
        language: nb

        """

    private static let variant = """
        # yaml-language-server: $schema=../../../schemas/variant.schema.json
        variant: first-course
        title: {nb: Det første kurset, nn: Det første kurset, en: The first course}
        layers: [institution/academy]
        course: {institution: academy, code: AKA1000, version: 1}
        credits: 15
        parts:
          - part: main
            gatherings:
              - gathering: opening
                title: {nb: Åpning, nn: Opning, en: Opening}
                start: 0d
                days: 2
              - gathering: closing
                title: {nb: Avslutning, nn: Avslutning, en: Closing}
                start: +10w
                days: 1

        """

    private static let offering = """
        # yaml-language-server: $schema=../../../schemas/offering.schema.json
        offering: first-course-2027
        variant: first-course
        release: follow
        start: 2027-09-06

        """
}
