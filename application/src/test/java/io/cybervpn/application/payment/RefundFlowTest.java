package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.approval.DecideApproval;
import io.cybervpn.application.approval.FourEyes;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.Spending;
import io.cybervpn.domain.shared.Asset;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Refunds that staff want: promised, sent, told, and put back if they fail. */
class RefundFlowTest {
    private static final long PRICE = PaymentWorld.PRICE.minorUnits();
    private static final LedgerAccount REFUNDS = new LedgerAccount.Refunds();

    private final RefundWorld world = new RefundWorld();
    private final PaymentId payment = world.sold();

    private long balance(LedgerAccount account) {
        return world.shop.balance(account);
    }

    private RequestRefund.Result refund(long units) {
        return world.request(world.wish(payment, units, UUID.randomUUID().toString()));
    }

    private static RequestRefund.Result refused(String code) {
        return new RequestRefund.Result.Refused(code);
    }

    @Test
    void it_is_booked_when_it_is_promised_and_told_when_it_arrived() {
        assertThat(refund(PRICE)).isInstanceOf(RequestRefund.Result.Promised.class);
        assertThat(world.state()).isEqualTo("requested");
        assertThat(balance(REFUNDS)).isEqualTo(PRICE);
        assertThat(balance(PaymentWorld.CLEARING)).isZero();
        assertThat(world.shop.outbox.events(PaymentRefunded.class)).isEmpty();

        assertThat(world.send()).isEqualTo(new SendRefunds.Report(1, 0));

        assertThat(world.state()).isEqualTo("succeeded");
        assertThat(world.shop.outbox.events(PaymentRefunded.class))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.amount()).isEqualTo(PaymentWorld.PRICE);
                            assertThat(event.fromSale()).isEqualTo(PaymentWorld.PRICE);
                        });
        assertThat(world.send()).isEqualTo(new SendRefunds.Report(0, 0));
        assertThat(world.audited).hasSize(1);
        assertThat(world.audited.getFirst().objectId()).isEqualTo(payment.value().toString());
    }

    @Test
    void one_key_is_one_refund() {
        var first = world.request(world.wish(payment, 100, "a"));
        assertThat(world.request(world.wish(payment, 100, "a"))).isEqualTo(first);
        assertThat(world.request(world.wish(payment, 101, "a"))).isEqualTo(refused("key_reused"));
        assertThat(world.refunds.all()).hasSize(1);
    }

    @Test
    void no_more_goes_back_than_came() {
        refund(PRICE - 1);
        assertThat(refund(2)).isEqualTo(refused("too_much"));
        refund(1);
        assertThat(refund(1)).isEqualTo(refused("nothing_left"));
        assertThat(
                        world.request(
                                new RequestRefund.Command(
                                        world.staff(RefundWorld.ANNA),
                                        payment,
                                        Optional.of("0.001"),
                                        false,
                                        "inexact",
                                        "asked by a test")))
                .isEqualTo(refused("amount_not_exact"));
    }

    @Test
    void a_lost_answer_is_looked_for_and_nothing_is_sent_twice() {
        refund(PRICE);
        world.provider.mood(FakeProvider.Mood.LOSES_ANSWERS);
        assertThat(world.send()).isEqualTo(new SendRefunds.Report(1, 1));
        assertThat(world.state()).isEqualTo("unknown");
        world.provider.mood(FakeProvider.Mood.DOWN);
        world.shop.clock.advance(Duration.ofMinutes(2));
        assertThat(world.send()).isEqualTo(new SendRefunds.Report(1, 1));
        world.provider.mood(FakeProvider.Mood.WELL);
        world.shop.clock.advance(Duration.ofMinutes(11));
        assertThat(world.send()).isEqualTo(new SendRefunds.Report(1, 0));
        assertThat(world.state()).isEqualTo("succeeded");
        assertThat(world.provider.count()).isEqualTo(1);
    }

    @Test
    void what_the_provider_refuses_is_put_back_and_may_go_to_the_wallet() {
        refund(PRICE);
        world.provider.mood(FakeProvider.Mood.REFUSES);
        world.send();
        assertThat(world.state()).isEqualTo("failed");
        assertThat(balance(REFUNDS)).isZero();
        assertThat(balance(PaymentWorld.CLEARING)).isEqualTo(PRICE);
        assertThat(world.shop.outbox.events(PaymentRefunded.class)).isEmpty();
        long before = balance(PaymentWorld.WALLET);

        var toWallet =
                new RequestRefund.Command(
                        world.staff(RefundWorld.ANNA),
                        payment,
                        Optional.empty(),
                        true,
                        "wallet",
                        "asked by a test");
        var promised = (RequestRefund.Result.Promised) world.request(toWallet);

        assertThat(promised.refund().state()).isEqualTo("succeeded");
        assertThat(balance(PaymentWorld.WALLET)).isEqualTo(before - PRICE);
        assertThat(world.shop.outbox.events(PaymentRefunded.class)).hasSize(1);
    }

    @Test
    void what_fails_after_it_had_arrived_is_put_back_and_told() {
        refund(PRICE);
        world.send();
        String reference = world.only().knownReference().orElseThrow();
        world.note(payment, reference, PRICE, true);
        world.note(payment, reference, PRICE, true);
        assertThat(world.state()).isEqualTo("failed");
        assertThat(balance(REFUNDS)).isZero();
        assertThat(world.shop.outbox.events(PaymentRefundUndone.class)).hasSize(1);
        assertThat(refund(PRICE)).isInstanceOf(RequestRefund.Result.Promised.class);
    }

    @Test
    void a_slow_one_is_looked_after_until_it_is_there() {
        world.provider.slow();
        refund(PRICE);
        world.send();
        assertThat(world.state()).isEqualTo("sent");
        Refund sent = world.only();
        world.shop.clock.advance(Duration.ofMinutes(11));
        world.provider.becomes(
                sent.id(), new RefundStatus.Done(sent.knownReference().orElseThrow()));
        world.send();
        assertThat(world.state()).isEqualTo("succeeded");
    }

    @Test
    void what_the_provider_lost_is_not_sent_again() {
        world.provider.slow();
        refund(PRICE);
        world.send();
        world.provider.becomes(world.only().id(), new RefundStatus.NotThere());
        world.shop.clock.advance(Duration.ofMinutes(11));
        world.send();
        assertThat(world.state()).isEqualTo("sent");
        assertThat(world.shop.outbox.events())
                .anyMatch(it -> it.toString().contains("lost refund"));
    }

    @Test
    void what_is_not_paid_or_not_settled_does_not_go_back() {
        PaymentId unpaid = world.shop.pending();
        assertThat(world.request(world.wish(unpaid, 1, "a"))).isEqualTo(refused("not_paid"));
        world.spending = new Spending.Undecided();
        assertThat(refund(1)).isEqualTo(refused("not_settled_yet"));
        assertThat(world.request(world.wish(new PaymentId(new UUID(7, 7)), 1, "a")))
                .isEqualTo(new RequestRefund.Result.NoSuchPayment());
    }

    @Test
    void money_that_was_not_spent_comes_out_of_the_wallet() {
        world.spending = new Spending.Kept();
        refund(PRICE);
        assertThat(balance(PaymentWorld.WALLET)).isZero();
        assertThat(balance(REFUNDS)).isZero();
        world.send();
        assertThat(world.shop.outbox.events(PaymentRefunded.class).getFirst().fromSale().isZero())
                .isTrue();
    }

    @Test
    void it_needs_the_permission_and_a_fresh_proof() {
        Actor clerk =
                new Actor.Staff(
                        RefundWorld.ANNA,
                        EnumSet.complementOf(EnumSet.of(Permission.PAYMENTS_REFUND)),
                        Optional.of(world.shop.clock.instant()));
        assertThat(world.request(by(clerk))).isEqualTo(new RequestRefund.Result.Forbidden());
        assertThat(world.request(by(new Actor.Customer(PaymentWorld.BUYER))))
                .isEqualTo(new RequestRefund.Result.Forbidden());
        Actor stale = new Actor.Staff(RefundWorld.ANNA, EnumSet.allOf(Permission.class));
        assertThat(world.request(by(stale))).isEqualTo(new RequestRefund.Result.StepUpRequired());
        assertThat(
                        world.listRefunds
                                .execute(
                                        new ListRefunds.Query(
                                                new Actor.Customer(PaymentWorld.BUYER), payment))
                                .await()
                                .indefinitely())
                .isEqualTo(new ListRefunds.Result.Forbidden());
    }

    private RequestRefund.Command by(Actor actor) {
        return new RequestRefund.Command(
                actor, payment, Optional.empty(), false, "key", "asked by a test");
    }

    @Test
    void above_the_threshold_somebody_else_agrees_and_it_is_done_once() {
        FourEyes above = new FourEyes(Optional.of(Map.of(Asset.RUB, RefundWorld.rub(100))));
        assertThat(world.request(world.wish(payment, 100, "small"), above))
                .isInstanceOf(RequestRefund.Result.Promised.class);
        var asked =
                (RequestRefund.Result.NeedsApproval)
                        world.request(world.wish(payment, 101, "large"), above);
        assertThat(world.refunds.all()).hasSize(1);

        for (int i = 0; i < 2; i++) {
            world.approvals
                    .decideApproval()
                    .execute(
                            new DecideApproval.Command(
                                    world.staff(RefundWorld.BERT),
                                    asked.approval().id(),
                                    DecideApproval.Verdict.APPROVE))
                    .await()
                    .indefinitely();
        }

        assertThat(world.refunds.all()).hasSize(2);
        assertThat(world.refunds.all().getLast().request().amount())
                .isEqualTo(RefundWorld.rub(101));
        assertThat(balance(REFUNDS)).isEqualTo(201);
    }
}
