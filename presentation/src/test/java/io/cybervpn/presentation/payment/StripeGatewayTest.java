package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.payment.port.FoundInvoice;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.stripe.Stripe;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stripe behind its port, against the sandbox (R73). */
@QuarkusTest
class StripeGatewayTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    @Inject PaymentGateways gateways;
    @Inject UnitOfWork unitOfWork;

    private final Stripe stripe = ShopWorld.sandbox().stripe();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private PaymentGateway gateway;

    @BeforeEach
    void find() {
        gateway = gateways.find("stripe").orElseThrow();
    }

    @AfterEach
    void allIsWellAgain() {
        stripe.faults().clear();
    }

    @Test
    void a_session_carries_our_reference_and_price() {
        Invoice invoice = make(PRICE, Duration.ofHours(1));

        JsonObject made = at(invoice);
        String reference = payment.value().toString();
        assertThat(made.getString("client_reference_id")).isEqualTo(reference);
        assertThat(made.getJsonObject("metadata").getString("payment")).isEqualTo(reference);
        assertThat(made.getString("currency")).isEqualTo("rub");
        assertThat(made.getLong("amount_total")).isEqualTo(19_900);
        assertThat(made.getString("description")).isEqualTo("CyberVPN Pro & more, 30 дней");
        assertThat(invoice.payUrl().toString()).isEqualTo(made.getString("url"));
        assertThat(invoice.miniAppUrl()).isEmpty();
        assertThat(Instant.ofEpochSecond(made.getLong("expires_at")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(62)));
        stripe.sessions().pay(invoice.reference());
        assertThat(stripe.intents().getLast().getJsonObject("metadata").getString("payment"))
                .isEqualTo(reference);
    }

    @Test
    void a_time_that_stripe_does_not_offer_is_rounded_to_one_that_it_does() {
        assertThat(at(make(PRICE, Duration.ofMinutes(1))).getString("status")).isEqualTo("open");
        Invoice other =
                run(
                        () ->
                                gateway.invoice(
                                        new InvoiceCall(
                                                new PaymentId(UUID.randomUUID()),
                                                PRICE,
                                                "Pro",
                                                Duration.ofDays(40))));
        assertThat(at(other).getString("status")).isEqualTo("open");
    }

    @Test
    void the_same_call_gets_the_same_session() {
        assertThat(make(PRICE, Duration.ofHours(1))).isEqualTo(make(PRICE, Duration.ofHours(1)));
        assertThat(stripe.sessions().byReference(payment.value().toString())).hasSize(1);
    }

    @Test
    void a_key_that_was_used_for_another_form_leaves_the_outcome_open() {
        Invoice first = make(PRICE, Duration.ofHours(1));

        assertThatThrownBy(() -> make(new Money(1, Asset.RUB), Duration.ofHours(1)))
                .isInstanceOf(GatewayUnavailable.class);

        assertThat(search(Set.of(payment)))
                .extracting(FoundInvoice::invoice)
                .containsExactly(first);
    }

    @Test
    void an_asset_that_it_does_not_take_is_refused_without_a_call() {
        for (Asset asset : List.of(Asset.XTR, Asset.USDT, Asset.BTC)) {
            assertThatThrownBy(() -> make(new Money(50, asset), Duration.ofHours(1)))
                    .isInstanceOf(GatewayRefused.class);
        }
        assertThat(stripe.sessions().byReference(payment.value().toString())).isEmpty();
    }

    @Test
    void states_are_read_together() {
        Invoice open = make(PRICE);
        Invoice paid = make(PRICE);
        Invoice expired = make(PRICE);
        Invoice waiting = make(PRICE);
        Invoice bounced = make(PRICE);
        stripe.sessions().pay(paid.reference());
        stripe.sessions().expire(expired.reference());
        stripe.sessions().payLater(waiting.reference());
        stripe.sessions().payLater(bounced.reference());
        stripe.sessions().bounce(bounced.reference());

        var statuses =
                run(
                        () ->
                                gateway.statuses(
                                        List.of(
                                                open.reference(),
                                                paid.reference(),
                                                expired.reference(),
                                                waiting.reference(),
                                                bounced.reference(),
                                                "cs_test_none")));

        assertThat(statuses.get(open.reference())).isEqualTo(new InvoiceStatus.Active());
        assertThat(statuses.get(waiting.reference())).isEqualTo(new InvoiceStatus.Active());
        assertThat(statuses.get(expired.reference())).isEqualTo(new InvoiceStatus.Ended());
        assertThat(statuses.get(bounced.reference())).isEqualTo(new InvoiceStatus.Ended());
        assertThat(statuses.get("cs_test_none")).isEqualTo(new InvoiceStatus.Over());
        assertThat(statuses.get(paid.reference()))
                .isInstanceOfSatisfying(
                        InvoiceStatus.Paid.class,
                        status ->
                                assertThat(status.receipt())
                                        .extracting(Receipt::received)
                                        .isEqualTo(new Received.Exact(PRICE)));
    }

    @Test
    void the_search_reads_page_after_page() {
        Invoice invoice = make(PRICE, Duration.ofHours(1));
        JsonObject like = at(invoice);
        for (int i = 1; i <= 230; i++) {
            stripe.sessions()
                    .restore(
                            like.copy()
                                    .put("id", "cs_test_" + UUID.randomUUID())
                                    .put("client_reference_id", "other")
                                    .put("metadata", new JsonObject())
                                    .put("status", "complete"));
        }

        assertThat(search(Set.of(payment)))
                .extracting(FoundInvoice::invoice)
                .containsExactly(invoice);
        assertThat(search(Set.of(new PaymentId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void a_paid_session_is_found_although_it_has_no_page_any_more() {
        Invoice invoice = make(PRICE, Duration.ofHours(1));
        stripe.sessions().pay(invoice.reference());

        assertThat(search(Set.of(payment)))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.invoice().reference()).isEqualTo(invoice.reference());
                            assertThat(found.status()).isInstanceOf(InvoiceStatus.Paid.class);
                        });
    }

    @Test
    void a_lost_answer_or_an_error_is_unavailable() {
        for (Fault fault :
                List.of(
                        Fault.of(Fault.Kind.DROP_AFTER, 0),
                        Fault.of(Fault.Kind.DROP_BEFORE, 0),
                        Fault.of(Fault.Kind.ERROR, 500),
                        Fault.of(Fault.Kind.ERROR, 429))) {
            stripe.faults().add(fault.times(1).on("POST", "/v1/checkout/sessions"));
            assertThatThrownBy(() -> make(PRICE, Duration.ofHours(1)))
                    .as(fault.kind().name())
                    .isInstanceOf(GatewayUnavailable.class);
        }
        assertThat(stripe.sessions().byReference(payment.value().toString())).hasSize(1);
    }

    @Test
    void a_read_that_fails_twice_is_repeated() {
        Invoice invoice = make(PRICE, Duration.ofHours(1));
        stripe.faults()
                .add(Fault.of(Fault.Kind.ERROR, 502).times(2).on("GET", "/v1/checkout/sessions"));

        assertThat(run(() -> gateway.statuses(List.of(invoice.reference()))))
                .containsEntry(invoice.reference(), new InvoiceStatus.Active());
    }

    @Test
    void no_call_is_made_inside_a_unit_of_work() {
        assertThatThrownBy(() -> run(() -> unitOfWork.run(() -> gateway.statuses(List.of("cs_1")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a unit of work");
    }

    private Invoice make(Money money) {
        return run(() -> gateway.invoice(call(new PaymentId(UUID.randomUUID()), money)));
    }

    private static InvoiceCall call(PaymentId payment, Money money) {
        return new InvoiceCall(payment, money, "Pro", Duration.ofHours(1));
    }

    private Invoice make(Money money, Duration payable) {
        return run(
                () ->
                        gateway.invoice(
                                new InvoiceCall(
                                        payment, money, "CyberVPN Pro & more, 30 дней", payable)));
    }

    private List<FoundInvoice> search(Set<PaymentId> payments) {
        return run(() -> gateway.search(payments, Instant.now()));
    }

    private JsonObject at(Invoice invoice) {
        return stripe.sessions().find(invoice.reference()).orElseThrow();
    }

    private static <T> T run(Supplier<Uni<T>> call) {
        return call.get().await().atMost(Duration.ofSeconds(40));
    }
}
