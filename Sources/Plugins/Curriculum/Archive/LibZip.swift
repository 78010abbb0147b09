import CLibZip
import Glibc
import Kernel

/// Debian's libzip, opened when the first zip is read.
///
/// It is not linked: Debian has no archive of it, and whoever never reads a zip needs neither it nor the time to load it and the five
/// libraries that it uses.
struct LibZip: Sendable {
    let sourceBufferCreate: @convention(c) (UnsafeRawPointer?, zip_uint64_t, Int32, UnsafeMutablePointer<zip_error_t>?) -> OpaquePointer?
    let sourceFree: @convention(c) (OpaquePointer?) -> Void
    let openFromSource: @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<zip_error_t>?) -> OpaquePointer?
    let discard: @convention(c) (OpaquePointer?) -> Void
    let errorInit: @convention(c) (UnsafeMutablePointer<zip_error_t>?) -> Void
    let errorFini: @convention(c) (UnsafeMutablePointer<zip_error_t>?) -> Void
    let errorText: @convention(c) (UnsafeMutablePointer<zip_error_t>?) -> UnsafePointer<CChar>?
    let count: @convention(c) (OpaquePointer?, UInt32) -> zip_int64_t
    let statInit: @convention(c) (UnsafeMutablePointer<zip_stat_t>?) -> Void
    let statIndex: @convention(c) (OpaquePointer?, zip_uint64_t, UInt32, UnsafeMutablePointer<zip_stat_t>?) -> Int32
    let archiveText: @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?
    let open: @convention(c) (OpaquePointer?, zip_uint64_t, UInt32) -> OpaquePointer?
    let close: @convention(c) (OpaquePointer?) -> Int32
    let read: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, zip_uint64_t) -> zip_int64_t
    let fileText: @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?

    /// - Throws: `LibZipMissing` where the library is not installed, or is not one that this program knows.
    init() throws {
        let names: [String] = ["libzip.so.5", "libzip.so.4", "libzip.so"]
        guard let library = names.lazy.compactMap({ name in dlopen(name, RTLD_NOW | RTLD_LOCAL) }).first else {
            throw LibZipMissing()
        }
        // A symbol has no type of its own; each property has that of its declaration in zip.h.
        func find<Function>(_ name: String) throws -> Function {
            guard let symbol = dlsym(library, name) else { throw LibZipMissing() }
            return unsafeBitCast(symbol, to: Function.self)
        }
        sourceBufferCreate = try find("zip_source_buffer_create")
        sourceFree = try find("zip_source_free")
        openFromSource = try find("zip_open_from_source")
        discard = try find("zip_discard")
        errorInit = try find("zip_error_init")
        errorFini = try find("zip_error_fini")
        errorText = try find("zip_error_strerror")
        count = try find("zip_get_num_entries")
        statInit = try find("zip_stat_init")
        statIndex = try find("zip_stat_index")
        archiveText = try find("zip_strerror")
        open = try find("zip_fopen_index")
        close = try find("zip_fclose")
        read = try find("zip_fread")
        fileText = try find("zip_file_strerror")
    }

    /// What the library says of a fault, as its words, which are English.
    func text(_ words: UnsafePointer<CChar>?) -> Text {
        let words = words.map { String(cString: $0) } ?? "?"
        return Text(nb: "libzip sier «\(words)»", nn: "libzip seier «\(words)»", en: "libzip says '\(words)'")
    }
}

/// There is no libzip on this machine.
struct LibZipMissing: ExplainedError {
    var kind: ErrorKind { .unavailable }
    var message: Text {
        Text(
            nb: "zip-filer leses med libzip, som ikke er på denne maskinen",
            nn: "zip-filer blir lesne med libzip, som ikkje er på denne maskina",
            en: "zip files are read with libzip, which is not on this machine")
    }
    var help: Text? {
        Text(
            nb: "installer pakken libzip4, eller pakk ut fila og les inn mappa",
            nn: "installer pakken libzip4, eller pakk ut fila og les inn mappa",
            en: "install the package libzip4, or unpack the file and import the folder")
    }
}
