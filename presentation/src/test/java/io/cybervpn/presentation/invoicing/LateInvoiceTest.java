package io.cybervpn.presentation.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.invoicing.CreditOnPaymentRefunded;
import io.cybervpn.application.invoicing.IssueInvoiceOnOrderPaid;
import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopClock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that went back before the invoice of its order was there has its note all the same. */
@QuarkusTest
class LateInvoiceTest {
    /** A year in which nobody else numbers anything. */
    private static final Instant LONG_AGO = Instant.parse("2001-06-01T12:00:00Z");

    private static final Money PRICE = new Money(500, Asset.EUR);
    private static final String REFUND =
            """
            insert into payment (id, subject, payer, provider, state, amount_minor, asset, description,
                subscription_days, created_at, expires_at, provider_reference, received_minor,
                received_asset, paid_at, closed_at)
            values ('%1$s', '%1$s', '%1$s', 'nobody', 'captured', 500, 'EUR', 'planted', 30, '2001-01-01',
                '2001-01-02', '%1$s', 500, 'EUR', '2001-01-01', '2001-01-01');
            insert into refund (id, payment_id, state, cause, destination, amount_minor, asset, sale_minor,
                sale_total_minor, wallet_minor, unallocated_minor, excess_minor, request_key, reason,
                created_at, closed_at)
            values ('%1$s', '%1$s', 'succeeded', 'staff', 'wallet', 300, 'EUR', 300, 500, 0, 0, 0,
                'planted', '', '2001-01-01', '2001-01-01');""";
    private static final String CLEAR =
            """
            delete from credit_note where refund_id = '%1$s';
            delete from invoice where order_id = '%1$s';
            delete from document_series where series like '%%-2001';
            delete from refund where id = '%1$s';
            delete from payment where id = '%1$s';""";

    @Inject IssueInvoiceOnOrderPaid issue;
    @Inject CreditOnPaymentRefunded credit;
    @Inject ShopClock clock;
    @Inject Pool pool;

    private final List<UUID> planted = new ArrayList<>();

    @BeforeEach
    void go_back() {
        clock.set(LONG_AGO);
    }

    @AfterEach
    void take_it_away() {
        clock.reset();
        planted.forEach(id -> behindTheTriggers(CLEAR, id));
    }

    private void behindTheTriggers(String sql, UUID id) {
        pool.withTransaction(
                        connection ->
                                connection
                                        .query(
                                                "set local session_replication_role = replica; "
                                                        + sql.formatted(id))
                                        .execute())
                .await()
                .indefinitely();
    }

    /** Order, payment and refund of one id. */
    private UUID refunded() {
        UUID id = UUID.randomUUID();
        planted.add(id);
        behindTheTriggers(REFUND, id);
        return id;
    }

    private Uni<Void> paid(UUID id) {
        return issue.handle(
                new OrderPaid(
                        new OrderId(id),
                        new AccountId(id),
                        new PlanId(id),
                        Map.of("en", "Pro"),
                        30,
                        new Entitlement(
                                Limit.unlimited(),
                                TrafficReset.NO_RESET,
                                Limit.unlimited(),
                                List.of()),
                        Optional.empty(),
                        PRICE,
                        LONG_AGO,
                        LONG_AGO));
    }

    private Uni<Void> back(UUID id) {
        return credit.handle(
                new PaymentRefunded(
                        new RefundId(id),
                        new PaymentId(id),
                        id,
                        new AccountId(id),
                        "nobody",
                        RefundCause.STAFF,
                        new Money(300, Asset.EUR),
                        new Money(300, Asset.EUR),
                        PRICE,
                        LONG_AGO));
    }

    private long notes(UUID id) {
        return pool.query(
                        "select 1 from credit_note where total_minor = 300 and refund_id = '"
                                + id
                                + "'")
                .execute()
                .await()
                .indefinitely()
                .rowCount();
    }

    @Test
    void the_invoice_brings_the_note_that_was_not_made() {
        UUID id = refunded();
        back(id).await().indefinitely();
        assertThat(notes(id)).isZero();
        paid(id).await().indefinitely();
        assertThat(notes(id)).isEqualTo(1);
        back(id).await().indefinitely();
        paid(id).await().indefinitely();
        assertThat(notes(id)).isEqualTo(1);
    }

    @Test
    void both_at_once_make_one_note() {
        List<UUID> all = Stream.generate(this::refunded).limit(15).toList();
        all.stream()
                .flatMap(id -> Stream.of(paid(id), back(id)))
                .map(work -> CompletableFuture.runAsync(() -> work.await().indefinitely()))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(all).allSatisfy(id -> assertThat(notes(id)).isEqualTo(1));
    }
}
