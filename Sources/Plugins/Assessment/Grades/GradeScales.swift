public import Kernel

/// Scales that grades are set on (`assessment.scales`), by the name that variants call them.
///
/// They fail closed: without the named one no grade is set. The two of the Act (UH-loven § 11-7(1)) are contributed by this module, and only
/// they may grade what gives credits.
public enum GradeScales: ExtensionPoint {
    public typealias Contribution = GradeScale
    public static var id: String { "assessment.scales" }

    /// The scales that were contributed, each with its name, in load order.
    static func all(_ contributed: [Contributed<GradeScale>]) -> [GradeScale] {
        contributed.map { entry in
            var scale = entry.value
            scale.id = entry.name
            return scale
        }
    }

    /// The scale of that name.
    ///
    /// - Throws: `UnknownScale` where no module that is enabled contributes it.
    static func find(_ id: String, in registry: Registry) throws -> GradeScale {
        guard let scale = all(registry[GradeScales.self]).first(where: { $0.id == id }) else { throw UnknownScale(id: id) }
        return scale
    }
}

/// That no module contributes a scale.
struct UnknownScale: ExplainedError {
    var id: String
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "ingen modul som er slått på, har karakterskalaen «\(id)»", nn: "ingen modul som er slått på, har karakterskalaen «\(id)»",
            en: "no module that is enabled has the grade scale '\(id)'")
    }
    var help: Text? {
        Text(
            nb: "slå på modulen som bidrar med den: kjerne modules enable ID",
            nn: "slå på modulen som bidreg med han: kjerne modules enable ID",
            en: "enable the module that contributes it: kjerne modules enable ID")
    }
}
