package io.cybervpn.application.payment;

import io.cybervpn.application.approval.ApprovalTestDesk;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.Spending;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The world of payment with the way back. */
final class RefundWorld {
    static final AccountId ANNA = new AccountId(new UUID(8, 1));
    static final AccountId BERT = new AccountId(new UUID(8, 2));

    final PaymentWorld shop = new PaymentWorld();
    final FakeRefunding provider = shop.refunding;
    final InMemoryRefunds refunds =
            new InMemoryRefunds(
                    shop.unitOfWork,
                    id -> RefundDesk.received(shop.payments.get(id)).orElse(PaymentWorld.PRICE));
    final List<AuditTrail.Entry> audited = new ArrayList<>();
    Spending spending = new Spending.Kept();

    final RefundDesk desk =
            new RefundDesk(
                    shop.payments,
                    refunds,
                    (_, _) -> Uni.createFrom().item(() -> spending),
                    new RefundDesk.Books(
                            shop.ledger.holdPaidMoney(),
                            shop.ledger.postTransaction(shop.ids, shop.clock),
                            shop.ledger.reverseTransaction(shop.ids, shop.clock),
                            shop.ledger.giveBackToWallet(shop.clock)),
                    shop.outbox,
                    shop.clock);
    final RefundPromise promise =
            new RefundPromise(
                    desk,
                    provider,
                    entry -> Uni.createFrom().voidItem().invoke(() -> audited.add(entry)),
                    shop.ids);
    final ApprovalTestDesk approvals =
            new ApprovalTestDesk(
                    shop.unitOfWork, new RefundPaymentDeed(promise), shop.ids, shop.clock);
    final NoteRefund noteRefund = new NoteRefund(shop.unitOfWork, desk, shop.ids);
    final SendRefunds sendRefunds =
            new SendRefunds(
                    shop.unitOfWork,
                    shop.payments,
                    refunds,
                    provider,
                    new RefundOutcome(shop.unitOfWork, desk, noteRefund),
                    shop.clock);
    final InMemoryReturnInquiries inquiries = shop.inquiries;
    final ApplyReturns applyReturns =
            new ApplyReturns(
                    shop.unitOfWork,
                    shop.payments,
                    shop.mandates,
                    noteRefund,
                    inquiries,
                    new NoteKeptApartReturn(
                            shop.payments,
                            shop.unmatched,
                            refunds,
                            shop.ledger.postTransaction(shop.ids, shop.clock),
                            entry -> Uni.createFrom().voidItem().invoke(() -> audited.add(entry)),
                            shop.clock),
                    shop.clock);
    final KeepForeignMoney keepForeign =
            new KeepForeignMoney(
                    shop.payments,
                    shop.unmatched,
                    shop.ledger.postTransaction(shop.ids, shop.clock),
                    shop.clock);
    final AskAboutReturns askAboutReturns =
            new AskAboutReturns(
                    shop.unitOfWork,
                    inquiries,
                    provider,
                    new AskAboutReturns.Noting(
                            applyReturns,
                            noteRefund,
                            new NoteLeftOver(shop.unitOfWork, desk, noteRefund),
                            new AskForeignMoney(shop.provider, keepForeign)),
                    shop.outbox,
                    shop.clock);
    final ListRefunds listRefunds = new ListRefunds(shop.unitOfWork, shop.payments, refunds);

    Actor staff(AccountId id) {
        return new Actor.Staff(
                id, EnumSet.allOf(Permission.class), Optional.of(shop.clock.instant()));
    }

    /** A payment whose money came and paid for its subject. */
    PaymentId sold() {
        PaymentId payment = shop.pending();
        shop.confirm(payment, shop.provider.pay(shop.reference()));
        spending = new Spending.Spent(PaymentWorld.PRICE);
        return payment;
    }

    RequestRefund.Command wish(PaymentId payment, long units, String key) {
        return new RequestRefund.Command(
                staff(ANNA),
                payment,
                Optional.of(rub(units).toDecimal()),
                false,
                key,
                "asked by a test");
    }

    RequestRefund.Result request(RequestRefund.Command command) {
        return request(command, new FourEyes(Optional.empty()));
    }

    RequestRefund.Result request(RequestRefund.Command command, FourEyes fourEyes) {
        return new RequestRefund(
                        shop.unitOfWork,
                        promise,
                        fourEyes,
                        approvals.askApproval(),
                        new StepUpRule(shop.clock))
                .execute(command)
                .await()
                .indefinitely();
    }

    SendRefunds.Report send() {
        return sendRefunds.execute().await().indefinitely();
    }

    NoteRefund.Result note(PaymentId payment, String reference, long units, boolean undone) {
        return note(payment, reference, units, RefundCause.PROVIDER, undone);
    }

    NoteRefund.Result note(
            PaymentId payment, String reference, long units, RefundCause cause, boolean undone) {
        return noteRefund
                .execute(
                        new NoteRefund.Command(
                                payment, "fake", reference, rub(units), cause, undone))
                .await()
                .indefinitely();
    }

    Refund only() {
        return refunds.all().getFirst();
    }

    String state() {
        return RefundView.of(only()).state();
    }

    static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }
}
