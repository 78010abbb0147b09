import GRDB
import Kernel

/// The same people are not asked the same again before their answers have had time to change.
///
/// Two surveys a moment apart, of all and of all but one, would give that one's answers by subtraction, however many answer each (decision
/// 0022). The same people are the same group, or one that has five members in common with it. A survey without results gives nothing to subtract.
struct NotAgainSoon: ActionGuard {
    /// Days from the closing of one to the opening of the next.
    static let days: Int64 = 60
    /// No floor is lower.
    static let floor = 5

    func check(_ act: GuardedAct, in db: Database) throws {
        let since = act.instant.microseconds - Self.days * 86_400_000_000
        let other = try Row.fetchOne(
            db,
            sql: """
                SELECT o._id, o._state FROM community_survey s JOIN community_survey o ON o._id <> s._id AND o.instrument = s.instrument
                WHERE s._id = ?1 AND (o._state = 'open' OR o._state = 'closed' AND o._changed > ?2
                    AND (SELECT count(*) FROM community_answer a WHERE a.survey = o._id) >= ?3)
                AND (o."group" = s."group" OR (SELECT count(DISTINCT m.person) FROM kernel_group_member m
                    JOIN kernel_group_member n ON n.person = m.person WHERE m."group" = s."group" AND n."group" = o."group") >= ?3)
                ORDER BY o._id LIMIT 1
                """, arguments: [act.number, since, Self.floor])
        guard let other else { return }
        let (number, state): (Int64, String) = (other[0], other[1])
        if state == "open" {
            throw refusal(
                Text(
                    nb: "undersøkelse \(number) er åpen for de samme med samme skjema; lukk den først",
                    nn: "undersøking \(number) er open for dei same med same skjema; lukk henne først",
                    en: "survey \(number) is open for the same people with the same instrument; close it first"))
        }
        throw refusal(
            Text(
                nb:
                    "undersøkelse \(number) spurte de samme for mindre enn \(Self.days) dager siden; forskjellen kunne vise hva én har svart",
                nn: "undersøking \(number) spurde dei same for mindre enn \(Self.days) dagar sidan; skilnaden kunne vise kva éin har svart",
                en:
                    "survey \(number) asked the same people less than \(Self.days) days ago; the difference could show what one of them answered"
            ))
    }

    private func refusal(_ text: Text) -> ActRefusal { .guarded(by: "not-again-soon", text) }
}
