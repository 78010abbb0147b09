/// The schema of `Config/locks/<id>.yaml`.
enum LockSchema {
    static let yaml = """
        title: {nb: Lås, nn: Lås, en: Lock}
        description:
          nb: "Innhold utenfra som kursene bygger på, festet kode for kode. Skrives av «export lock», ikke for hånd"
          nn: "Innhald utanfrå som kursa byggjer på, festa kode for kode. Blir skriven av «export lock», ikkje for hand"
          en: "Content from outside that courses build on, pinned code by code. Written by 'export lock', not by hand"
        type: object
        required: [lock, module, licence, entries]
        additionalProperties: false
        properties:
          lock: {$ref: "#/$defs/id"}
          module: {$ref: "#/$defs/id"}
          title: {$ref: "#/$defs/text"}
          framework:
            title: {nb: Hva kodene er hentet fra, nn: Kva kodane er henta frå, en: What the codes are taken from}
            type: string
            minLength: 1
            maxLength: 200
          licence:
            title: {nb: På hvilke vilkår teksten kan brukes, nn: På kva vilkår teksten kan brukast, en: On what terms the text may be used}
            type: string
            minLength: 1
            maxLength: 1000
          taken:
            title: {nb: Dagen det ble festet, nn: Dagen det vart festa, en: The day it was pinned}
            type: string
            format: date
          entries:
            title: {nb: SHA-256 av innholdet bak hver kode, nn: SHA-256 av innhaldet bak kvar kode, en: SHA-256 of the content behind each code}
            type: object
            propertyNames: {minLength: 1, maxLength: 200}
            additionalProperties: {type: string, pattern: "^[0-9a-f]{64}$"}
        """
}
