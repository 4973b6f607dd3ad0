package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler.Applied;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.ReturnInquiry;
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
    private final NoteKeptApartReturn keptApart;
    private final Clock clock;

    @Inject
    ApplyReturns(
            UnitOfWork unitOfWork,
            Payments payments,
            Mandates mandates,
            NoteRefund noteRefund,
            ReturnInquiries inquiries,
            NoteKeptApartReturn keptApart,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.mandates = mandates;
        this.noteRefund = noteRefund;
        this.inquiries = inquiries;
        this.keptApart = keptApart;
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
    record Hint(String provider, String about) {
        /** An invoice of nobody we know is said to be paid. */
        static Hint ofInvoice(String provider, String invoice) {
            return new Hint(provider, ReturnInquiry.ofInvoice(invoice));
        }
    }

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
        return keptApart
                .execute(said.provider(), said.notice())
                .chain(
                        result ->
                                switch (result) {
                                    case NoteKeptApartReturn.Result.NotKeptApart() ->
                                            applyToPayment(said);
                                    case NoteKeptApartReturn.Result.TakenBefore(var payment) ->
                                            note(payment, said);
                                    case NoteKeptApartReturn.Result.Noted() ->
                                            answer(
                                                    Inbox.Outcome.APPLIED,
                                                    "money that was kept apart went back");
                                    case NoteKeptApartReturn.Result.ForStaff(var why) ->
                                            answer(Inbox.Outcome.FLAGGED, why);
                                });
    }

    private static Uni<Applied> answer(Inbox.Outcome outcome, String note) {
        return Uni.createFrom().item(new Applied(outcome, note));
    }

    /** The same of what a provider was asked about. */
    Uni<NoteKeptApartReturn.Result> ofKeptApart(String provider, Notice.Returned told) {
        return keptApart.execute(provider, told);
    }

    private Uni<Applied> applyToPayment(Said said) {
        return find(said.provider(), said.notice().payment())
                .chain(
                        found ->
                                switch (found) {
                                    case Found.Of(var payment) -> note(payment, said);
                                    case Found.NotHeardOf() -> askLater(said);
                                    case Found.Nobodys() ->
                                            answer(
                                                    Inbox.Outcome.FLAGGED,
                                                    "refund %s is of no payment of ours"
                                                            .formatted(said.notice().reference()));
                                });
    }

    /** Its push is on its way, or lost: the provider is asked until it is heard of, or too old. */
    private Uni<Applied> askLater(Said said) {
        String about = said.notice().reference();
        return ask(List.of(new Hint(said.provider(), about)))
                .chain(
                        () ->
                                answer(
                                        Inbox.Outcome.FLAGGED,
                                        "refund %s is of money that is not heard of: it is asked about"
                                                .formatted(about)));
    }

    /** Whose money a provider means. */
    sealed interface Found {
        /** A payment that may be there. */
        record Of(PaymentId payment) implements Found {}

        /** A further one of a payment, whose coming we have not heard of yet. */
        record NotHeardOf() implements Found {}

        /** No payment of ours. */
        record Nobodys() implements Found {}
    }

    /** The payment that a provider means; only for an open unit of work. */
    Uni<Found> find(String provider, Which which) {
        return switch (which) {
            case Which.Ours(var payment) -> Uni.createFrom().item(new Found.Of(payment));
            case Which.Theirs(var reference) ->
                    payments.byReference(provider, reference)
                            .map(ApplyReturns::of)
                            .map(found -> found.orElseGet(Found.Nobodys::new));
            case Which.Charge(var reference, var payment) ->
                    payments.byReference(provider, reference)
                            .map(ApplyReturns::of)
                            .chain(
                                    found ->
                                            found.map(it -> Uni.createFrom().item(it))
                                                    .orElseGet(() -> unheard(reference, payment)));
        };
    }

    private static Optional<Found> of(Optional<PaymentId> payment) {
        return payment.map(Found.Of::new);
    }

    /**
     * A charge that we have not heard of: the first one of its payment, or a further one, which is
     * waited for, so that nothing of the first is taken back for it.
     */
    private Uni<Found> unheard(String reference, PaymentId payment) {
        return mandates.find(payment)
                .map(agreed -> agreed.flatMap(Mandate::paidUntil).isPresent())
                .chain(
                        again ->
                                again
                                        ? Uni.createFrom().item(new Found.NotHeardOf())
                                        : firstOrFurther(reference, payment));
    }

    /** It is held, so that it does not get other money meanwhile. */
    private Uni<Found> firstOrFurther(String reference, PaymentId payment) {
        return payments.lock(payment)
                .map(
                        held ->
                                held.filter(it -> hasOtherMoney(it, reference)).isPresent()
                                        ? new Found.NotHeardOf()
                                        : new Found.Of(payment));
    }

    private static boolean hasOtherMoney(Payment payment, String reference) {
        return switch (payment) {
            case Payment.Captured captured -> !captured.receipt().reference().equals(reference);
            case Payment.Flagged flagged -> !flagged.receipt().reference().equals(reference);
            case Payment.Open _, Payment.Expired _, Payment.Failed _ -> false;
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
}
