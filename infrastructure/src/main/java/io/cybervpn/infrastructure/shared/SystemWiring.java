package io.cybervpn.infrastructure.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cybervpn.application.shared.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The real clock and the real source of ids. */
final class SystemWiring {
    /** As fine as PostgreSQL keeps time: what was told and what was stored are equal. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Produces
    @Singleton
    Ids ids() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
