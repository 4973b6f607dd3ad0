package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.GatewayPulses;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** Measures calls to providers: for the metrics, and for staff who look at one of them. */
@Startup // a rate of something that was never there is none
@Singleton
final class GatewayMeter implements GatewayPulses {
    private final MeterRegistry metrics;
    private final Clock clock;

    /** There from the start, as the alerts want them. */
    @SuppressWarnings("unused")
    private final List<Timer> known;

    private final Map<String, GatewayPulse> pulses = new ConcurrentHashMap<>();

    @Inject
    GatewayMeter(MeterRegistry metrics, Clock clock, @Any Instance<PaymentGateway> gateways) {
        this.metrics = metrics;
        this.clock = clock;
        List<String> providers = gateways.stream().map(PaymentGateway::provider).toList();
        this.known =
                providers.stream()
                        .flatMap(
                                provider ->
                                        Stream.of(Outcome.values()).map(o -> timer(provider, o)))
                        .toList();
    }

    /** What a call came to. */
    enum Outcome {
        /** An answer. */
        OK,
        /** A "no" is an answer, too. */
        REFUSED,
        /** None that can be used. */
        UNAVAILABLE,
        /** Not tried, since too many before it had none. */
        NOT_TRIED;

        static Outcome of(@Nullable Throwable failure) {
            if (failure == null) {
                return OK;
            }
            return failure instanceof GatewayRefused ? REFUSED : ofLost(failure);
        }

        private static Outcome ofLost(Throwable failure) {
            return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                            .limit(10)
                            .anyMatch(CircuitBreakerOpenException.class::isInstance)
                    ? NOT_TRIED
                    : UNAVAILABLE;
        }

        boolean isAnswer() {
            return this == OK || this == REFUSED;
        }
    }

    private Timer timer(String provider, Outcome outcome) {
        return Timer.builder("cybervpn.gateway.calls")
                .description("Calls to payment providers, and what they came to")
                .tag("provider", provider)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    /** The same call; what it comes to is noted. */
    <T> Uni<T> measured(String provider, String operation, Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            long began = System.nanoTime();
                            return Uni.createFrom()
                                    .deferred(call::get)
                                    .onItemOrFailure()
                                    .invoke(
                                            (_, failure) ->
                                                    note(
                                                            provider,
                                                            operation,
                                                            Duration.ofNanos(
                                                                    System.nanoTime() - began),
                                                            failure));
                        });
    }

    private void note(
            String provider, String operation, Duration took, @Nullable Throwable failure) {
        Outcome outcome = Outcome.of(failure);
        timer(provider, outcome).record(took);
        GatewayPulse pulse = pulse(provider);
        if (outcome.isAnswer()) {
            pulse.answered(clock.instant(), took);
        } else {
            pulse.failed(clock.instant(), took, outcome, operation + ": " + wordOf(failure));
        }
    }

    /** Gateways word what they could not do without secrets; of others only the kind is told. */
    private static String wordOf(@Nullable Throwable failure) {
        if (failure == null) {
            return "";
        }
        return failure instanceof GatewayUnavailable
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    private GatewayPulse pulse(String provider) {
        return pulses.computeIfAbsent(provider, _ -> new GatewayPulse());
    }

    @Override
    public Pulse of(String provider) {
        return pulse(provider).read(clock.instant());
    }
}
