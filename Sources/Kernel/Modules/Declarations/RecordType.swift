/// A kind of record that a module declares: its table, its rights and its life.
public final class RecordType: Sendable {
    public let module: String
    /// The modules that its own requires.
    public let requires: [String]
    public let name: String
    public let title: Text?
    public let was: [String]
    /// The full name of the record that this one hangs under; rights, state and erasure follow it.
    public let parent: String?
    /// A path of declared references to the person whose record it is, for example `enrolment.person`.
    public let owner: [String]
    /// The fields of the natural key; empty where records are known by number alone.
    public let key: [String]
    public let unique: [[String]]
    /// What is said to whoever would make a second record with the same values, by the fields that are unique.
    public let repeatTexts: [[String]: Text]
    public let indexes: [[String]]
    /// The relations that may create, change and delete.
    public let create: [String]
    public let update: [String]
    public let delete: [String]
    /// The states in which it may be changed or deleted besides the initial one.
    public let openStates: [String]
    /// The allow-list of reading, in the manifest's order.
    public let read: [ReadGrant]
    public let fields: [Field]
    /// The fields in the full-text index.
    public let search: [String]
    public let workflow: Workflow?
    /// Whether only an importer writes it.
    public let isBulk: Bool
    /// Whether who wrote a record is never kept.
    public let isAnonymous: Bool
    /// The field of the record above that says how many tokens there are at most; nil where nothing does.
    public let tokenLimit: String?
    /// Whether most courses never have one, so that an invented cohort makes none.
    public let isExceptional: Bool
    /// Until when the whole record is there for nobody but those excepted.
    public let seal: RecordSeal?
    /// The record and the state with which the link from a record to its writer is destroyed; from then on a pseudonym stands there.
    public let pseudonym: (record: String, state: String)?
    /// The records above it that must be in one of those states for people to make, change, move or delete it.
    public let window: [(record: String, states: [String])]
    /// Names of code that may refuse that one is made, besides the right.
    public let createGuards: [String]
    /// The letter that is sent when one is made; nil for none.
    public let createNotice: String?
    /// Names of code that may refuse that one is changed, besides the right.
    public let updateGuards: [String]
    /// The letter that is sent when one is changed by hand; nil for none.
    public let updateNotice: String?
    /// How records of this kind are shared; nil where they are not.
    public let sharing: RecordSharing?
    /// That each record of this kind shares another; nil for all other kinds.
    public let shares: ShareTerms?
    /// The references to an organisation that say where a record lies though they may be empty.
    public let liesIn: [String]
    /// That each record of this kind recognises work from elsewhere; nil for all other kinds.
    public let recognises: RecognitionTerms?
    public let span: SourceSpan

    /// Whether what its records hold, and how many there are, is for an aggregate alone to tell: they are under a seal, or nobody's.
    var isVeiled: Bool { seal != nil || isAnonymous }

    /// Whether readers may come to know who wrote a record and when.
    public var tellsWriter: Bool { !isAnonymous && pseudonym == nil }

    /// The full name, `<module>.<record>`.
    public let id: String
    public let table: String
    public var label: Text { title ?? Text(verbatim: name) }

    /// The name under which the parent stands in paths and as a column: the last word of its full name.
    public let parentField: String?

    /// The field that says which activity a record is for; nil where none does.
    public let activityField: Field?

    init(
        module: String, name: String, title: Text?, was: [String], parent: String?, owner: [String], key: [String], unique: [[String]],
        indexes: [[String]], create: [String], update: [String], delete: [String], openStates: [String] = [], read: [ReadGrant],
        fields: [Field], search: [String], workflow: Workflow?, isBulk: Bool, isAnonymous: Bool,
        tokenLimit: String? = nil, isExceptional: Bool = false, seal: RecordSeal? = nil,
        pseudonym: (record: String, state: String)? = nil, window: [(record: String, states: [String])] = [], createGuards: [String] = [],
        createNotice: String? = nil, updateGuards: [String] = [], updateNotice: String? = nil, repeatTexts: [[String]: Text] = [:],
        sharing: RecordSharing? = nil,
        shares: ShareTerms? = nil,
        liesIn: [String] = [], recognises: RecognitionTerms? = nil, requires: [String] = [],
        span: SourceSpan
    ) {
        self.module = module
        self.requires = requires
        self.name = name
        self.title = title
        self.was = was
        self.parent = parent
        self.owner = owner
        self.key = key
        self.unique = unique
        self.repeatTexts = repeatTexts
        self.indexes = indexes
        self.create = create
        self.update = update
        self.delete = delete
        self.openStates = openStates
        self.read = read
        self.fields = fields
        self.search = search
        self.workflow = workflow
        self.isBulk = isBulk
        self.isAnonymous = isAnonymous
        self.tokenLimit = tokenLimit
        self.isExceptional = isExceptional
        self.seal = seal
        self.pseudonym = pseudonym
        self.window = window
        self.createGuards = createGuards
        self.createNotice = createNotice
        self.updateGuards = updateGuards
        self.updateNotice = updateNotice
        self.sharing = sharing
        self.shares = shares
        self.liesIn = liesIn
        self.recognises = recognises
        self.span = span
        id = "\(module).\(name)"
        table = SQLName.table(module: module, record: name)
        parentField = parent.map { String($0.split(separator: ".").last ?? "") }
        activityField = fields.first { field in
            guard case .reference(let reference) = field.type else { return false }
            return reference.by == nil && reference.target == KernelRecord.activity.rawValue
        }
    }

    /// The name under which a record says which activity it is for: that of a field, or of the parent; nil where it is for none.
    var activityName: String? { activityField?.name ?? (parent == KernelRecord.activity.rawValue ? parentField : nil) }

    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}
