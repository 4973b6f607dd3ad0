package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaidPayments;
import io.cybervpn.application.payment.port.PaidPayments.Paid;
import io.cybervpn.application.payment.port.PaidPayments.Window;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.ProviderStatement;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.domain.payment.model.Receipt;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Holds the payments of some time against their provider, both ways: it must know of the same money
 * for what we booked, and we must have booked what it says it took. One page of each in memory.
 * Changes nothing; never in a unit of work.
 */
@Singleton
public final class CompareWithProvider {
    /** Told at most of each kind; whoever finds so many has one fault, not so many. */
    static final int DIFFERENCES_MAX = 100;

    private final PaymentGateways gateways;
    private final PaidPayments payments;
    private final WhatIsLeft whatIsLeft;

    @Inject
    CompareWithProvider(PaymentGateways gateways, PaidPayments payments, WhatIsLeft whatIsLeft) {
        this.gateways = gateways;
        this.payments = payments;
        this.whatIsLeft = whatIsLeft;
    }

    /**
     * Which payments.
     *
     * @param from when the provider took the money, inclusive
     * @param to exclusive
     */
    public record Query(String provider, Instant from, Instant to) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * Both sides were read.
         *
         * @param lookedAt payments of ours and invoices of theirs
         */
        record Compared(long lookedAt, List<Difference> differences) implements Result {
            /** Copies the list. */
            public Compared {
                differences = List.copyOf(differences);
            }
        }

        /** The provider gave no answer, or is not configured any more. */
        record Unavailable(String reason) implements Result {}
    }

    /** The providers that there is something to hold against. */
    public List<String> providers() {
        return gateways.allEnabled().stream().map(PaymentGateway::provider).sorted().toList();
    }

    /** Compares. */
    public Uni<Result> execute(Query query) {
        return gateways.find(query.provider())
                .map(gateway -> compare(gateway, query))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .item(new Result.Unavailable("it is not configured")));
    }

    private Uni<Result> compare(PaymentGateway gateway, Query query) {
        Tally tally = new Tally();
        return ours(gateway, query, tally)
                .chain(() -> theirs(gateway, query, tally))
                .<Result>map(_ -> new Result.Compared(tally.lookedAt, tally.differences))
                .onFailure(CompareWithProvider::noAnswer)
                .recoverWithItem(
                        failure -> new Result.Unavailable(String.valueOf(failure.getMessage())));
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof GatewayUnavailable || failure instanceof GatewayRefused;
    }

    private Uni<Void> ours(PaymentGateway gateway, Query query, Tally tally) {
        Window window = new Window(query.provider(), query.from(), query.to());
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<Paid>empty()),
                        last -> step(gateway, window, last, tally))
                .whilst(count -> count == PaymentGateway.STATUSES_MAX)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> step(
            PaymentGateway gateway,
            Window window,
            AtomicReference<Optional<Paid>> last,
            Tally tally) {
        return payments.page(window, last.get(), PaymentGateway.STATUSES_MAX)
                .invoke(page -> last.set(page.isEmpty() ? last.get() : Optional.of(page.getLast())))
                .invoke(page -> tally.lookedAt += page.size())
                .call(page -> hold(gateway, page, tally))
                .map(List::size);
    }

    private Uni<Void> hold(PaymentGateway gateway, List<Paid> page, Tally tally) {
        return suspects(gateway, page)
                .chain(odd -> whatIsLeft.judge(gateway.provider(), page, odd))
                .invoke(judged -> judged.differences().forEach(tally::add))
                .chain(judged -> askAgain(gateway, judged.open(), tally));
    }

    private static Uni<List<Paid>> suspects(PaymentGateway gateway, List<Paid> page) {
        return page.isEmpty()
                ? Uni.createFrom().item(page)
                : gateway.statuses(page.stream().map(paid -> paid.receipt().reference()).toList())
                        .map(
                                said ->
                                        page.stream()
                                                .filter(paid -> difference(paid, said).isPresent())
                                                .toList());
    }

    /** One of many that gave no answer looks like one that is not paid; alone it does not. */
    private static Uni<Void> askAgain(PaymentGateway gateway, List<Paid> odd, Tally tally) {
        return Multi.createFrom()
                .iterable(odd)
                .select()
                .first(DIFFERENCES_MAX)
                .onItem()
                .transformToUniAndConcatenate(
                        paid ->
                                gateway.statuses(List.of(paid.receipt().reference()))
                                        .invoke(
                                                said ->
                                                        difference(paid, said)
                                                                .ifPresent(tally::add)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Optional<Difference> difference(Paid paid, Map<String, InvoiceStatus> said) {
        return difference(
                paid,
                Optional.ofNullable(said.get(paid.receipt().reference()))
                        .orElseGet(InvoiceStatus.Over::new));
    }

    private static Optional<Difference> difference(Paid paid, InvoiceStatus status) {
        return switch (status) {
            case InvoiceStatus.Paid(var receipt) -> difference(paid, receipt);
            case InvoiceStatus.Active _, InvoiceStatus.Over _, InvoiceStatus.Ended _ ->
                    Optional.of(
                            new Difference(
                                    "payment-not-paid-at-provider",
                                    paid.payment().value().toString(),
                                    "booked %s of invoice %s, which the provider does not call paid"
                                            .formatted(
                                                    paid.receipt().received(),
                                                    paid.receipt().reference())));
        };
    }

    private static Optional<Difference> difference(Paid paid, Receipt theirs) {
        return theirs.received().equals(paid.receipt().received())
                ? Optional.empty()
                : Optional.of(
                        new Difference(
                                "payment-of-other-money-at-provider",
                                paid.payment().value().toString(),
                                "booked %s, the provider says %s"
                                        .formatted(paid.receipt().received(), theirs.received())));
    }

    private Uni<Void> theirs(PaymentGateway gateway, Query query, Tally tally) {
        return gateway.statement()
                .map(statement -> read(statement, query, tally))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> read(ProviderStatement statement, Query query, Tally tally) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor ->
                                statement
                                        .paid(query.from(), query.to(), cursor.get())
                                        .invoke(page -> cursor.set(page.next()))
                                        .call(page -> hold(query.provider(), page, tally)))
                .whilst(page -> page.next().isPresent())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> hold(String provider, ProviderStatement.Page page, Tally tally) {
        Set<String> references =
                page.receipts().stream().map(Receipt::reference).collect(Collectors.toSet());
        return references.isEmpty()
                ? Uni.createFrom().voidItem()
                : payments.booked(provider, references)
                        .invoke(booked -> missing(page, booked, tally))
                        .replaceWithVoid();
    }

    private static void missing(ProviderStatement.Page page, Set<String> booked, Tally tally) {
        tally.lookedAt += page.receipts().size();
        page.receipts().stream()
                .filter(receipt -> !booked.contains(receipt.reference()))
                .map(
                        receipt ->
                                new Difference(
                                        "provider-payment-not-booked",
                                        receipt.reference(),
                                        "the provider took %s at %s"
                                                .formatted(receipt.received(), receipt.paidAt())))
                .forEach(tally::add);
    }

    private static final class Tally {
        private final List<Difference> differences = new ArrayList<>();
        private final Map<String, Integer> counts = new HashMap<>();
        private long lookedAt;

        private void add(Difference difference) {
            if (counts.merge(difference.check(), 1, Integer::sum) <= DIFFERENCES_MAX) {
                differences.add(difference);
            }
        }
    }
}
