package io.cybervpn.application.shared;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count: the same in every run of a test. */
public final class FixedIds implements Ids {
    private final AtomicLong count = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | count.incrementAndGet());
    }
}
