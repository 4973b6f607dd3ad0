package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cybervpn.application.payment.PaymentView;
import io.cybervpn.application.payment.StartPayment;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Hmac;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts payments of 199 RUB, pushes as Crypto Pay does, and looks into the database. */
@Singleton
final class Till {
    static final String SIGNATURE = "crypto-pay-api-signature";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
        StartPayment.Result result = startResult();
        assertThat(result).isInstanceOf(StartPayment.Result.Started.class);
        return ((StartPayment.Result.Started) result).payment();
    }

    StartPayment.Result startResult() {
        return startFor(new AccountId(UUID.randomUUID()), Duration.ofHours(1));
    }

    StartPayment.Result startFor(AccountId payer, Duration payable) {
        return startPayment
                .execute(
                        new StartPayment.Command(
                                UUID.randomUUID(),
                                payer,
                                new Money(PRICE_MINOR, Asset.RUB),
                                "CyberVPN Pro, 30 days",
                                "cryptobot",
                                30,
                                Instant.now().plus(payable)))
                .await()
                .indefinitely();
    }

    /** The invoice that the sandbox made for a payment. */
    static JsonObject invoice(PaymentView payment) {
        return ShopWorld.sandbox()
                .cryptoPay()
                .invoices()
                .byPayload(payment.id().value().toString())
                .getFirst();
    }

    static long invoiceId(PaymentView payment) {
        return invoice(payment).getLong("invoice_id");
    }

    /** A push that says the invoice is paid; each call is a new update of the same invoice. */
    static String paidPush(PaymentView payment) {
        return push(paidInvoice(payment));
    }

    static JsonObject paidInvoice(PaymentView payment) {
        return invoice(payment)
                .put("status", "paid")
                .put("paid_asset", "USDT")
                .put("paid_amount", "2.15")
                .put("paid_at", "2026-11-21T04:00:00.000Z");
    }

    static String push(JsonObject invoice) {
        return new JsonObject()
                .put("update_id", 1)
                .put("update_type", "invoice_paid")
                .put("request_date", Instant.now().toString())
                .put("payload", invoice)
                .encode();
    }

    static String signature(String body) {
        byte[] key = Hmac.sha256(ShopWorld.CRYPTO_PAY_TOKEN.getBytes(StandardCharsets.UTF_8));
        return Hmac.sha256Hex(key, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Delivers a push with its right signature. */
    static int deliver(String body) {
        return deliver(body, signature(body));
    }

    static int deliver(String body, String signature) {
        return send(request(body).header(SIGNATURE, signature));
    }

    static int deliverUnsigned(String body) {
        return send(request(body));
    }

    /** By a plain client, since many threads deliver at once. */
    private static HttpRequest.Builder request(String body) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/webhooks/cryptobot"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(
                        HttpRequest.BodyPublishers.ofByteArray(
                                body.getBytes(StandardCharsets.UTF_8)));
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
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
    String inboxStatus(String body) {
        var rows =
                pool.preparedQuery(
                                "select status from inbox where source = 'cryptobot' and dedupe_key = $1")
                        .execute(Tuple.of(sha256(body)))
                        .await()
                        .indefinitely()
                        .iterator();
        return rows.hasNext() ? rows.next().getString("status") : "";
    }

    void awaitInbox(String body, String status) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(inboxStatus(body)).isEqualTo(status));
    }

    private static String sha256(String body) {
        return HexFormat.of().formatHex(Hmac.sha256(body.getBytes(StandardCharsets.UTF_8)));
    }
}
