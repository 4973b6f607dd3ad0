package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Applies the stored pushes of payment providers, in the unit of work that settles the message. */
@Singleton
public final class ApplyPaymentNotice implements InboxHandler {
    private final PaymentGateways gateways;
    private final ConfirmPayment confirmPayment;

    @Inject
    ApplyPaymentNotice(PaymentGateways gateways, ConfirmPayment confirmPayment) {
        this.gateways = gateways;
        this.confirmPayment = confirmPayment;
    }

    @Override
    public boolean handles(String source) {
        return gateways.noticesOf(source).isPresent();
    }

    @Override
    public Uni<Applied> apply(Inbox.Message message) {
        PaymentNotices notices = gateways.noticesOf(message.source()).orElseThrow();
        return switch (notices.read(message.body())) {
            case Notice.Paid(var payment, var receipt) ->
                    confirmPayment
                            .execute(new ConfirmPayment.Command(payment, message.source(), receipt))
                            .map(ApplyPaymentNotice::applied);
            case Notice.PaidForeign(var reference) ->
                    answer(
                            Inbox.Outcome.FLAGGED,
                            "invoice " + reference + " was paid and is not ours");
            case Notice.Irrelevant(var what) -> answer(Inbox.Outcome.IGNORED, what);
            case Notice.NotUnderstood(var why) -> answer(Inbox.Outcome.FLAGGED, why);
        };
    }

    private static Applied applied(ConfirmPayment.Result result) {
        return switch (result) {
            case ConfirmPayment.Result.Confirmed(var payment, var first) ->
                    new Applied(
                            Inbox.Outcome.APPLIED,
                            "payment %s %s"
                                    .formatted(
                                            payment.value(),
                                            first ? "captured" : "was captured before"));
            case ConfirmPayment.Result.Flagged(var payment, var reason) ->
                    new Applied(
                            Inbox.Outcome.FLAGGED,
                            "payment %s: %s".formatted(payment.value(), reason));
            case ConfirmPayment.Result.NoSuchPayment(var payment) ->
                    new Applied(Inbox.Outcome.FLAGGED, "no payment %s".formatted(payment.value()));
        };
    }

    private static Uni<Applied> answer(Inbox.Outcome outcome, String note) {
        return Uni.createFrom().item(new Applied(outcome, note));
    }
}
