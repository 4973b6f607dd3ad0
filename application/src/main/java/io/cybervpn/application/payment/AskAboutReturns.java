package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.ReturnUnmatched;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Asks providers what went back, or whether money came for nobody we know, when a push only hinted
 * at it, and notes what they say. What they say now counts, not the order in which their pushes
 * came. Any number may run at once; each inquiry is taken by one of them.
 */
@Singleton
public final class AskAboutReturns {
    private static final int LIMIT = 100;
    private static final int CONCURRENCY = 4;

    private final UnitOfWork unitOfWork;
    private final ReturnInquiries inquiries;
    private final RefundingGateways gateways;
    private final Noting noting;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    AskAboutReturns(
            UnitOfWork unitOfWork,
            ReturnInquiries inquiries,
            RefundingGateways gateways,
            Noting noting,
            Outbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.inquiries = inquiries;
        this.gateways = gateways;
        this.noting = noting;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What notes the answers. */
    @Singleton
    static final class Noting {
        private final ApplyReturns payments;
        private final NoteRefund named;
        private final NoteLeftOver left;
        private final AskForeignMoney foreign;

        @Inject
        Noting(
                ApplyReturns payments,
                NoteRefund named,
                NoteLeftOver left,
                AskForeignMoney foreign) {
            this.payments = payments;
            this.named = named;
            this.left = left;
            this.foreign = foreign;
        }
    }

    /**
     * What one round did.
     *
     * @param taken inquiries that were due
     * @param waiting those that are due again later: no answer, or nothing decided
     */
    public record Report(int taken, int waiting) {}

    /** What one answer means for its inquiry. */
    private sealed interface End {
        record Closed() implements End {}

        record Later() implements End {}

        record Unmatched(String why) implements End {}
    }

    /** One round over at most 100. Fails after the round with what failed in it. */
    public Uni<Report> execute() {
        return unitOfWork
                .run(() -> inquiries.claimDue(clock.instant(), Patiences.OPEN_PAYMENTS, LIMIT))
                .chain(this::askAll);
    }

    private Uni<Report> askAll(List<ReturnInquiry> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(new Report(0, 0));
        }
        return Uni.join()
                .all(due.stream().map(this::ask).toList())
                .usingConcurrencyOf(CONCURRENCY)
                .andCollectFailures()
                .map(closed -> new Report(due.size(), waiting(closed)));
    }

    private static int waiting(List<Boolean> closed) {
        return Math.toIntExact(closed.stream().filter(one -> !one).count());
    }

    private Uni<Boolean> ask(ReturnInquiry inquiry) {
        return inquiry.invoice()
                .map(invoice -> askWhetherPaid(inquiry, invoice))
                .orElseGet(() -> askWhatWentBack(inquiry));
    }

    private Uni<Boolean> askWhetherPaid(ReturnInquiry inquiry, String invoice) {
        return noting.foreign
                .status(inquiry.provider(), invoice)
                .chain(
                        status ->
                                unitOfWork.run(
                                        () ->
                                                foreign(inquiry, status)
                                                        .chain(end -> carryOut(inquiry, end))));
    }

    private Uni<End> foreign(ReturnInquiry inquiry, InvoiceStatus status) {
        return switch (status) {
            case InvoiceStatus.Paid(var receipt) ->
                    noting.foreign.keep(inquiry.provider(), receipt).replaceWith(new End.Closed());
            case InvoiceStatus.Active() -> answer(new End.Later());
            case InvoiceStatus.Over _, InvoiceStatus.Ended _ -> answer(new End.Closed());
        };
    }

    private Uni<Boolean> askWhatWentBack(ReturnInquiry inquiry) {
        return gateways.find(inquiry.provider())
                .map(
                        gateway ->
                                Uni.createFrom()
                                        .deferred(() -> gateway.goneBack(inquiry.about()))
                                        .onFailure(AskAboutReturns::noAnswer)
                                        .recoverWithItem(new GoneBack.NotYet()))
                .orElseGet(() -> Uni.createFrom().item(new GoneBack.NotYet()))
                .chain(answer -> unitOfWork.run(() -> apply(inquiry, answer)));
    }

    private static boolean noAnswer(Throwable failure) {
        return failure instanceof GatewayUnavailable || failure instanceof GatewayRefused;
    }

