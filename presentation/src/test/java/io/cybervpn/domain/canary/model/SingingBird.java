package io.cybervpn.domain.canary.model;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/**
 * Breaks the rules of the domain on purpose: it waits, it reads the clock, it counts money in a
 * double.
 */
public final class SingingBird extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public double price = 0.1;

    public Uni<UUID> sing() {
        return Uni.createFrom().item(() -> Instant.now() == null ? null : UUID.randomUUID());
    }
}
