package io.cybervpn.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The system's time plus an offset that tests and people may change. UTC, whole milliseconds. */
public final class SandboxClock extends Clock {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock system = Clock.systemUTC();
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** From now on the time runs on from {@code now}. */
    public void set(Instant now) {
        offset.set(Duration.between(system.instant(), now));
    }

    /** Moves the time; negative goes back. */
    public void advance(Duration by) {
        offset.updateAndGet(known -> known.plus(by));
    }

    /** Back to the system's time. */
    public void reset() {
        offset.set(Duration.ZERO);
    }

    /** The moment as the panel and Crypto Pay print it: {@code 2026-01-02T03:04:05.000Z}. */
    public String now() {
        return iso(instant());
    }

    /** A moment with milliseconds and {@code Z}. */
    public static String iso(Instant moment) {
        return ISO.format(moment);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Zones do not matter here: every text is UTC. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
