package io.cybervpn.application.schedule;

import io.cybervpn.domain.schedule.RunOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run that did something, failed, was lost or was asked for.
 *
 * @param attempt from 1
 * @param done how many things were done
 */
public record RunView(
        UUID id,
        Instant dueAt,
        Instant startedAt,
        Instant endedAt,
        String instance,
        int attempt,
        RunOutcome outcome,
        long done,
        Optional<String> error) {}
