package io.cybervpn.infrastructure.provisioning;

import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Calls of one panel, behind a time limit, a bulkhead, a rate and a circuit breaker of its own:
 * what befalls one panel costs no other. A call fails with {@link PanelReply} when the panel said
 * no, and with {@link PanelUnavailable} when it is not known what it did.
 */
public final class PanelGuard {
    private static final int PARALLEL_MAX = 16;
    private static final int QUEUE_MAX = 128;
    private static final int CALLS_JUDGED = 20;
    private static final double DOWN_RATIO = 0.5;
    private static final TypeLiteral<Uni<Object>> ANY = new TypeLiteral<>() {};

    private final Guard guard;
    private final PanelPulse pulse;
    private final CallRate rate;

    /** For one panel, as it is set now. */
    public PanelGuard(PanelConnection connection, PanelPulse pulse) {
        this.pulse = pulse;
        this.rate = new CallRate(connection.callsPerSecond());
        this.guard = guard(connection, pulse);
    }

    /** Calls the panel, never in a unit of work. */
    public <T> Uni<T> call(Supplier<Uni<T>> action) {
        return Remote.outsideUnitOfWork(() -> measured(action));
    }

    /** What a failed call means to the outside. */
    public static Throwable meaning(Throwable failure) {
        if (failure instanceof PanelReply reply) {
            return reply.mayHeal()
                    ? new PanelUnavailable(reply.told())
                    : new PanelRefused(reply.told());
        }
        return failure;
    }

    private <T> Uni<T> measured(Supplier<Uni<T>> action) {
        long began = System.nanoTime();
        return inTurn(began, action)
                .onItemOrFailure()
                .invoke(
                        (_, failure) ->
                                pulse.ended(Duration.ofNanos(System.nanoTime() - began), failure));
    }

    private <T> Uni<T> inTurn(long now, Supplier<Uni<T>> action) {
        return rate.takes(now)
                ? guarded(action)
                : Uni.createFrom()
                        .failure(
                                PanelUnavailable.untried(
                                        "too many calls of the panel in a second"));
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<T> guarded(Supplier<Uni<T>> call) {
        Uni<Object> answer = guard.get(() -> call.get().map(found -> (Object) found), ANY);
        return ((Uni<T>) answer)
                .onFailure(
                        failure -> !(failure instanceof PanelReply || failure instanceof PanelBusy))
                .transform(PanelGuard::unknown);
    }

    private static Guard guard(PanelConnection connection, PanelPulse pulse) {
        Duration pause = connection.pause();
        return Guard.create()
                .withDescription("panel " + connection.id().value())
                .withTimeout()
                .duration(connection.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withBulkhead()
                .limit(PARALLEL_MAX)
                .queueSize(QUEUE_MAX)
                .done()
                .withCircuitBreaker()
                .when(PanelGuard::isOutage)
                .requestVolumeThreshold(CALLS_JUDGED)
                .failureRatio(DOWN_RATIO)
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .onStateChange(state -> pulse.circuit(state, pause))
                .done()
                .build();
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case PanelReply reply -> reply.isOutage();
            case BulkheadException _, PanelBusy _ -> false;
            default -> true;
        };
    }

    /** Names the failure by its kind alone: its text could quote an answer. */
    private static PanelUnavailable unknown(Throwable failure) {
        return switch (failure) {
            case PanelUnavailable known -> known;
            case CircuitBreakerOpenException _ ->
                    PanelUnavailable.untried("the panel was down lately");
            case BulkheadException _ ->
                    PanelUnavailable.untried("too many calls of the panel at once");
            case TimeoutException _ -> new PanelUnavailable("the panel did not answer in time");
            default ->
                    new PanelUnavailable(
                            "no clear answer from the panel: " + failure.getClass().getSimpleName(),
                            failure);
        };
    }
}
