package io.cybervpn.presentation.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.billing.SampleOrders;
import io.cybervpn.application.billing.SettleOrderOnPaymentCaptured;
import io.cybervpn.application.billing.port.UnpaidOrders;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.billing.OrderStatus;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.repository.Orders;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.PaymentCaptured;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.BreakableOutbox;
import io.cybervpn.presentation.shared.Pumps;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R85 under bad luck: whatever is repeated, lost or late, an order is paid once and adds up. */
@QuarkusTest
class SettlementFaultsTest {
    private static final String CAPTURED =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset,
                description, subscription_days, created_at, expires_at, provider_reference,
                received_minor, received_asset, paid_at, closed_at)
            values ($1, $2, $3, 'cryptobot', 'captured', $4, $5, 'x', 30, now(),
                now() + interval '1 hour', $6, $4, $5, now(), now())""";

    @Inject SettleOrderOnPaymentCaptured settle;
    @Inject Orders orders;
    @Inject UnpaidOrders unpaid;
    @Inject PostTransaction postTransaction;
    @Inject UnitOfWork unitOfWork;
    @Inject Pumps pumps;
    @Inject Pool pool;

    private final AccountId buyer = SampleOrders.buyer();
    private final Order.AwaitingPayment order =
            SampleOrders.order(
                    buyer,
                    UUID.randomUUID().toString(),
                    new PlanId(UUID.fromString(TestPlans.BASIC)));
    private final OrderId id = order.details().id();
    private final Money total = order.details().total();

    @BeforeEach
    void place_an_order_and_stop_the_clockwork() {
        pumps.rest();
        assertThat(inTransaction(() -> orders.add(order))).isTrue();
    }

    @AfterEach
    void repair_everything() {
        BreakableOutbox.repair();
        pumps.work();
    }

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }

    /** Money that came in and lies in the wallet, as payment leaves it. */
    private PaymentCaptured captured(Money received) {
        return captured(id.value(), received);
    }

    private PaymentCaptured captured(UUID subject, Money received) {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        run(
                CAPTURED,
                Tuple.of(
                        payment.value(),
                        subject,
                        buyer.value(),
                        received.minorUnits(),
                        received.asset().code(),
                        payment.value().toString()));
        book(payment, received);
        return new PaymentCaptured(
                payment, subject, buyer, "cryptobot", received, SampleOrders.NOW, SampleOrders.NOW);
    }

    private void book(PaymentId payment, Money received) {
        PostTransaction.Command command =
                new PostTransaction.Command(
                        "payment-captured:" + payment.value(),
                        LedgerTransaction.Kind.PAYMENT_CAPTURED,
                        List.of(
                                Posting.debit(
                                        new LedgerAccount.ProviderClearing("cryptobot"), received),
                                Posting.credit(new LedgerAccount.CustomerWallet(buyer), received)));
        assertThat(postTransaction.execute(command).await().indefinitely())
                .isInstanceOf(PostTransaction.Result.Posted.class);
    }

    private void handle(PaymentCaptured event) {
        settle.handle(event).await().indefinitely();
    }

    private OrderStatus status() {
        return inTransaction(() -> orders.lock(id)).orElseThrow().status();
    }

    /** What the order took from the wallet. */
    private long taken() {
        return number(
                "select coalesce(sum(p.minor_units), 0) from ledger_posting p"
                        + " join ledger_transaction t on t.id = p.transaction_id"
                        + " where p.account_type = 'customer_wallet' and t.business_key = $1",
                "order-settled:" + id.value());
    }

    private long told() {
        return number(
                "select count(*) from outbox where event_type = 'billing.order-paid'"
                        + " and handler = 'subscription.extend' and payload::text like $1",
                "%" + id.value() + "%");
    }

    private long number(String sql, Object parameter) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(parameter))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void the_same_money_told_twenty_times_at_once_settles_once() {
        PaymentCaptured event = captured(total);

        List<CompletableFuture<Void>> all =
                IntStream.range(0, 20)
                        .mapToObj(_ -> CompletableFuture.runAsync(() -> handle(event)))
                        .toList();
        all.forEach(CompletableFuture::join);

        assertThat(status()).isEqualTo(OrderStatus.PAID);
        assertThat(taken()).isEqualTo(total.minorUnits());
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void a_failing_outbox_rolls_the_settlement_back_and_the_next_try_does_it() {
        PaymentCaptured event = captured(total);
        BreakableOutbox.breakFor(told -> told instanceof OrderPaid paid && paid.order().equals(id));

        assertThatThrownBy(() -> handle(event)).hasMessageContaining("broken by a test");
        assertThat(status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(taken()).isZero();

        BreakableOutbox.repair();
        handle(event);
        assertThat(status()).isEqualTo(OrderStatus.PAID);
        assertThat(taken()).isEqualTo(total.minorUnits());
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void money_of_a_second_payment_stays_in_the_wallet() {
        handle(captured(total));
        handle(captured(total));

        assertThat(taken()).isEqualTo(total.minorUnits());
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void what_is_over_stays_in_the_wallet() {
        handle(captured(new Money(total.minorUnits() + 500, Asset.RUB)));

        assertThat(status()).isEqualTo(OrderStatus.PAID);
        assertThat(taken()).isEqualTo(total.minorUnits());
    }

    @Test
    void too_little_and_other_money_change_nothing_and_are_not_swallowed() {
        PaymentCaptured little = captured(new Money(total.minorUnits() - 1, Asset.RUB));
        PaymentCaptured other = captured(new Money(total.minorUnits(), Asset.USD));

        assertThatThrownBy(() -> handle(little)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> handle(other)).isInstanceOf(IllegalStateException.class);
        assertThat(status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(taken()).isZero();
        assertThat(told()).isZero();
    }

    @Test
    void money_for_something_else_is_left_alone() {
        PaymentCaptured topUp = captured(UUID.randomUUID(), total);

        handle(topUp);

        assertThat(status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(taken()).isZero();
    }

    @Test
    void late_money_pays_an_order_that_was_given_up() {
        Instant end = order.details().expiresAt();
        assertThat(inTransaction(() -> orders.expire(List.of(id), end))).isEqualTo(1);

        handle(captured(total));

        assertThat(status()).isEqualTo(OrderStatus.PAID);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void an_order_is_not_given_up_while_a_payment_may_still_succeed() {
        Instant end = order.details().expiresAt();
        assertThat(due(end.minusSeconds(1))).doesNotContain(id);
        assertThat(due(end)).contains(id);

        startPayment();
        assertThat(due(end)).doesNotContain(id);

        run(
                "update payment set state = 'expired', look_at = null, closed_at = now()"
                        + " where subject = $1",
                Tuple.of(id.value()));
        assertThat(due(end)).contains(id);
    }

    private List<OrderId> due(Instant now) {
        return unpaid.due(now, 100_000).await().indefinitely();
    }

    private void startPayment() {
        run(
                """
                insert into payment (id, subject, payer, provider, state, amount_minor, asset,
                    description, subscription_days, created_at, expires_at, look_at)
                values ($1, $2, $3, 'cryptobot', 'created', 1, 'RUB', 'x', 30, now(),
                    now() + interval '1 hour', now() + interval '1 hour')""",
                Tuple.of(UUID.randomUUID(), id.value(), buyer.value()));
    }

    private void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().indefinitely();
    }
}
