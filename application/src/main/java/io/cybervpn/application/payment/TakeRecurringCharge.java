package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RecurringChargeCaptured;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a provider's word that it charged once more by itself: each charge is a payment of its own,
 * once, by the provider's id of it, and takes the one way of all money, {@link ConfirmPayment}.
 * Repeatable, in any order. Joins the caller's unit of work.
 */
@Singleton
final class TakeRecurringCharge {
    /** It is paid as it is made; its row wants an end all the same. */
    private static final Duration FORM = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final Hands hands;
    private final MandateBook book;
    private final Payments payments;
    private final ConfirmPayment confirmPayment;
    private final Outbox outbox;

    @Inject
    TakeRecurringCharge(
            UnitOfWork unitOfWork,
            Hands hands,
            MandateBook book,
            Payments payments,
            ConfirmPayment confirmPayment,
            Outbox outbox) {
        this.unitOfWork = unitOfWork;
        this.hands = hands;
        this.book = book;
        this.payments = payments;
        this.confirmPayment = confirmPayment;
        this.outbox = outbox;
    }

    /** Whose the money is, and new ids. */
    @Singleton
    static final class Hands {
        private final HoldOwner holdOwner;
        private final Ids ids;

        @Inject
        Hands(HoldOwner holdOwner, Ids ids) {
            this.holdOwner = holdOwner;
            this.ids = ids;
        }
    }

    /**
     * What the provider said.
     *
     * @param first the first payment, whose reference of ours comes back with each charge
     * @param paidUntil the end of what was charged for; empty: one period later
     */
    record Command(
            PaymentId first, String provider, Receipt receipt, Optional<Instant> paidUntil) {}

    /** Takes it. What belongs to no agreement is kept apart, as any money is. */
    Uni<ConfirmPayment.Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        book.mandates()
                                .find(command.first())
                                .chain(
                                        found ->
                                                found.filter(
                                                                one ->
                                                                        one.provider()
                                                                                .equals(
                                                                                        command
                                                                                                .provider()))
                                                        .map(one -> hold(one, command))
                                                        .orElseGet(
                                                                () ->
                                                                        confirm(
                                                                                command.first(),
                                                                                command))));
    }

    private Uni<ConfirmPayment.Result> hold(Mandate seen, Command command) {
        return hands.holdOwner
                .execute(new HoldOwner.Query(seen.payer()))
                .chain(
                        owner ->
                                book.mandates()
                                        .lock(command.first())
                                        .map(Optional::orElseThrow)
                                        .chain(mandate -> once(mandate, owner, command)));
    }

    /** The agreement is held: whether the charge was heard of before is certain. */
    private Uni<ConfirmPayment.Result> once(Mandate mandate, Owner owner, Command command) {
        return payments.byReference(command.provider(), command.receipt().reference())
                .chain(
                        known ->
                                known.map(payment -> confirm(payment, command))
                                        .orElseGet(() -> take(mandate, owner, command)));
    }

    private Uni<ConfirmPayment.Result> confirm(PaymentId payment, Command command) {
        return confirmPayment.execute(
                new ConfirmPayment.Command(payment, command.provider(), command.receipt()));
    }

    private Uni<ConfirmPayment.Result> take(Mandate mandate, Owner owner, Command command) {
        return payments.find(mandate.payment())
                .map(Optional::orElseThrow)
                .chain(first -> store(mandate, request(mandate, first, owner), command));
    }

    private PaymentRequest request(Mandate mandate, Payment first, Owner owner) {
        Instant now = book.now();
        boolean gone = owner instanceof Owner.Nobody;
        return new PaymentRequest(
                new PaymentId(hands.ids.next()),
                hands.ids.next(),
                owner instanceof Owner.Of(var account) ? account : mandate.payer(),
                mandate.provider(),
                mandate.amount(),
                first.request().description(),
                first.request().subscriptionDays(),
                now,
                now.plus(FORM),
                gone);
    }

    private Uni<ConfirmPayment.Result> store(
            Mandate mandate, PaymentRequest request, Command command) {
        return payments.add(new Payment.Created(request), request.expiresAt())
                .chain(
                        () ->
                                book.mandates()
                                        .noteCharge(
                                                request.id(),
                                                mandate.payment(),
                                                request.createdAt()))
                .chain(() -> confirm(request.id(), command))
                .call(result -> follow(mandate, request, command, result));
    }

    /** Money that does not fit is for staff to look at; no more of it shall come. */
    private Uni<Void> follow(
            Mandate mandate,
            PaymentRequest request,
            Command command,
            ConfirmPayment.Result result) {
        Receipt receipt = command.receipt();
        Instant until =
                command.paidUntil().orElseGet(() -> receipt.paidAt().plus(mandate.period()));
        Mandate charged = mandate.charged(receipt.paidAt(), until);
        return switch (result) {
            case ConfirmPayment.Result.Confirmed _ ->
                    book.put(mandate, charged)
                            .chain(() -> outbox.append(event(mandate, request, receipt)));
            case ConfirmPayment.Result.Flagged _, ConfirmPayment.Result.NoSuchPayment _ ->
                    book.put(mandate, charged.cancelled(book.now()));
        };
    }

    private RecurringChargeCaptured event(
            Mandate mandate, PaymentRequest request, Receipt receipt) {
        return new RecurringChargeCaptured(
                request.id(),
                mandate.payment(),
                request.subject(),
                mandate.subject(),
                request.payer(),
                request.provider(),
                request.amount(),
                receipt.paidAt(),
                book.now());
    }
}
