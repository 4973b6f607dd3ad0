package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Starts payments, by default of 199 RUB through Crypto Pay, and looks into the database. */
@Singleton
final class Till {
    static final long PRICE_MINOR = 19_900;

    private static final String EFFECT =
            """
            select
                (select state from payment where id = $1) as state,
                (select count(*) from ledger_transaction where business_key like '%' || $1::text) as bookings,
                (select coalesce(-sum(p.minor_units), 0)::bigint from ledger_posting p
                    join ledger_transaction t on t.id = p.transaction_id
                    where t.business_key = 'payment-captured:' || $1 and p.account_type = 'customer_wallet') as wallet,
                (select coalesce(-sum(p.minor_units), 0)::bigint from ledger_posting p
                    join ledger_transaction t on t.id = p.transaction_id
                    where t.business_key = 'payment-unallocated:' || $1 and p.account_type = 'unallocated') as unallocated,
                (select count(*) from outbox where handler = 'billing.settle-order'
                    and payload -> 'payment' ->> 'value' = $1::text) as told""";

    private final StartPayment startPayment;
    private final Pool pool;

    @Inject
    Till(StartPayment startPayment, Pool pool) {
        this.startPayment = startPayment;
        this.pool = pool;
    }

    /**
     * What a payment did.
     *
     * @param bookings transactions that name it
     * @param wallet what the payer has of it, in minor units
     * @param told outbox rows for the settling of the order
     */
    record Effect(String state, long bookings, long wallet, long unallocated, long told) {
        static final Effect CAPTURED_ONCE = new Effect("captured", 1, PRICE_MINOR, 0, 1);
        static final Effect NONE = new Effect("pending", 0, 0, 0, 0);
    }

    PaymentView start() {
        StartPayment.Result result =
                startFor(new AccountId(UUID.randomUUID()), Duration.ofHours(1));
        assertThat(result).isInstanceOf(StartPayment.Result.Started.class);
        return ((StartPayment.Result.Started) result).payment();
    }

    PaymentView start(Stand stand) {
        StartPayment.Result result = startResult(stand);
        assertThat(result).isInstanceOf(StartPayment.Result.Started.class);
        return ((StartPayment.Result.Started) result).payment();
    }

    StartPayment.Result startResult(Stand stand) {
        return startFor(stand.payer(), Duration.ofHours(1), stand.price(), stand.provider());
    }

    StartPayment.Result startFor(AccountId payer, Duration payable) {
        return startFor(payer, payable, new Money(PRICE_MINOR, Asset.RUB), "cryptobot");
    }

    private StartPayment.Result startFor(
            AccountId payer, Duration payable, Money price, String provider) {
        return startPayment
                .execute(
                        new StartPayment.Command(
                                UUID.randomUUID(),
                                payer,
                                price,
                                "CyberVPN Pro, 30 days",
                                provider,
                                30,
                                Instant.now().plus(payable)))
                .await()
                .indefinitely();
    }

    Effect effect(PaymentView payment) {
        Row row =
                pool.preparedQuery(EFFECT)
                        .execute(Tuple.of(payment.id().value()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next();
        return new Effect(
                row.getString("state"),
                row.getLong("bookings"),
                row.getLong("wallet"),
                row.getLong("unallocated"),
                row.getLong("told"));
    }

    void awaitState(PaymentView payment, String state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(effect(payment).state()).isEqualTo(state));
    }

    /** What became of a stored push; empty while it was not stored. */
    String inboxStatus(Stand stand, Push push) {
        var rows =
                pool.preparedQuery("select status from inbox where source = $1 and dedupe_key = $2")
                        .execute(Tuple.of(stand.source(), stand.dedupeKey(push)))
                        .await()
                        .indefinitely()
                        .iterator();
        return rows.hasNext() ? rows.next().getString("status") : "";
    }

    void awaitInbox(Stand stand, Push push, String... statuses) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(inboxStatus(stand, push)).isIn((Object[]) statuses));
    }
}
