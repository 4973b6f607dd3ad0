package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    /** What Telegram says of a charge that went back before. */
    private static final String BEFORE = "CHARGE_ALREADY_REFUNDED";

    private final StarsSettings settings;
    private final BotClient client;
    private final StarTransactions transactions;

    @Inject
    StarsRefunds(StarsSettings settings, BotClient client, StarTransactions transactions) {
        this.settings = settings;
        this.client = client;
        this.transactions = transactions;
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
        if (!call.amount().equals(call.paid().received())) {
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

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return inTime(() -> transactions.first(charge(call), call.requestedAt(), "receiver"))
                .onFailure(GatewayRefused.class)
                .transform(failure -> new GatewayUnavailable("Telegram lists nothing", failure))
                .map(
                        found ->
                                found.isPresent()
                                        ? new RefundStatus.Done(charge(call))
                                        : new RefundStatus.NotThere());
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
        return Remote.outsideUnitOfWork(call)
                .ifNoItem()
                .after(TIMEOUT)
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
