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
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.telegram.TelegramBot;
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
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stars behind their port, against the sandbox (R73). */
@QuarkusTest
class StarsGatewayTest {
    private static final Money PRICE = new Money(250, Asset.XTR);

    @Inject PaymentGateways gateways;
    @Inject ShopClock clock;

    private final TelegramBot telegram = ShopWorld.sandbox().telegram();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private PaymentGateway gateway;

    @BeforeEach
    void find() {
        gateway = gateways.find("stars").orElseThrow();
    }

    @AfterEach
    void allIsWellAgain() {
        telegram.faults().clear();
        clock.reset();
    }

    @Test
    void a_link_carries_our_reference_and_price() {
        Invoice invoice = make(PRICE);

        JsonObject made = telegram.invoices().find(slug()).orElseThrow();
        assertThat(made.getLong("amount")).isEqualTo(250);
        assertThat(made.getString("title")).isEqualTo("CyberVPN Pro, 30 days and a very");
        assertThat(made.getString("description")).endsWith("long name");
        assertThat(invoice.payUrl().toString()).endsWith(slug());
        assertThat(invoice.miniAppUrl()).contains(invoice.payUrl());
    }

    @Test
    void anything_but_stars_is_refused_without_a_call() {
        assertThatThrownBy(() -> make(new Money(250, Asset.RUB)))
                .isInstanceOf(GatewayRefused.class);
    }

    @Test
    void a_link_is_open_until_its_time_is_over_or_somebody_pays() {
        Invoice invoice = make(PRICE);
        assertThat(status(invoice)).isEqualTo(new InvoiceStatus.Active());

        clock.advance(Duration.ofHours(2));
        assertThat(status(invoice)).isEqualTo(new InvoiceStatus.Over());

        telegram.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0).times(1));
        telegram.invoices().take(slug(), TelegramBot.USER, new JsonObject());
        assertThat(status(invoice))
                .isInstanceOfSatisfying(
                        InvoiceStatus.Paid.class,
                        paid ->
                                assertThat(paid.receipt().received())
                                        .isEqualTo(new Received.Exact(PRICE)));
        assertThat(search(Set.of(payment)))
                .extracting(FoundInvoice::payment)
                .containsExactly(payment);
    }

    @Test
    void money_is_found_behind_thousands_of_older_lines() {
        PaymentId older = new PaymentId(UUID.randomUUID());
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        for (int i = 0; i < 1_250; i++) {
            PaymentId its = i == 700 ? older : new PaymentId(UUID.randomUUID());
            telegram.invoices().restore(line(its, yesterday.plusSeconds(i)));
        }
        PaymentId newer = new PaymentId(UUID.randomUUID());
        telegram.invoices().restore(line(newer, Instant.now()));

        assertThat(found(Set.of(older, newer), Instant.now())).containsExactly(newer);
        assertThat(found(Set.of(older, newer), yesterday)).containsExactlyInAnyOrder(older, newer);
        assertThat(found(Set.of(older, newer), Instant.EPOCH))
                .containsExactlyInAnyOrder(older, newer);
        assertThat(found(Set.of(payment), yesterday)).isEmpty();
    }

    @Test
    void a_lost_answer_or_an_error_is_unavailable_and_tells_no_token() {
        for (Fault fault :
                List.of(
                        Fault.of(Fault.Kind.DROP_BEFORE, 0),
                        Fault.of(Fault.Kind.ERROR, 429),
                        Fault.of(Fault.Kind.ERROR, 502))) {
            telegram.faults().add(fault.times(1));
            assertThatThrownBy(() -> make(PRICE))
                    .as(fault.kind().name())
                    .isInstanceOf(GatewayUnavailable.class)
                    .satisfies(
                            failure ->
                                    assertThat(Throwables.getStackTrace(failure))
                                            .doesNotContain(TelegramBot.TOKEN));
        }
    }

    private static JsonObject line(PaymentId payment, Instant at) {
        return new JsonObject()
                .put("id", "stx_" + UUID.randomUUID())
                .put("amount", 250)
                .put("date", at.getEpochSecond())
                .put(
                        "source",
                        new JsonObject()
                                .put("type", "user")
                                .put("invoice_payload", payment.value().toString()));
    }

    private List<PaymentId> found(Set<PaymentId> payments, Instant since) {
        return run(() -> gateway.search(payments, since)).stream()
                .map(FoundInvoice::payment)
                .toList();
    }

    private List<FoundInvoice> search(Set<PaymentId> payments) {
        return run(() -> gateway.search(payments, Instant.now()));
    }

    private InvoiceStatus status(Invoice invoice) {
        return run(() -> gateway.statuses(List.of(invoice.reference()))).get(invoice.reference());
    }

    private String slug() {
        return telegram.invoices().byPayload(payment.value().toString()).getFirst();
    }

    private Invoice make(Money money) {
        return run(
                () ->
                        gateway.invoice(
                                new InvoiceCall(
                                        payment,
                                        money,
                                        "CyberVPN Pro, 30 days and a very long name",
                                        Duration.ofHours(1))));
    }

    private static <T> T run(Supplier<Uni<T>> call) {
        return call.get().await().atMost(Duration.ofSeconds(40));
    }
}
