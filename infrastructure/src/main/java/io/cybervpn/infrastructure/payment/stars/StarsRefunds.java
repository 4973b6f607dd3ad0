package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.infrastructure.payment.stars.StarTransactions.Returned;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * The way back of stars: a charge goes back once and as a whole, to whoever paid it, and the charge
 * is the refund's name too. So a repetition moves nothing.
 */
@Singleton
final class StarsRefunds implements RefundingGateway {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** Reading days of transactions takes longer than asking about one. */
    private static final Duration LIST_TIMEOUT = Duration.ofMinutes(5);

    /** What is asked about went back within the days that are compared every night. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** What Telegram says of a charge that went back before. */
    private static final String BEFORE = "CHARGE_ALREADY_REFUNDED";

    private final StarsSettings settings;
    private final BotClient client;
    private final StarTransactions transactions;
    private final Clock clock;

    @Inject
    StarsRefunds(
            StarsSettings settings, BotClient client, StarTransactions transactions, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return StarsGateway.PROVIDER;
    }

    @Override
    public boolean enabled() {
        return settings.token().isPresent() && settings.secret().isPresent();
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        if (isPart(call)) {
            return Uni.createFrom()
                    .failure(new GatewayRefused("stars go back as a whole or not at all"));
        }
        return inTime(() -> transactions.first(charge(call), call.paid().paidAt(), "source"))
                .map(StarsRefunds::payer)
                .chain(user -> inTime(() -> client.refund(new StarRefundJson(user, charge(call)))))
                .map(done -> made(call, done))
                .onFailure(StarsRefunds::wentBackBefore)
                .recoverWithItem(new RefundStatus.Done(charge(call)));
    }

    /** A charge that went back past us is no answer to a part of it, which never goes back. */
    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        if (isPart(call)) {
            return Uni.createFrom().item(new RefundStatus.NotThere());
        }
        return inTime(() -> transactions.first(charge(call), call.requestedAt(), "receiver"))
                .onFailure(GatewayRefused.class)
                .transform(failure -> new GatewayUnavailable("Telegram lists nothing", failure))
                .map(
                        found ->
                                found.isPresent()
                                        ? new RefundStatus.Done(charge(call))
                                        : new RefundStatus.NotThere());
    }

    private static boolean isPart(RefundCall call) {
        return !call.amount().equals(call.paid().received());
    }

    @Override
    public Uni<GoneBack> goneBack(String about) {
        return inTime(() -> transactions.first(about, clock.instant().minus(LATELY), "receiver"))
                .onFailure(GatewayRefused.class)
                .transform(failure -> new GatewayUnavailable("Telegram lists nothing", failure))
                .map(found -> found.flatMap(Returned::of))
                .map(
                        found ->
                                found.<GoneBack>map(StarsRefunds::named)
                                        .orElseGet(() -> new GoneBack.Strange("no such charge")));
    }

    private static GoneBack named(Returned returned) {
        return new GoneBack.Named(
                new Notice.Returned(
                        returned.which(),
                        returned.charge(),
                        returned.stars(),
                        RefundCause.PROVIDER,
                        false));
    }

    @Override
    public Optional<ReturnStatement> statement() {
        return Optional.of((from, to, _) -> inTime(LIST_TIMEOUT, () -> returned(from, to)));
    }

    private Uni<ReturnStatement.Page> returned(Instant from, Instant to) {
        return transactions
                .returnedSince(from)
                .map(
                        all ->
                                all.stream()
                                        .filter(one -> !one.at().isBefore(from))
                                        .filter(one -> one.at().isBefore(to))
                                        .map(StarsRefunds::line)
                                        .toList())
                .map(lines -> new ReturnStatement.Page(lines, Optional.empty()));
    }

    private static ReturnStatement.Line line(Returned returned) {
        return new ReturnStatement.Line(
                returned.charge(),
                Optional.empty(),
                Optional.of(returned.stars()),
                returned.stars() + " of charge " + returned.charge());
    }

    static long payer(Optional<JsonNode> transaction) {
        JsonNode user =
                transaction
                        .orElseThrow(() -> new GatewayRefused("Telegram has no such charge"))
                        .path("source")
                        .path("user")
                        .path("id");
        if (!user.isIntegralNumber()) {
            throw new GatewayRefused("Telegram does not say who paid");
        }
        return user.asLong();
    }

    private static RefundStatus made(RefundCall call, JsonNode done) {
        if (!done.asBoolean(false)) {
            throw new GatewayUnavailable("Telegram answers without a refund");
        }
        return new RefundStatus.Done(charge(call));
    }

    private static boolean wentBackBefore(Throwable failure) {
        return failure instanceof GatewayRefused
                && String.valueOf(failure.getMessage()).contains(BEFORE);
    }

    private static <T> Uni<T> inTime(Supplier<Uni<T>> call) {
        return inTime(TIMEOUT, call);
    }

    private static <T> Uni<T> inTime(Duration timeout, Supplier<Uni<T>> call) {
        return Remote.outsideUnitOfWork(call)
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new GatewayUnavailable("Telegram is too slow"))
                .onFailure(FaultToleranceException.class)
                .transform(
                        failure ->
                                new GatewayUnavailable(
                                        "Telegram gives no answer: " + failure.getMessage()));
    }

    private static String charge(RefundCall call) {
        return call.paid().reference();
    }
}
