import Testing
import KjerneHost
