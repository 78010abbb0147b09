import CLibYAML

/// libyaml's stream of events over one buffer, one event at a time; frees what it owns.
struct YAMLEvents: ~Copyable {
    /// What libyaml found wrong, in its own words, with the place and, where it knows one, the place where it all began.
    struct Problem {
        let problem: String
        let context: String
        let mark: yaml_mark_t
        let contextMark: yaml_mark_t
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>

    /// Prepares to read `text`, which must outlive the stream; nil without memory.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        guard yaml_parser_initialize(parser) == 1 else {
            // libyaml has freed its half-made buffers and zeroed the struct, so deleting it is safe.
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Moves to the next event; false where the text is not YAML, see `problem`.
    mutating func next() -> Bool {
        yaml_event_delete(event)
        return yaml_parser_parse(parser, event) == 1
    }

    var type: yaml_event_type_t { event.pointee.type }
    var start: yaml_mark_t { event.pointee.start_mark }
    var end: yaml_mark_t { event.pointee.end_mark }
    var isImplicitDocumentEnd: Bool { event.pointee.data.document_end.implicit == 1 }

    /// Valid until the next event.
    var scalarText: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
    }
    var scalarStyle: yaml_scalar_style_t { event.pointee.data.scalar.style }
    var isFlowSequence: Bool { event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE }
    var isFlowMapping: Bool { event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE }

    /// The tag of the scalar, list or map that the event starts, as a URI or as it was written.
    var tag: String? {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: Self.string(event.pointee.data.scalar.tag)
        case YAML_SEQUENCE_START_EVENT: Self.string(event.pointee.data.sequence_start.tag)
        case YAML_MAPPING_START_EVENT: Self.string(event.pointee.data.mapping_start.tag)
        default: nil
        }
    }

    /// The name after `&` or, of an alias, after `*`.
    var anchor: String? {
        switch event.pointee.type {
        case YAML_SCALAR_EVENT: Self.string(event.pointee.data.scalar.anchor)
        case YAML_SEQUENCE_START_EVENT: Self.string(event.pointee.data.sequence_start.anchor)
        case YAML_MAPPING_START_EVENT: Self.string(event.pointee.data.mapping_start.anchor)
        case YAML_ALIAS_EVENT: Self.string(event.pointee.data.alias.anchor)
        default: nil
        }
    }

    var problem: Problem {
        Problem(
            problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
            context: parser.pointee.context.map { String(cString: $0) } ?? "",
            mark: parser.pointee.problem_mark, contextMark: parser.pointee.context_mark)
    }

    private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String? { text.map { String(cString: $0) } }
}
