package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.provisioning.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often customers may have devices removed: who shares his link has others take turns at it.
 *
 * @param perDay removals within any 24 hours, 1 or more; all devices at once are one removal
 */
public record RemovalBudget(int perDay) {
    /** What counts. */
    public static final Duration WINDOW = Duration.ofDays(1);

    /** Refuses a budget that nobody could keep. */
    public RemovalBudget {
        if (perDay < 1) {
            throw new IllegalArgumentException("device removals per day: " + perDay);
        }
    }

    /** Whether one more removal is allowed. */
    public sealed interface Verdict {
        /** It is the first time that this is asked. */
        record Allowed() implements Verdict {}

        /** It was asked before and not confirmed; asking again costs nothing. */
        record Again(DeviceRemoval asked) implements Verdict {}

        /**
         * Not now.
         *
         * @param retryAfter until the oldest removal does not count any more
         */
        record TooMany(Duration retryAfter) implements Verdict {}
    }

    /**
     * Judges. Pure.
     *
     * @param asked removals of this access; those older than {@link #WINDOW} are left out
     * @param device empty for all of them
     */
    public Verdict judge(List<DeviceRemoval> asked, Optional<DeviceId> device, Instant now) {
        List<DeviceRemoval> counted =
                asked.stream().filter(it -> it.askedAt().plus(WINDOW).isAfter(now)).toList();
        return counted.stream()
                .filter(it -> !it.done() && it.device().equals(device))
                .findFirst()
                .<Verdict>map(Verdict.Again::new)
                .orElseGet(() -> judge(counted, now));
    }

    private Verdict judge(List<DeviceRemoval> counted, Instant now) {
        if (counted.size() < perDay) {
            return new Verdict.Allowed();
        }
        // The budget may have been made smaller: then more than one has to pass.
        Instant free =
                counted.stream()
                        .map(DeviceRemoval::askedAt)
                        .sorted()
                        .skip(counted.size() - perDay)
                        .findFirst()
                        .orElse(now);
        return new Verdict.TooMany(Duration.between(now, free.plus(WINDOW)));
    }
}
