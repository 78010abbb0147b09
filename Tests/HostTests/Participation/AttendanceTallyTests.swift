import Testing

@testable import Participation

/// The four rules of attendance.
@Suite struct AttendanceTallyTests {
    private func tally(_ total: Int, _ present: Int, _ ill: Int, _ absent: Int) -> AttendanceTally {
        AttendanceTally(total: total, present: present, ill: ill, absent: absent)
    }

    @Test func withoutADemandNothingIsLeftToLose() {
        let demand = AttendanceDemand(rule: .none, minimum: 0)
        #expect(tally(10, 0, 0, 10).left(demand) == nil)
        #expect(tally(10, 0, 0, 10).reaches(0, demand) == true)
    }

    @Test func aHardPerCentCountsIllnessAsAbsence() {
        let demand = AttendanceDemand(rule: .hard, minimum: 80)
        #expect(tally(20, 0, 0, 0).left(demand) == 4)
        #expect(tally(20, 10, 2, 1).left(demand) == 1)
        #expect(tally(20, 10, 2, 3).left(demand) == -1)
        #expect(tally(20, 15, 2, 3).reaches(80, demand) == false)
        #expect(tally(20, 16, 2, 2).reaches(80, demand) == true)
        #expect(tally(20, 10, 0, 0).reaches(80, demand) == nil)
        // 80 % of 11 is 8.8: nine are needed, two may be missed.
        #expect(tally(11, 0, 0, 0).left(demand) == 2)
    }

    @Test func compensationHasALowerLimitOfItsOwn() {
        let demand = AttendanceDemand(rule: .compensated, minimum: 80, compensation: "extra")
        let missed = tally(16, 10, 0, 6)
        #expect(missed.left(demand) == -3)
        #expect(missed.reaches(80, demand) == false)
        #expect(missed.reaches(60, demand) == true)
    }

    @Test func allOfItWithAFloorForIllness() {
        let demand = AttendanceDemand(rule: .full, minimum: 100, illnessFloor: 75)
        #expect(tally(20, 0, 0, 0).left(demand) == 0)
        #expect(tally(20, 0, 0, 0).left(demand, documented: true) == 5)
        #expect(tally(20, 15, 5, 0).reaches(100, demand) == true)
        #expect(tally(20, 14, 6, 0).reaches(100, demand) == false)
        #expect(tally(20, 19, 0, 1).reaches(100, demand) == false)
        #expect(tally(20, 10, 5, 0).left(demand, documented: true) == 0)
        #expect(tally(20, 10, 6, 0).left(demand) == -1)
    }

    /// What is left can be missed and the demand is still met by being there for the rest; one more cannot.
    @Test func whatIsLeftIsExactlyWhatMayBeMissed() {
        for minimum in [0, 33, 50, 75, 80, 99, 100] {
            let demand = AttendanceDemand(rule: .hard, minimum: minimum)
            for total in 1...24 {
                for absent in 0...total {
                    guard let left = tally(total, 0, 0, absent).left(demand) else { continue }
                    let possible = { (missed: Int) in tally(total, total - missed, 0, missed).reaches(minimum, demand) == true }
                    #expect(possible(absent) == (left >= 0))
                    if left >= 0, absent + left <= total { #expect(possible(absent + left)) }
                    if left >= 0, absent + left + 1 <= total { #expect(!possible(absent + left + 1)) }
                }
            }
        }
    }
}
