package io.cybervpn.domain.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * How a firing ended.
 *
 * @param done how many things were done
 * @param error of one that failed, for staff
 * @param nextAt when the task is due again
 */
public record Settlement(
        Firing firing,
        RunOutcome outcome,
        long done,
        Optional<String> error,
        Instant endedAt,
        Instant nextAt) {}
