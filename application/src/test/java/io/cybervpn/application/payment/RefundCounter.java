package io.cybervpn.application.payment;

import io.cybervpn.application.approval.ApprovalTestDesk;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.payment.port.Spendings;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The way back of a {@link PaymentDesk}, for tests of other contexts: by staff and past us. */
public final class RefundCounter {
    private final Clock clock;
    private final InMemoryRefunds refunds;
    private final RequestRefund requestRefund;
    private final SendRefunds sendRefunds;
    private final NoteRefund noteRefund;

    public RefundCounter(
            PaymentDesk payment,
            InMemoryUnitOfWork unitOfWork,
            InMemoryLedger ledger,
            Outbox outbox,
            Spendings spendings,
            Ids ids,
            Clock clock) {
        this.clock = clock;
        InMemoryPayments payments = payment.payments();
        FakeRefunding provider = new FakeRefunding(unitOfWork);
        refunds =
                new InMemoryRefunds(
                        unitOfWork, id -> RefundDesk.received(payments.get(id)).orElseThrow());
        RefundDesk desk =
                new RefundDesk(
                        payments,
                        refunds,
                        spendings,
                        new RefundDesk.Books(
                                ledger.holdPaidMoney(),
                                ledger.postTransaction(ids, clock),
                                ledger.reverseTransaction(ids, clock),
                                ledger.giveBackToWallet(clock)),
                        outbox,
                        clock);
        RefundPromise promise =
                new RefundPromise(desk, provider, _ -> Uni.createFrom().voidItem(), ids);
        ApprovalTestDesk approvals =
                new ApprovalTestDesk(unitOfWork, new RefundPaymentDeed(promise), ids, clock);
        requestRefund =
                new RequestRefund(
                        unitOfWork,
                        promise,
                        new FourEyes(Optional.empty()),
                        approvals.askApproval(),
                        new StepUpRule(clock));
        noteRefund = new NoteRefund(unitOfWork, desk, ids);
        sendRefunds =
                new SendRefunds(
                        unitOfWork,
                        payments,
                        refunds,
                        provider,
                        new RefundOutcome(unitOfWork, desk, noteRefund),
                        clock);
    }

    /** By staff; whether it was promised. */
    public boolean promise(PaymentId payment, Money amount, boolean toWallet, String key) {
        Actor staff =
                new Actor.Staff(
                        new AccountId(new UUID(8, 1)),
                        EnumSet.allOf(Permission.class),
                        Optional.of(clock.instant()));
        RequestRefund.Command command =
                new RequestRefund.Command(
                        staff,
                        payment,
                        Optional.of(amount.toDecimal()),
                        toWallet,
                        key,
                        "asked by a test");
        return requestRefund.execute(command).await().indefinitely()
                instanceof RequestRefund.Result.Promised;
    }

    /** One round of what brings the money back. */
    public void send() {
        sendRefunds.execute().await().indefinitely();
    }

    /** A dispute at the payer's bank, or that it was won. */
    public void dispute(PaymentId payment, String reference, Money amount, boolean won) {
        noteRefund
                .execute(
                        new NoteRefund.Command(
                                payment, "fake", reference, amount, RefundCause.DISPUTE, won))
                .await()
                .indefinitely();
    }

    /** All refunds. */
    public List<Refund> all() {
        return refunds.all();
    }
}
