package io.cybervpn.presentation.simulation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A shop with a database of its own, whose schedules do not run by themselves: the play turns them.
 * Breakers and repetitions live by the machine's time, so they are left out: what fails, fails.
 */
public final class OwnWorld implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.scheduler.start-mode", "halted",
                "cybervpn.outbox.every", "off",
                "CircuitBreaker/enabled", "false",
                "Retry/enabled", "false",
                "cybervpn.panel.pause", "1ms",
                "quarkus.log.category.\"io.cybervpn.infrastructure\".level", "OFF",
                "quarkus.log.category.\"io.vertx\".level", "OFF",
                "quarkus.log.category.\"org.hibernate\".level", "OFF");
    }
}