    private Uni<Boolean> apply(ReturnInquiry inquiry, GoneBack answer) {
        return end(inquiry, answer).chain(end -> carryOut(inquiry, end));
    }

    private Uni<End> end(ReturnInquiry inquiry, GoneBack answer) {
        return switch (answer) {
            case GoneBack.Named(var what) -> named(inquiry, what);
            case GoneBack.Left(var payment, var money) ->
                    of(inquiry, payment, id -> left(new Left(id, inquiry.provider(), money)));
            case GoneBack.NotYet() -> answer(new End.Later());
            case GoneBack.Nothing _ -> answer(new End.Closed());
            case GoneBack.Strange(var why) -> answer(new End.Unmatched(why));
        };
    }

    private record Left(PaymentId payment, String provider, Money left) {}

    /** Money that we have not heard of may be told of later than that it went back. */
    private Uni<End> of(ReturnInquiry inquiry, Which payment, Function<PaymentId, Uni<End>> note) {
        return noting.payments
                .find(inquiry.provider(), payment)
                .chain(
                        found ->
                                switch (found) {
                                    case ApplyReturns.Found.Of(var id) -> note.apply(id);
                                    case ApplyReturns.Found.NotHeardOf() -> answer(new End.Later());
                                    case ApplyReturns.Found.Nobodys() -> ofNobody();
                                });
    }

    private Uni<End> named(ReturnInquiry inquiry, Notice.Returned what) {
        return noting.payments
                .ofKeptApart(inquiry.provider(), what)
                .chain(
                        result ->
                                switch (result) {
                                    case NoteKeptApartReturn.Result.NotKeptApart() ->
                                            of(
                                                    inquiry,
                                                    what.payment(),
                                                    id -> note(id, inquiry, what));
                                    case NoteKeptApartReturn.Result.TakenBefore(var payment) ->
                                            note(payment, inquiry, what);
                                    case NoteKeptApartReturn.Result.Noted() ->
                                            answer(new End.Closed());
                                    case NoteKeptApartReturn.Result.ForStaff(var why) ->
                                            answer(new End.Unmatched(why));
                                });
    }

    private Uni<End> note(PaymentId payment, ReturnInquiry inquiry, Notice.Returned what) {
        return noting.named
                .execute(
                        new NoteRefund.Command(
                                payment,
                                inquiry.provider(),
                                what.reference(),
                                what.amount(),
                                what.cause(),
                                what.undone()))
                .chain(
                        result ->
                                switch (result) {
                                    // whoever is flagged has called staff already
                                    case NoteRefund.Result.Noted _, NoteRefund.Result.Flagged _ ->
                                            answer(new End.Closed());
                                    case NoteRefund.Result.NoSuchPayment _ -> ofNobody();
                                });
    }

    private Uni<End> left(Left said) {
        return noting.left
                .execute(new NoteLeftOver.Command(said.payment(), said.provider(), said.left()))
                .chain(
                        result ->
                                switch (result) {
                                    case NoteLeftOver.Result.Noted() -> answer(new End.Closed());
                                    case NoteLeftOver.Result.NotYet() -> answer(new End.Later());
                                    case NoteLeftOver.Result.NoSuchPayment() -> ofNobody();
                                });
    }

    private static Uni<End> ofNobody() {
        return answer(new End.Unmatched("it is of no payment of ours"));
    }

    private static Uni<End> answer(End end) {
        return Uni.createFrom().item(end);
    }

    private Uni<Boolean> carryOut(ReturnInquiry inquiry, End end) {
        return switch (end) {
            case End.Closed() -> inquiries.close(inquiry).replaceWith(true);
            case End.Later() ->
                    inquiry.isStale(clock.instant())
                            ? unmatched(inquiry, "the provider gives no answer that can be used")
                            : Uni.createFrom().item(false);
            case End.Unmatched(var why) -> unmatched(inquiry, why);
        };
    }

    private Uni<Boolean> unmatched(ReturnInquiry inquiry, String why) {
        return outbox.append(
                        new ReturnUnmatched(
                                inquiry.provider(), inquiry.about(), why, clock.instant()))
                .chain(() -> inquiries.close(inquiry))
                .replaceWith(true);
    }
}
