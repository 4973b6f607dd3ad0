package io.cybervpn.infrastructure.payment.stars;

import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * Subscriptions that Telegram keeps: it charges every 30 days, each time with a charge of its own
 * and with the payload of the first link. The first charge names the subscription.
 */
@Singleton
final class StarsRecurring implements RecurringGateway {
    /** The only one that Telegram knows. */
    static final Duration PERIOD = Duration.ofDays(30);

    private static final Money MOST = new Money(10_000, Asset.XTR);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final StarsSettings settings;
    private final BotClient client;
    private final StarTransactions transactions;

    @Inject
    StarsRecurring(StarsSettings settings, BotClient client, StarTransactions transactions) {
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
    public Optional<Terms> terms() {
        return settings.subscriptions() ? Optional.of(new Terms(PERIOD, MOST)) : Optional.empty();
    }

    @Override
    public Uni<Void> steer(Receipt first, Steering steering) {
        return inTime(() -> transactions.first(first.reference(), first.paidAt(), "source"))
                .map(StarsRefunds::payer)
                .chain(
                        user ->
                                inTime(
                                        () ->
                                                client.editSubscription(
                                                        new SubscriptionEditJson(
                                                                user,
                                                                first.reference(),
                                                                steering == Steering.CANCEL))))
                .map(
                        done -> {
                            if (!done.asBoolean(false)) {
                                throw new GatewayUnavailable("Telegram answers without a word");
                            }
                            return done;
                        })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Receipt>> charges(PaymentId payment, Instant since) {
        return StarsGateway.read(transactions, since)
                .map(
                        paid ->
                                paid.stream()
                                        .filter(one -> one.payment().equals(payment))
                                        .filter(StarTransactions.Paid::recurring)
                                        .map(StarTransactions.Paid::receipt)
                                        .toList());
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
}
