import Testing

@testable import Kernel

@Suite struct RandomnessTests {
    /// The published vectors of the reference implementations.
    @Test func splitMix64() {
        var generator = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ])
    }

    @Test func xoshiro256StarStar() {
        var generator = Xoshiro256StarStar(state: (1, 2, 3, 4))
        let numbers = (0..<10).map { _ in generator.next() }
        #expect(
            numbers == [
                11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
                16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
            ])
    }

    @Test func aSeedRepeatsAndTheSystemDoesNot() {
        var (a, b, c) = (Randomness.seed(7), Randomness.seed(7), Randomness.seed(8))
        #expect(a.bytes(33) == b.bytes(33))
        #expect(a.next() == b.next())
        #expect(a.bytes(32) != c.bytes(32))
        var system = Randomness.system
        #expect(system.bytes(32) != system.bytes(32))
        #expect(system.bytes(5).count == 5)
    }
}
