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
import io.cybervpn.sandbox.cryptopay.CryptoPay;
import io.cybervpn.sandbox.http.Fault;
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

/** Crypto Pay behind its port, against the sandbox (R73, R88). */
@QuarkusTest
class CryptoBotGatewayTest {
    @Inject PaymentGateways gateways;
    @Inject UnitOfWork unitOfWork;

    private final CryptoPay cryptoPay = ShopWorld.sandbox().cryptoPay();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private PaymentGateway gateway;

    @BeforeEach
    void find() {
        gateway = gateways.find("cryptobot").orElseThrow();
    }

    @AfterEach
    void allIsWellAgain() {
        cryptoPay.faults().clear();
    }

    @Test
    void a_fiat_invoice_carries_our_reference_and_price() {
        Invoice invoice = make(new Money(19_900, Asset.RUB));

        JsonObject made = at(invoice);
        assertThat(made.getString("currency_type")).isEqualTo("fiat");
        assertThat(made.getString("fiat")).isEqualTo("RUB");
        assertThat(made.getString("amount")).isEqualTo("199.00");
        assertThat(made.getString("payload")).isEqualTo(payment.value().toString());
        assertThat(invoice.payUrl().toString()).isEqualTo(made.getString("bot_invoice_url"));
        assertThat(invoice.miniAppUrl()).isPresent();
        assertThat(Instant.parse(made.getString("expiration_date")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(50)),
                        Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void a_crypto_invoice_is_made_in_its_asset() {
        JsonObject made = at(make(new Money(2_500_000, Asset.USDT)));

        assertThat(made.getString("currency_type")).isEqualTo("crypto");
        assertThat(made.getString("asset")).isEqualTo("USDT");
    }

    @Test
    void an_asset_that_it_does_not_take_is_refused_without_a_call() {
        assertThatThrownBy(() -> make(new Money(50, Asset.XTR))).isInstanceOf(GatewayRefused.class);
    }

    @Test
    void states_are_read_in_one_call() {
        Money price = new Money(19_900, Asset.RUB);
        Invoice active = make(price);
        Invoice paid = make(price);
        Invoice expired = make(price);
        cryptoPay.invoices().pay(Long.parseLong(paid.reference()));
        cryptoPay.invoices().expire(Long.parseLong(expired.reference()));

        var statuses =
                run(
                        () ->
                                gateway.statuses(
                                        List.of(
                                                active.reference(),
                                                paid.reference(),
                                                expired.reference(),
                                                "1")));

        assertThat(statuses.get(active.reference())).isEqualTo(new InvoiceStatus.Active());
        assertThat(statuses.get(expired.reference())).isEqualTo(new InvoiceStatus.Ended());
        assertThat(statuses.get("1")).isEqualTo(new InvoiceStatus.Over());
        assertThat(statuses.get(paid.reference()))
                .isInstanceOfSatisfying(
                        InvoiceStatus.Paid.class,
                        status ->
                                assertThat(status.receipt())
                                        .extracting(Receipt::received)
                                        .isEqualTo(new Received.Exact(price)));
    }

    @Test
    void every_invoice_of_a_payment_is_found_by_our_reference() {
        Invoice first = make(new Money(19_900, Asset.RUB));
        Invoice second = make(new Money(19_900, Asset.RUB));

        List<FoundInvoice> found = search(Set.of(payment), Instant.now());

        assertThat(found)
                .extracting(FoundInvoice::invoice)
                .containsExactlyInAnyOrder(first, second);
        assertThat(search(Set.of(new PaymentId(UUID.randomUUID())), Instant.now())).isEmpty();
    }

    @Test
    void the_search_reads_on_until_it_is_past_what_it_looks_for() {
        Invoice invoice = make(new Money(19_900, Asset.RUB));
        JsonObject like = at(invoice);
        long id = like.getLong("invoice_id");
        for (int i = 1; i <= 1100; i++) {
            cryptoPay
                    .invoices()
                    .restore(
                            like.copy()
                                    .put("invoice_id", id + i)
                                    .put("payload", "other")
                                    .put("status", "expired"));
        }

        assertThat(search(Set.of(payment), Instant.now()))
                .extracting(FoundInvoice::invoice)
                .containsExactly(invoice);
    }

    @Test
    void a_lost_answer_or_an_error_is_unavailable_and_a_write_is_not_repeated() {
        for (Fault fault :
                List.of(
                        Fault.of(Fault.Kind.DROP_AFTER, 0),
                        Fault.of(Fault.Kind.DROP_BEFORE, 0),
                        Fault.of(Fault.Kind.ERROR, 500))) {
            cryptoPay.faults().add(fault.times(1).on("POST", "/api/createInvoice"));
            assertThatThrownBy(() -> make(new Money(19_900, Asset.RUB)))
                    .as(fault.kind().name())
                    .isInstanceOf(GatewayUnavailable.class);
        }
        assertThat(cryptoPay.invoices().byPayload(payment.value().toString())).hasSize(1);
    }

    @Test
    void a_read_that_fails_twice_is_repeated() {
        Invoice invoice = make(new Money(19_900, Asset.RUB));
        cryptoPay.faults().add(Fault.of(Fault.Kind.ERROR, 502).times(2).on("", "/api/getInvoices"));

        assertThat(run(() -> gateway.statuses(List.of(invoice.reference()))))
                .containsEntry(invoice.reference(), new InvoiceStatus.Active());
    }

    @Test
    void no_call_is_made_inside_a_unit_of_work() {
        assertThatThrownBy(() -> run(() -> unitOfWork.run(() -> gateway.statuses(List.of("1")))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a unit of work");
    }

    @Test
    void a_provider_that_nobody_owns_is_not_there() {
        assertThat(gateways.find("other")).isEmpty();
        assertThat(gateways.noticesOf("other")).isEmpty();
    }

    private Invoice make(Money money) {
        return run(
                () ->
                        gateway.invoice(
                                new InvoiceCall(
                                        payment,
                                        money,
                                        "CyberVPN Pro, 30 days",
                                        Duration.ofHours(1))));
    }

    private List<FoundInvoice> search(Set<PaymentId> payments, Instant since) {
        return run(() -> gateway.search(payments, since));
    }

    private JsonObject at(Invoice invoice) {
        return cryptoPay.invoices().find(Long.parseLong(invoice.reference())).orElseThrow();
    }

    private static <T> T run(Supplier<Uni<T>> call) {
        return call.get().await().atMost(Duration.ofSeconds(40));
    }
}
