package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler.Applied;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.repository.Mandates;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Notes what pushes say of money that went back, one after the other. */
@Singleton
final class ApplyReturns {
    /** Everybody opens in one order, so that two never wait for each other. */
    private static final Comparator<Hint> ORDER =
            Comparator.comparing(Hint::provider).thenComparing(Hint::about);

    private final UnitOfWork unitOfWork;
    private final Payments payments;
    private final NoteRefund noteRefund;
    private final ReturnInquiries inquiries;
    private final Mandates mandates;
    private final Clock clock;

    @Inject
    ApplyReturns(
            UnitOfWork unitOfWork,
            Payments payments,
            Mandates mandates,
            NoteRefund noteRefund,
            ReturnInquiries inquiries,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.mandates = mandates;
        this.noteRefund = noteRefund;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    /** A push and who sent it. */
    record Said(String provider, Notice.Returned notice) {}

    /** Applies them in their order, in one unit of work; the answers are in that order. */
    Uni<List<Applied>> execute(List<Said> said) {
        return said.isEmpty()
                ? Uni.createFrom().item(List.of())
                : unitOfWork.run(() -> applyAll(said));
    }

    /** What a push hinted at; {@link AskAboutReturns} asks soon, outside of any unit of work. */
    record Hint(String provider, String about) {}

    /** Notes that these have to be asked about. Repeatable. */
    Uni<Void> ask(List<Hint> hints) {
        return hints.isEmpty()
                ? Uni.createFrom().voidItem()
                : unitOfWork.run(() -> openAll(hints.stream().distinct().sorted(ORDER).toList()));
    }

    private Uni<Void> openAll(List<Hint> hints) {
        return Multi.createFrom()
                .iterable(hints)
                .onItem()
                .transformToUniAndConcatenate(
                        hint -> inquiries.open(hint.provider(), hint.about(), clock.instant()))
                .collect()
                .last()
                .replaceWithVoid();
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
        return find(said.provider(), said.notice().payment());
    }

    /** The payment that a provider means; only for an open unit of work. */
    Uni<Optional<PaymentId>> find(String provider, Which which) {
        return switch (which) {
            case Which.Ours(var payment) -> Uni.createFrom().item(Optional.of(payment));
            case Which.Theirs(var reference) -> payments.byReference(provider, reference);
            case Which.Charge(var reference, var payment) ->
                    payments.byReference(provider, reference)
                            .chain(
                                    found ->
                                            found.isPresent()
                                                    ? Uni.createFrom().item(found)
                                                    : unheard(reference, payment));
        };
    }

    /**
     * A charge that we have not heard of: the first one of its payment, or a further one, which is
     * waited for, so that nothing of the first is taken back for it.
     */
    private Uni<Optional<PaymentId>> unheard(String reference, PaymentId payment) {
        return mandates.find(payment)
                .map(
                        agreed -> {
                            if (agreed.isPresent() && agreed.get().paidUntil().isPresent()) {
                                throw new IllegalStateException(
                                        "charge %s went back and is not heard of yet"
                                                .formatted(reference));
                            }
                            return Optional.of(payment);
                        });
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
