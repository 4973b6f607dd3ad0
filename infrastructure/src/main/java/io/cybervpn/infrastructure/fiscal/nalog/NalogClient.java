package io.cybervpn.infrastructure.fiscal.nalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.domain.fiscal.model.Registration;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Receipts of the self-employed. There is one standing receipt for each payment, over what is left
 * of it: the service knows no partial refund, so the receipt before is annulled and one over the
 * rest is made. All receipts of a payment carry the time of the payment, and each the id that it
 * has here, by which it is found again.
 */
@Singleton
class NalogClient {
    private static final int PAGE = 100;
    private static final int PAGES_MAX = 10;
    private static final Duration AROUND = Duration.ofMinutes(1);

    private final NalogSettings settings;
    private final NalogSession session;
    private final Clock clock;

    @Inject
    NalogClient(NalogSettings settings, NalogSession session, Clock clock) {
        this.settings = settings;
        this.session = session;
        this.clock = clock;
    }

    @Timeout(value = 25, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {FiscalUnavailable.class, TimeoutException.class})
    Uni<Optional<Registration>> find(ReceiptCall call) {
        return around(call.paidAt()).map(incomes -> found(incomes, call));
    }

    @Timeout(value = 25, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 5,
            delayUnit = ChronoUnit.SECONDS,
            failOn = {FiscalUnavailable.class, TimeoutException.class})
    Uni<Registration> register(ReceiptCall call) {
        return around(call.paidAt())
                .chain(incomes -> annul(incomes, call).chain(() -> make(incomes, call)));
    }

    private Optional<Registration> found(Incomes incomes, ReceiptCall call) {
        if (call.replaces().filter(one -> !incomes.isAnnulled(one)).isPresent()) {
            return Optional.empty();
        }
        return call.left().isZero()
                ? call.replaces().map(NalogClient::annulled)
                : incomes.standing(mark(call))
                        .filter(one -> one.isOver(call.left()))
                        .map(one -> registration(one.uuid()));
    }

    private Uni<Void> annul(Incomes incomes, ReceiptCall call) {
        return call.replaces()
                .filter(one -> !incomes.isAnnulled(one))
                .map(this::annul)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> annul(String receipt) {
        CancelJson cancel = CancelJson.refund(receipt, clock.instant());
        return session.call(token -> session.api().cancel(token, cancel)).replaceWithVoid();
    }

    private Uni<Registration> make(Incomes incomes, ReceiptCall call) {
        if (call.left().isZero()) {
            return Uni.createFrom()
                    .item(
                            call.replaces()
                                    .map(NalogClient::annulled)
                                    .orElseThrow(() -> new FiscalRefused("nothing to annul")));
        }
        return incomes.standing(mark(call))
                .map(one -> made(one, call))
                .orElseGet(() -> income(call));
    }

    /** One over another sum was made before it was known what is left. */
    private Uni<Registration> made(Incomes.Income one, ReceiptCall call) {
        return one.isOver(call.left())
                ? Uni.createFrom().item(registration(one.uuid()))
                : annul(one.uuid()).chain(() -> income(call));
    }

    private Uni<Registration> income(ReceiptCall call) {
        IncomeJson income =
                IncomeJson.of(
                        settings.item() + ", " + mark(call),
                        call.left(),
                        call.paidAt(),
                        clock.instant());
        return session.call(token -> session.api().income(token, income)).map(this::made);
    }

    private Registration made(JsonNode answer) {
        String uuid = answer.path("approvedReceiptUuid").asText("");
        if (uuid.isBlank()) {
            throw new FiscalUnavailable("the tax office made a receipt without a name");
        }
        return registration(uuid);
    }

    private Registration registration(String uuid) {
        return new Registration(
                uuid,
                Optional.of(
                        URI.create(
                                "%s/api/v1/receipt/%s/%s/print"
                                        .formatted(
                                                settings.url().toString().replaceAll("/+$", ""),
                                                settings.inn().orElseThrow(),
                                                uuid))));
    }

    private static Registration annulled(String receipt) {
        return new Registration("annulled:" + receipt, Optional.empty());
    }

    private static String mark(ReceiptCall call) {
        return call.id().value().toString();
    }

    private Uni<Incomes> around(Instant paidAt) {
        return page(paidAt, 0).chain(first -> more(first, paidAt, 1));
    }

    private Uni<Incomes> more(Incomes soFar, Instant paidAt, int next) {
        if (!soFar.more()) {
            return Uni.createFrom().item(soFar);
        }
        if (next == PAGES_MAX) {
            throw new FiscalUnavailable("the tax office lists too many incomes of one minute");
        }
        return page(paidAt, next).chain(page -> more(soFar.with(page), paidAt, next + 1));
    }

    private Uni<Incomes> page(Instant paidAt, int number) {
        return session.call(
                        token ->
                                session.api()
                                        .incomes(
                                                token,
                                                MoscowTime.of(paidAt.minus(AROUND)),
                                                MoscowTime.of(paidAt.plus(AROUND)),
                                                number * PAGE,
                                                PAGE))
                .map(Incomes::of);
    }
}
