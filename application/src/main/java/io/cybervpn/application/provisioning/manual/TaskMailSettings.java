package io.cybervpn.application.provisioning.manual;

import java.time.Duration;
import java.util.List;

/**
 * Who is written to about tasks.
 *
 * @param to addresses; none: nobody is
 * @param locale a language tag; English where it is not known
 * @param overdueAfter how long a task may be open until it is overdue
 */
public record TaskMailSettings(List<String> to, String locale, Duration overdueAfter) {
    /** Refuses what cannot be. */
    public TaskMailSettings {
        to = List.copyOf(to);
        if (!overdueAfter.isPositive() || to.stream().anyMatch(one -> !one.contains("@"))) {
            throw new IllegalArgumentException(
                    "cybervpn.by-hand: mail to " + to + ", overdue after " + overdueAfter);
        }
    }
}
