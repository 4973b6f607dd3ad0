package io.cybervpn.application.payment;

import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.PaidPayments;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.application.payment.port.ProviderStatement.Fee;
import io.cybervpn.application.payment.port.ProviderStatement.Page;
import io.cybervpn.domain.ledger.LedgerTransaction.Kind;
import io.cybervpn.domain.payment.model.Bookings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Books what providers kept of the payments of the last days, as their own lists say; once for each
 * invoice, whatever they say later. What is not in the books yet is left for the next time. One
 * page in memory, one transaction a page. Any number of instances may run it; never in a unit of
 * work.
 */
@Singleton
public final class BookProviderFees {
    /** Some providers reckon a fee a day or two after they took the money. */
    static final Duration WINDOW = Duration.ofDays(3);

    private final PaymentGateways gateways;
    private final PaidPayments payments;
    private final PostTransaction postTransaction;
    private final Clock clock;

    @Inject
    BookProviderFees(
            PaymentGateways gateways,
            PaidPayments payments,
            PostTransaction postTransaction,
            Clock clock) {
        this.gateways = gateways;
        this.payments = payments;
        this.postTransaction = postTransaction;
        this.clock = clock;
    }

    /**
     * What came of one provider.
     *
     * @param booked how many fees
     * @param unavailable why it could not be read to its end
     */
    public record Outcome(String provider, int booked, Optional<String> unavailable) {}

    /** Goes through all providers that list what they took, one after the other. */
    public Uni<List<Outcome>> execute() {
        return Multi.createFrom()
                .iterable(gateways.allEnabled())
                .onItem()
                .transformToUniAndConcatenate(this::book)
                .collect()
                .asList();
    }

    private Uni<Outcome> book(PaymentGateway gateway) {
        String provider = gateway.provider();
        return gateway.statement()
                .map(statement -> book(provider, statement))
                .orElseGet(() -> Uni.createFrom().item(new Outcome(provider, 0, Optional.empty())));
    }

    private Uni<Outcome> book(String provider, ProviderStatement statement) {
        Instant now = clock.instant();
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor ->
                                statement
                                        .paid(now.minus(WINDOW), now, cursor.get())
                                        .invoke(page -> cursor.set(page.next()))
                                        .chain(page -> book(provider, page)))
                .whilst(Booked::more)
                .collect()
                .with(Collectors.summingInt(Booked::fees))
                .map(booked -> new Outcome(provider, booked, Optional.empty()))
                .onFailure(BookProviderFees::noAnswer)
                .recoverWithItem(failure -> gaveUp(provider, failure));
    }

    private record Booked(int fees, boolean more) {}

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof GatewayUnavailable || failure instanceof GatewayRefused;
    }

    private static Outcome gaveUp(String provider, Throwable failure) {
        return new Outcome(provider, 0, Optional.of(String.valueOf(failure.getMessage())));
    }

    private Uni<Booked> book(String provider, Page page) {
        Set<String> references =
                page.fees().stream().map(Fee::reference).collect(Collectors.toSet());
        return fresh(provider, references)
                .chain(
                        fresh ->
                                postTransaction.executeAll(
                                        page.fees().stream()
                                                .filter(fee -> fresh.contains(fee.reference()))
                                                .map(fee -> booking(provider, fee))
                                                .toList()))
                .map(done -> new Booked(done.size(), page.next().isPresent()));
    }

    private Uni<Set<String>> fresh(String provider, Set<String> references) {
        return references.isEmpty()
                ? Uni.createFrom().item(references)
                : payments.booked(provider, references)
                        .chain(
                                booked ->
                                        payments.withoutFee(provider, references)
                                                .map(open -> both(booked, open)));
    }

    private static Set<String> both(Set<String> booked, Set<String> open) {
        Set<String> both = new HashSet<>(booked);
        both.retainAll(open);
        return both;
    }

    private static PostTransaction.Command booking(String provider, Fee fee) {
        return new PostTransaction.Command(
                Bookings.feeKey(provider, fee.reference()),
                Kind.PROVIDER_FEE,
                Bookings.fee(provider, fee.amount()));
    }
}
