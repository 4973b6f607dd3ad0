package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings unfinished refunds to their end: asks the provider for each that is due, sends what it
 * does not have, and does what follows. Always asks first, so that an answer that got lost never
 * makes a second refund, and sends those of one payment one after the other. Any number may run at
 * once; each refund is taken by one of them.
 */
@Singleton
public final class SendRefunds {
    private static final int LIMIT = 100;
    private static final int CONCURRENCY = 4;

    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final Refunds refunds;
    private final RefundingGateways gateways;
    private final RefundOutcome outcome;
    private final Clock clock;

    @Inject
    SendRefunds(
            UnitOfWork unitOfWork,
            Payments payments,
            Refunds refunds,
            RefundingGateways gateways,
            RefundOutcome outcome,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.refunds = refunds;
        this.gateways = gateways;
        this.outcome = outcome;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param taken refunds that were due
     * @param waiting those whose provider gave no answer; they are due again later
     */
    public record Report(int taken, int waiting) {}

    /** One round over at most 100. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        return unitOfWork
                .run(() -> refunds.claimDue(clock.instant(), Patiences.OPEN_PAYMENTS, LIMIT))
                .chain(this::workOn);
    }

    private Uni<Report> workOn(List<Refund> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Report(0, 0));
        }
        return Uni.join()
                .all(byPayment(due).stream().map(this::oneAfterTheOther).toList())
                .usingConcurrencyOf(CONCURRENCY)
                .andCollectFailures()
                .map(lists -> lists.stream().flatMap(List::stream).toList())
                .map(answers -> new Report(due.size(), waiting(answers)));
    }

    /** Each list in the order in which its refunds were promised. */
    private static Collection<List<Refund>> byPayment(List<Refund> due) {
        return due.stream()
                .sorted(Comparator.comparing(one -> one.request().createdAt()))
                .collect(Collectors.groupingBy(one -> one.request().payment()))
                .values();
    }

    private Uni<List<Boolean>> oneAfterTheOther(List<Refund> ofOnePayment) {
        return Uni.join()
                .all(ofOnePayment.stream().map(this::workOn).toList())
                .usingConcurrencyOf(1)
                .andCollectFailures();
    }

    private static int waiting(List<Boolean> answers) {
        return Math.toIntExact(answers.stream().filter(answered -> !answered).count());
    }

    /** False when there was no answer. */
    private Uni<Boolean> workOn(Refund refund) {
        return switch (refund) {
            case Refund.Reported reported -> outcome.settle(reported).replaceWith(true);
            case Refund.Underway underway -> send(underway);
            case Refund.Succeeded _, Refund.Failed _ -> Uni.createFrom().item(true);
        };
    }

    private Uni<Boolean> send(Refund.Underway refund) {
        return unitOfWork
                .run(() -> read(refund.request().payment()))
                .chain(
                        seen ->
                                isUncertainBefore(refund, seen.refunds())
                                        ? Uni.createFrom().item(false)
                                        : send(refund, seen));
    }

    /** A payment with all its refunds. */
    private record Seen(Payment payment, List<Refund> refunds) {}

    private Uni<Seen> read(PaymentId payment) {
        return payments.find(payment)
                .map(Optional::orElseThrow)
                .chain(found -> refunds.ofPayment(payment).map(all -> new Seen(found, all)));
    }

    /**
     * Not all providers name refunds: of some we see only the sum that went back. So no other of
     * this payment is sent while it is not known whether an earlier one was.
     */
    private static boolean isUncertainBefore(Refund.Underway refund, List<Refund> all) {
        return all.stream()
                .takeWhile(one -> !one.id().equals(refund.id()))
                .anyMatch(one -> one instanceof Refund.Requested || one instanceof Refund.Unknown);
    }

    private Uni<Boolean> send(Refund.Underway refund, Seen seen) {
        return gateways.find(seen.payment().request().provider())
                .map(gateway -> send(refund, call(refund, seen), gateway))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Boolean> send(Refund.Underway refund, RefundCall call, RefundingGateway gateway) {
        return Uni.createFrom()
                .deferred(() -> gateway.status(call))
                .chain(status -> follow(refund, status, call, gateway))
                .replaceWith(true)
                .onFailure(GatewayUnavailable.class)
                .recoverWithItem(false);
    }

    private Uni<Void> follow(
            Refund.Underway refund, RefundStatus status, RefundCall call, RefundingGateway to) {
        return switch (status) {
            case RefundStatus.NotThere() -> make(refund, call, to);
            case RefundStatus.Underway _, RefundStatus.Done _, RefundStatus.Over _ ->
                    outcome.follow(refund, status);
        };
    }

    /** What the provider had already must not be sent again, even if it denies it now. */
    private Uni<Void> make(Refund.Underway refund, RefundCall call, RefundingGateway gateway) {
        return switch (refund) {
            case Refund.Sent sent -> outcome.missing(sent);
            case Refund.Requested _, Refund.Unknown _ ->
                    Uni.createFrom()
                            .deferred(() -> gateway.refund(call))
                            .onFailure(GatewayUnavailable.class)
                            .call(() -> outcome.answerLost(refund))
                            .onFailure(GatewayRefused.class)
                            .recoverWithItem(SendRefunds::refused)
                            .chain(status -> outcome.follow(refund, status));
        };
    }

    private static RefundStatus refused(Throwable refusal) {
        return new RefundStatus.Over(
                Optional.empty(),
                "refused: " + Optional.ofNullable(refusal.getMessage()).orElse(""));
    }

    private static RefundCall call(Refund.Underway refund, Seen seen) {
        Payment payment = seen.payment();
        Receipt receipt = receipt(payment);
        Money received = RefundDesk.received(payment).orElseGet(() -> asked(payment));
        return new RefundCall(
                refund.id(),
                new RefundCall.Paid(
                        payment.id(),
                        payment.request().payer(),
                        receipt.reference(),
                        received,
                        receipt.paidAt(),
                        returned(seen.refunds(), received)),
                refund.request().amount(),
                refund.request().createdAt(),
                refund.knownReference());
    }

    /** What the payer got back through the provider. */
    private static Money returned(List<Refund> refunds, Money received) {
        return refunds.stream()
                .filter(one -> one instanceof Refund.Succeeded || one instanceof Refund.Reported)
                .filter(one -> one.request().to() == Destination.PROVIDER)
                .map(one -> one.request().amount())
                .filter(amount -> amount.asset().equals(received.asset()))
                .reduce(Money.zero(received.asset()), Money::plus);
    }

    private static Money asked(Payment payment) {
        return payment.request().amount();
    }

    private static Receipt receipt(Payment payment) {
        return switch (payment) {
            case Payment.Captured captured -> captured.receipt();
            case Payment.Flagged flagged -> flagged.receipt();
            case Payment.Open _, Payment.Expired _, Payment.Failed _ ->
                    throw new IllegalStateException(payment.id() + " is refunded but not paid");
        };
    }
}
