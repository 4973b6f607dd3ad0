package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
        return applyAll(List.of(message)).map(List::getFirst);
    }

    /** Confirms all the paid ones together; what is not about money needs no database. */
    @Override
    public Uni<List<Applied>> applyAll(List<Inbox.Message> messages) {
        List<Notice> notices = messages.stream().map(this::read).toList();
        List<ConfirmPayment.Command> commands = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            if (notices.get(i) instanceof Notice.Paid(var payment, var receipt)) {
                String provider = messages.get(i).source();
                commands.add(new ConfirmPayment.Command(payment, provider, receipt));
            }
        }
        return confirmed(commands).map(results -> answers(notices, results.iterator()));
    }

    private Notice read(Inbox.Message message) {
        PaymentNotices notices = gateways.noticesOf(message.source()).orElseThrow();
        return notices.read(message.body());
    }

    private Uni<List<ConfirmPayment.Result>> confirmed(List<ConfirmPayment.Command> commands) {
        return commands.isEmpty()
                ? Uni.createFrom().item(List.of())
                : confirmPayment.executeAll(commands);
    }

    private static List<Applied> answers(
            List<Notice> notices, Iterator<ConfirmPayment.Result> results) {
        return notices.stream()
                .map(
                        notice ->
                                switch (notice) {
                                    case Notice.Paid _ -> applied(results.next());
                                    case Notice.PaidForeign(var reference) ->
                                            new Applied(
                                                    Inbox.Outcome.FLAGGED,
                                                    "invoice "
                                                            + reference
                                                            + " was paid and is not ours");
                                    case Notice.Irrelevant(var what) ->
                                            new Applied(Inbox.Outcome.IGNORED, what);
                                    case Notice.NotUnderstood(var why) ->
                                            new Applied(Inbox.Outcome.FLAGGED, why);
                                })
                .toList();
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
}
