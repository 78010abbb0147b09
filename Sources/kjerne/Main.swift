import Assessment
import Community
import Curriculum
import KjerneHost
import Participation

@main
struct Main {
    static func main() {
        KjerneHost.main(plugins: [ParticipationPlugin.self, CurriculumPlugin.self, CommunityPlugin.self, AssessmentPlugin.self])
    }
}
