import Glibc

extension Text {
    /// Why the operating system refused something, in plain words.
    ///
    /// What is rare is said by its number, with the system's own English word for it in brackets.
    ///
    /// - Parameter code: an `errno`.
    public static func systemReason(_ code: Int32) -> Text {
        common[code] ?? rare(code)
    }

    private static func rare(_ code: Int32) -> Text {
        let word = String(cString: strerror(code))
        return Text(
            nb: "systemet svarer med feil \(code) (\(word))", nn: "systemet svarer med feil \(code) (\(word))",
            en: "the system answers with error \(code) (\(word))")
    }

    private static let common: [Int32: Text] = [
        EACCES: Text(nb: "du har ikke tilgang", nn: "du har ikkje tilgang", en: "you have no permission"),
        EPERM: Text(nb: "du har ikke tilgang", nn: "du har ikkje tilgang", en: "you have no permission"),
        EROFS: Text(nb: "disken er skrivebeskyttet", nn: "disken er skriveverna", en: "the disk is read-only"),
        ENOTDIR: Text(
            nb: "en del av stien er ikke en mappe", nn: "ein del av stien er ikkje ei mappe", en: "a part of the path is not a folder"),
        EISDIR: Text(nb: "det er en mappe", nn: "det er ei mappe", en: "it is a folder"),
        ENOENT: Text(nb: "den finnes ikke", nn: "ho finst ikkje", en: "it does not exist"),
        EEXIST: Text(nb: "den finnes fra før", nn: "ho finst frå før", en: "it is there already"),
        ENOTEMPTY: Text(nb: "mappen er ikke tom", nn: "mappa er ikkje tom", en: "the folder is not empty"),
        ELOOP: Text(nb: "lenker går i ring", nn: "lenkjer går i ring", en: "links go in a circle"),
        ENOSPC: Text(nb: "disken er full", nn: "disken er full", en: "the disk is full"),
        EDQUOT: Text(nb: "disken er full", nn: "disken er full", en: "the disk is full"),
        EFBIG: Text(nb: "filen blir for stor", nn: "fila blir for stor", en: "the file grows too large"),
        ENAMETOOLONG: Text(nb: "stien er for lang", nn: "stien er for lang", en: "the path is too long"),
        EIO: Text(nb: "disken svarer med en feil", nn: "disken svarer med ein feil", en: "the disk answers with an error"),
        EBUSY: Text(nb: "den er i bruk", nn: "ho er i bruk", en: "it is in use"),
        EMFILE: Text(nb: "for mange filer er åpne", nn: "for mange filer er opne", en: "too many files are open"),
        ENFILE: Text(nb: "for mange filer er åpne", nn: "for mange filer er opne", en: "too many files are open"),
        ENXIO: Text(
            nb: "det er verken en fil eller en mappe", nn: "det er korkje ei fil eller ei mappe", en: "it is neither a file nor a folder"),
        EINVAL: Text(nb: "slikt går ikke der", nn: "slikt går ikkje der", en: "that cannot be done there"),
    ]
}
