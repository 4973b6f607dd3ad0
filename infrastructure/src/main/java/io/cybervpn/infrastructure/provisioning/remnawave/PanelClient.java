package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.infrastructure.shared.Remote;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * One panel, behind a time limit, a bulkhead and a circuit breaker of its own. A call fails with
 * {@link PanelAnswer} when the panel said no, and with {@link PanelUnavailable} when it is not
 * known what it did.
 */
@Singleton
class PanelClient {
    private static final int PARALLEL_MAX = 16;
    private static final int QUEUE_MAX = 128;
    private static final int CALLS_JUDGED = 20;
    private static final double DOWN_RATIO = 0.5;
    private static final TypeLiteral<Uni<Object>> ANY = new TypeLiteral<>() {};

    private final PanelSettings settings;
    private final ObjectMapper json;
    private final Supplier<RemnawaveApi> api;
    private final Guard guard;

    @Inject
    PanelClient(PanelSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.api = new Once<>(this::connect);
        this.guard = guard(settings);
    }

    /** Calls the panel, never in a unit of work. */
    <T> Uni<T> call(Function<RemnawaveApi, Uni<T>> action) {
        return Remote.outsideUnitOfWork(() -> guarded(() -> action.apply(api.get())));
    }

    /** What a failed call means to the outside. */
    static Throwable meaning(Throwable failure) {
        if (failure instanceof PanelAnswer answer) {
            return answer.isOutage() || answer.isTooLate()
                    ? new PanelUnavailable(described(answer))
                    : new PanelRefused(described(answer));
        }
        return failure;
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<T> guarded(Supplier<Uni<T>> call) {
        Uni<Object> answer = guard.get(() -> call.get().map(found -> (Object) found), ANY);
        return ((Uni<T>) answer)
                .onFailure(failure -> !(failure instanceof PanelAnswer))
                .transform(PanelClient::unknown);
    }

    private RemnawaveApi connect() {
        URI url =
                settings.url()
                        .orElseThrow(() -> new PanelUnavailable("cybervpn.panel.url is not set"));
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .disableDefaultMapper(true)
                .register(new PanelAnswers(json))
                .register(
                        new PanelHeaders(
                                settings.token().orElse(""), settings.headers().orElse(List.of())))
                .build(RemnawaveApi.class);
    }

    private static Guard guard(PanelSettings settings) {
        Duration pause = settings.pause();
        return Guard.create()
                .withDescription("panel")
                .withTimeout()
                .duration(settings.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withBulkhead()
                .limit(PARALLEL_MAX)
                .queueSize(QUEUE_MAX)
                .done()
                .withCircuitBreaker()
                .when(PanelClient::isOutage)
                .requestVolumeThreshold(CALLS_JUDGED)
                .failureRatio(DOWN_RATIO)
                .delay(pause.toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof PanelAnswer answer) || answer.isOutage();
    }

    /** Names the failure by its kind alone: its text could quote an answer. */
    private static PanelUnavailable unknown(Throwable failure) {
        return switch (failure) {
            case PanelUnavailable known -> known;
            case CircuitBreakerOpenException _ -> new PanelUnavailable("the panel was down lately");
            case BulkheadException _ -> new PanelUnavailable("too many calls of the panel at once");
            case TimeoutException _ -> new PanelUnavailable("the panel did not answer in time");
            default ->
                    new PanelUnavailable(
                            "no clear answer from the panel: " + failure.getClass().getSimpleName(),
                            failure);
        };
    }

    private static String described(PanelAnswer answer) {
        return Optional.ofNullable(answer.getMessage()).orElse("");
    }

    /** Connects at the first call, so that a shop without a panel starts. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> source;
        private volatile Optional<T> value = Optional.empty();

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            return value.orElseGet(this::make);
        }

        private synchronized T make() {
            T made = value.orElseGet(source);
            value = Optional.of(made);
            return made;
        }
    }
}
