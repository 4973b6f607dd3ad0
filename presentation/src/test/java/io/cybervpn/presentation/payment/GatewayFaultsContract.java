package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.CheckPayment;
import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.ResolveOpenPayments;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.sandbox.http.Fault;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad luck around a provider: the money is given once, and an outcome is never guessed. */
abstract class GatewayFaultsContract {
    @Inject Till till;
    @Inject CheckPayment checkPayment;
    @Inject ResolveOpenPayments resolveOpenPayments;
    @Inject ShopClock clock;
    @Inject Pool pool;

    /** The provider's sandbox. */
    abstract Stand stand();

    @AfterEach
    void allIsWellAgain() {
        stand().calm();
        clock.reset();
    }

    PaymentView payment() {
        return till.start(stand());
    }

    Till.Effect capturedOnce() {
        return new Till.Effect("captured", 1, stand().price().minorUnits(), 0, 1);
    }

    @Test
    void success_after_our_expiry_still_gives_the_money() {
        PaymentView payment = expired();

        assertThat(stand().paid(payment).deliver()).isEqualTo(200);

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void an_end_after_the_money_takes_nothing_back() {
        PaymentView payment = payment();
        assertThat(stand().paid(payment).deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");

        Optional<Push> end = stand().end(payment);
        clock.advance(Duration.ofHours(2));
        end.ifPresent(push -> assertThat(push.deliver()).isEqualTo(200));
        resolve();
        assertThat(check(payment)).isInstanceOf(CheckPayment.Result.Checked.class);
        end.ifPresent(push -> till.awaitInbox(stand(), push, "applied", "ignored"));

        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void push_and_poll_and_check_at_once_give_the_money_once() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);
        clock.advance(Duration.ofMinutes(15));

        CompletableFuture<?>[] all =
                Stream.<Runnable>of(
                                () -> stand().webhooks().release(),
                                this::resolve,
                                () -> check(payment),
                                () -> check(payment),
                                push::deliver)
                        .map(CompletableFuture::runAsync)
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void a_push_that_never_came_is_made_good_by_the_poller() {
        PaymentView payment = payment();
        Push lost = stand().paid(payment);

        clock.advance(Duration.ofMinutes(15));
        resolve();

        till.awaitState(payment, "captured");
        assertThat(lost.deliver()).isEqualTo(200);
        till.awaitInbox(stand(), lost, "applied");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void an_attempt_that_dies_between_store_and_commit_is_made_good() {
        PaymentView payment = payment();
        Push push = stand().paid(payment);
        SqlConnection holder = pool.getConnection().await().indefinitely();
        run(holder, "begin");
        run(
                holder,
                "select id from payment where id = '%s' for update"
                        .formatted(payment.id().value()));

        assertThat(push.deliver()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> killWhoWaitsFor("payment") == 1);
        run(holder, "rollback");
        holder.close().await().indefinitely();

        till.awaitInbox(stand(), push, "applied");
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void a_lost_answer_is_unknown_and_its_invoice_is_found_again() {
        stand().faults().add(stand().onMake(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1)));
        StartPayment.Result result = till.startResult(stand());
        assertThat(result).isInstanceOf(StartPayment.Result.Delayed.class);
        PaymentView payment = ((StartPayment.Result.Delayed) result).payment();
        assertThat(payment.state()).isEqualTo("unknown");

        clock.advance(Duration.ofMinutes(15));
        resolve();

        till.awaitState(payment, "pending");
        assertThat(stand().invoicesOf(payment)).isEqualTo(1);
        assertThat(stand().paid(payment).deliver()).isEqualTo(200);
        till.awaitState(payment, "captured");
        assertThat(till.effect(payment)).isEqualTo(capturedOnce());
    }

    @Test
    void an_invoice_that_was_never_made_is_made_later() {
        stand().faults().add(stand().onMake(Fault.of(Fault.Kind.ERROR, 503).times(1)));
        StartPayment.Result result = till.startResult(stand());
        assertThat(result).isInstanceOf(StartPayment.Result.Delayed.class);
        PaymentView payment = ((StartPayment.Result.Delayed) result).payment();

        clock.advance(Duration.ofMinutes(15));
        resolve();

        till.awaitState(payment, "pending");
        assertThat(stand().invoicesOf(payment)).isEqualTo(1);
    }

    @Test
    void a_provider_that_is_down_is_no_verdict_on_a_payment() {
        PaymentView payment = payment();
        stand().faults().add(stand().onRead(Fault.of(Fault.Kind.DROP_BEFORE, 0)));

        assertThat(check(payment)).isInstanceOf(CheckPayment.Result.ProviderUnavailable.class);

        assertThat(till.effect(payment)).isEqualTo(Till.Effect.NONE);
    }

    @Test
    void a_read_that_fails_once_is_repeated() {
        PaymentView payment = payment();
        stand().faults().add(stand().onRead(Fault.of(Fault.Kind.ERROR, 502).times(1)));

        assertThat(check(payment)).isInstanceOf(CheckPayment.Result.Checked.class);
    }

    /** A payment whose time is over here and at the provider. */
    private PaymentView expired() {
        PaymentView payment = payment();
        Optional<Push> end = stand().end(payment);
        clock.advance(Duration.ofHours(2));
        end.ifPresent(push -> assertThat(push.deliver()).isEqualTo(200));
        resolve();
        till.awaitState(payment, "expired");
        return payment;
    }

    void resolve() {
        assertThat(resolveOpenPayments.execute().await().indefinitely()).isNotNull();
    }

    private CheckPayment.Result check(PaymentView payment) {
        return checkPayment
                .execute(
                        new CheckPayment.Command(new Actor.Customer(payment.payer()), payment.id()))
                .await()
                .indefinitely();
    }

    /** Ends the connection of an attempt that waits for a lock, as a crash would. */
    private long killWhoWaitsFor(String table) {
        RowSet<Row> killed =
                pool.preparedQuery(
                                """
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%' || $1 || '%'""")
                        .execute(Tuple.of(table))
                        .await()
                        .indefinitely();
        return killed.size();
    }

    private static void run(SqlConnection connection, String sql) {
        connection.query(sql).execute().await().indefinitely();
    }
}
