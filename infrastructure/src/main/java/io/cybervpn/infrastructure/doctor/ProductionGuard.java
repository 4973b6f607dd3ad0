package io.cybervpn.infrastructure.doctor;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * A shop in production does not start with the secrets of a developer (R221), nor with plain
 * connections to far away.
 */
@Singleton
final class ProductionGuard {
    private static final int FIRST = 1;

    private final Config config;

    @Inject
    ProductionGuard(Config config) {
        this.config = config;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Settings settings = new Settings(name -> config.getOptionalValue(name, String.class));
            List<Finding> findings = new ArrayList<>(SecretRules.check(settings));
            findings.addAll(ConnectionRules.check(settings));
            refuseIfFatal(findings);
        }
    }

    static void refuseIfFatal(List<Finding> findings) {
        String list =
                findings.stream()
                        .filter(finding -> finding.weight() == Finding.Weight.FATAL)
                        .map(finding -> "\n  - " + finding.text())
                        .collect(Collectors.joining());
        if (!list.isEmpty()) {
            throw new IllegalStateException("the shop does not start like this:" + list);
        }
    }
}
