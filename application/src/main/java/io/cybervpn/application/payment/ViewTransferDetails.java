package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.TransferAccount;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.TransferReference;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells a payer where to send his money, how much, and what to write into the purpose. */
@Singleton
public final class ViewTransferDetails {
    private final ViewPayment viewPayment;
    private final TransferAccount account;

    @Inject
    ViewTransferDetails(ViewPayment viewPayment, TransferAccount account) {
        this.viewPayment = viewPayment;
        this.account = account;
    }

    /** Who asks about which payment. */
    public record Query(Actor actor, PaymentId payment) {}

    /** The answer. */
    public sealed interface Result {
        /** So it is paid. */
        record Shown(Money amount, TransferReference reference, TransferAccount.Details to)
                implements Result {}

        /** It is not to be paid, or not by a transfer, or the shop takes none any more. */
        record NothingToPay() implements Result {}

        /** There is none, or it is somebody else's. */
        record NoSuchPayment() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return viewPayment
                .execute(new ViewPayment.Command(query.actor(), query.payment()))
                .map(this::result);
    }

    private Result result(ViewPayment.Result found) {
        return switch (found) {
            case ViewPayment.Result.NoSuchPayment() -> new Result.NoSuchPayment();
            case ViewPayment.Result.Found(var payment) -> result(payment);
        };
    }

    private Result result(PaymentView payment) {
        boolean waits =
                payment.provider().equals(TransferAccount.PROVIDER)
                        && payment.state().equals("pending");
        return account.details()
                .filter(_ -> waits)
                .<Result>map(
                        to ->
                                new Result.Shown(
                                        payment.amount(), TransferReference.of(payment.id()), to))
                .orElseGet(Result.NothingToPay::new);
    }
}
