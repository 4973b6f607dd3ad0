package io.cybervpn.infrastructure.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cybervpn.application.shared.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The real clock and the real source of ids. */
final class SystemWiring {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Ids ids() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
