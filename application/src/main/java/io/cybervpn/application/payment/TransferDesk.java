package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.TransferAccount;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.TransferId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.payment.model.BankTransfer;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.repository.BankTransfers;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where transfers are recorded. The row and what its money does are stored together, so that what
 * the bank side says and what the books say cannot differ. Only for an open unit of work.
 */
@Singleton
final class TransferDesk {
    private static final Duration AGE_MAX = Duration.ofDays(400);

    private final Payments payments;
    private final BankTransfers transfers;
    private final ConfirmPayment confirmPayment;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    TransferDesk(
            Payments payments,
            BankTransfers transfers,
            ConfirmPayment confirmPayment,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.payments = payments;
        this.transfers = transfers;
        this.confirmPayment = confirmPayment;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What somebody saw on the account.
     *
     * @param invoice the reference in its purpose; empty if there is none of ours
     */
    record Wish(
            Optional<TransferReference> invoice,
            Money amount,
            String bankReference,
            Instant arrivedAt,
            String reason) {}

    /** Whether it can be recorded. */
    sealed interface Outcome {
        /** It can; its payment is held, if it has one. */
        record Possible(Optional<PaymentId> payment) implements Outcome {}

        /** It was recorded before, in the same words. */
        record Before(BankTransfer transfer, Optional<PaymentId> payment) implements Outcome {}

        /** It cannot. */
        record Refused(String code) implements Outcome {}
    }

    /** What was recorded, and what its money did. */
    record Done(BankTransfer transfer, ConfirmPayment.Result money) {}

    /** Holds the payment and judges. */
    Uni<Outcome> look(Wish wish) {
        if (wish.arrivedAt().isAfter(clock.instant())
                || wish.arrivedAt().isBefore(clock.instant().minus(AGE_MAX))) {
            return answer(new Outcome.Refused("time_not_plausible"));
        }
        return wish.invoice()
                .map(invoice -> hold(invoice).chain(held -> judgeHeld(held, wish)))
                .orElseGet(() -> judge(Optional.empty(), wish));
    }

    private Uni<Optional<Payment>> hold(TransferReference invoice) {
        return payments.byReference(TransferAccount.PROVIDER, invoice.text())
                .chain(
                        found ->
                                found.map(payments::lock)
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Outcome> judgeHeld(Optional<Payment> held, Wish wish) {
        return held.isEmpty()
                ? answer(new Outcome.Refused("reference_not_found"))
                : judge(held.map(Payment::id), wish);
    }

    private Uni<Outcome> judge(Optional<PaymentId> payment, Wish wish) {
        return transfers
                .byBankReference(wish.bankReference())
                .map(found -> found.map(known -> judge(known, payment, wish)))
                .map(known -> known.orElseGet(() -> new Outcome.Possible(payment)));
    }

    private static Outcome judge(BankTransfer known, Optional<PaymentId> payment, Wish wish) {
        return known.isSaidAgain(wish.invoice(), wish.amount(), wish.arrivedAt())
                ? new Outcome.Before(known, payment)
                : new Outcome.Refused("transfer_known");
    }

    /**
     * Does what {@link #look} found possible, in the same unit of work. Empty if somebody else has
     * just recorded a transfer of this bank reference; then nothing was stored.
     */
    Uni<Optional<Done>> carryOut(Outcome.Possible possible, Wish wish, Actor actor) {
        return earlier(wish)
                .map(earlier -> transfer(wish, earlier))
                .chain(
                        transfer ->
                                transfers
                                        .add(transfer)
                                        .chain(
                                                added ->
                                                        added
                                                                ? book(possible, transfer, actor)
                                                                : Uni.createFrom()
                                                                        .item(Optional.empty())));
    }

    private Uni<Integer> earlier(Wish wish) {
        return wish.invoice().map(transfers::countOf).orElseGet(() -> Uni.createFrom().item(0));
    }

    private BankTransfer transfer(Wish wish, int earlier) {
        return new BankTransfer(
                new TransferId(ids.next()),
                BankTransfer.referenceOf(wish.invoice(), earlier, wish.bankReference()),
                wish.invoice(),
                wish.amount(),
                wish.bankReference(),
                wish.arrivedAt(),
                clock.instant(),
                wish.reason());
    }

    private Uni<Optional<Done>> book(
            Outcome.Possible possible, BankTransfer transfer, Actor actor) {
        return tell(transfer, possible.payment())
                .call(done -> record(done, possible.payment(), actor))
                .map(Optional::of);
    }

    /** Lets the money do what it has to. Repeatable: told again it does nothing more. */
    Uni<Done> tell(BankTransfer transfer, Optional<PaymentId> payment) {
        return confirmPayment
                .execute(
                        new ConfirmPayment.Command(
                                payment.orElseGet(() -> new PaymentId(transfer.id().value())),
                                TransferAccount.PROVIDER,
                                transfer.receipt()))
                .map(money -> new Done(transfer, money));
    }

    private Uni<Void> record(Done done, Optional<PaymentId> payment, Actor actor) {
        BankTransfer transfer = done.transfer();
        Map<String, String> facts = new HashMap<>();
        facts.put("amount", transfer.amount().toString());
        facts.put("bankReference", transfer.bankReference());
        facts.put("arrivedAt", transfer.arrivedAt().toString());
        return audit.append(
                payment.map(
                                paid ->
                                        AuditTrail.Entry.of(
                                                actor,
                                                "payments.record_transfer",
                                                "payment",
                                                paid.value()))
                        .orElseGet(
                                () ->
                                        AuditTrail.Entry.of(
                                                actor,
                                                "payments.record_transfer",
                                                "bank_transfer",
                                                transfer.id().value()))
                        .with(Changes.created(facts))
                        .because(transfer.reason()));
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
