import Kernel
import KernelTesting
import Testing

/// A group's record completes an activity for those of its members who take the course.
@Suite struct GroupWorkTests {
    private func lab() throws -> RuntimeLab {
        let lab = try RuntimeLab { files in
            try files.replace(
                "      - activity: make-good\n",
                with: """
                          - activity: staff-plan
                            kind: curriculum.learning-plan
                            title: {nb: Planen, nn: Planen, en: The plan}
                            opens: +2w
                            due: +7w
                          - activity: make-good

                    """, in: "Config/institutions/nord/variants/nord-27.yaml")
        }
        try lab.ok("do", "kernel.group.create", "--id", "school", "--title", "School")
        try lab.ok("do", "kernel.group.add", "--group", "school", "--person", "p1")
        try lab.ok("do", "kernel.group.add", "--group", "school", "--person", "p2", "--role", "leader")
        return lab
    }

    private func kept(_ lab: RuntimeLab) throws -> [String] {
        try lab.texts(
            """
            SELECT p.id || ' ' || a.activity || ' ' || c.status FROM kernel_completion c
            JOIN kernel_enrolment e ON e.id = c.enrolment JOIN kernel_person p ON p.key = e.person
            JOIN kernel_activity a ON a.key = c.activity ORDER BY 1
            """)
    }

    private func plan(_ lab: RuntimeLab, _ words: String...) throws -> String {
        let fixed = [
            "do", "curriculum.learning-plan.create", "--as", "p2", "--output", "json", "--group", "school", "--title", "T", "--need", "N",
            "--aim", "A", "--level", "operational", "--starts", "2027-10-01", "--ends",
            "2028-06-01",
        ]
        return try JSONValue(parsing: Array(try lab.ok(fixed + words).utf8))["id"]?.string ?? ""
    }

    @Test func aDecidedPlanCountsForTheMembers() throws {
        let lab = try lab()
        let other = try plan(lab)
        try lab.ok("do", "curriculum.learning-plan.decide", other, "--as", "p2")
        #expect(try kept(lab).isEmpty)
        let id = try plan(lab, "--activity", "nord-h27/staff-plan")
        #expect(try kept(lab) == ["p1 staff-plan started", "p2 staff-plan started"])
        try lab.ok("do", "curriculum.learning-plan.decide", id, "--as", "p2")
        #expect(try kept(lab) == ["p1 staff-plan done", "p2 staff-plan done"])
        try lab.ok("do", "curriculum.learning-plan.start", id, "--as", "p2")
        #expect(try kept(lab) == ["p1 staff-plan done", "p2 staff-plan done"])
        // Who leaves the group or comes into it.
        try lab.ok("do", "kernel.group.remove", "--group", "school", "--person", "p1")
        #expect(try kept(lab) == ["p2 staff-plan done"])
        try lab.ok("do", "kernel.group.add", "--group", "school", "--person", "p3")
        #expect(try kept(lab) == ["p2 staff-plan done", "p3 staff-plan done"])
    }
}
