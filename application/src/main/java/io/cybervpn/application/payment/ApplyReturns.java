package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler.Applied;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.repository.Payments;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Notes what pushes say of money that went back, one after the other. */
@Singleton
final class ApplyReturns {
    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final NoteRefund noteRefund;

    @Inject
    ApplyReturns(UnitOfWork unitOfWork, Payments payments, NoteRefund noteRefund) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.noteRefund = noteRefund;
    }

    /** A push and who sent it. */
    record Said(String provider, Notice.Returned notice) {}

    /** Applies them in their order, in one unit of work; the answers are in that order. */
    Uni<List<Applied>> execute(List<Said> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(List.of())
                : unitOfWork.run(() -> applyAll(said));
    }

    private Uni<List<Applied>> applyAll(List<Said> said) {
        return Multi.createFrom()
                .iterable(said)
                .onItem()
                .transformToUniAndConcatenate(this::apply)
                .collect()
                .asList();
    }

    private Uni<Applied> apply(Said said) {
        return payment(said)
                .chain(
                        found ->
                                found.map(payment -> note(payment, said))
                                        .orElseGet(() -> unknown(said)));
    }

    private Uni<Optional<PaymentId>> payment(Said said) {
        return switch (said.notice().payment()) {
            case Which.Ours(var payment) -> Uni.createFrom().item(Optional.of(payment));
            case Which.Theirs(var reference) -> payments.byReference(said.provider(), reference);
        };
    }

    private Uni<Applied> note(PaymentId payment, Said said) {
        Notice.Returned notice = said.notice();
        return noteRefund
                .execute(
                        new NoteRefund.Command(
                                payment,
                                said.provider(),
                                notice.reference(),
                                notice.amount(),
                                notice.cause(),
                                notice.undone()))
                .map(ApplyReturns::applied);
    }

    private static Applied applied(NoteRefund.Result result) {
        return switch (result) {
            case NoteRefund.Result.Noted(var payment) ->
                    new Applied(
                            Inbox.Outcome.APPLIED,
                            "payment %s: money went back".formatted(payment.value()));
            case NoteRefund.Result.Flagged(var payment, var reason) ->
                    new Applied(
                            Inbox.Outcome.FLAGGED,
                            "payment %s: %s".formatted(payment.value(), reason));
            case NoteRefund.Result.NoSuchPayment(var payment) ->
                    new Applied(Inbox.Outcome.FLAGGED, "no payment %s".formatted(payment.value()));
        };
    }

    private static Uni<Applied> unknown(Said said) {
        return Uni.createFrom()
                .item(
                        new Applied(
                                Inbox.Outcome.FLAGGED,
                                "refund %s is of no payment of ours"
                                        .formatted(said.notice().reference())));
    }
}
