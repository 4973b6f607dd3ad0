package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.InvoiceStatus;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.yookassa.YooKassa;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** YooKassa behind its port, against the sandbox. */
@QuarkusTest
class YooKassaGatewayTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    @Inject PaymentGateways gateways;
    @Inject UnitOfWork unitOfWork;

    private final YooKassa yooKassa = ShopWorld.sandbox().yooKassa();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private PaymentGateway gateway;

    @BeforeEach
    void find() {
        gateway = gateways.find("yookassa").orElseThrow();
    }

    @AfterEach
    void allIsWellAgain() {
        yooKassa.faults().clear();
    }

    @Test
    void a_payment_carries_our_reference_and_is_not_only_held() {
        Invoice invoice = make(PRICE, "x".repeat(1024));

        JsonObject made = yooKassa.payments().find(invoice.reference()).orElseThrow();
        assertThat(made.getJsonObject("amount"))
                .isEqualTo(new JsonObject().put("value", "199.00").put("currency", "RUB"));
        assertThat(made.getBoolean("_capture")).isTrue();
        assertThat(made.getString("description")).hasSize(128);
        assertThat(made.getJsonObject("metadata").getString("payment"))
                .isEqualTo(payment.value().toString());
        assertThat(invoice.payUrl()).hasToString(yooKassa.url() + "/pay/" + invoice.reference());
    }

    @Test
    void the_same_call_again_is_the_same_payment_and_another_is_no_refusal() {
        assertThat(make(PRICE, "Pro")).isEqualTo(make(PRICE, "Pro"));

        assertThatThrownBy(() -> make(PRICE, "Something else"))
                .isInstanceOf(GatewayUnavailable.class);
        assertThat(found()).hasSize(1);
    }

    @Test
    void what_it_will_not_do_is_refused_and_what_is_unknown_is_not() {
        assertThatThrownBy(() -> make(new Money(5, Asset.TON), "Pro"))
                .isInstanceOf(GatewayRefused.class);
        assertThatThrownBy(() -> make(new Money(100_000_000_000_00L, Asset.RUB), "Pro"))
                .isInstanceOf(GatewayRefused.class);
        for (Fault.Kind kind : List.of(Fault.Kind.DROP_BEFORE, Fault.Kind.ERROR)) {
            yooKassa.faults().add(Fault.of(kind, 500).times(1).on("POST", "/v3/payments"));
            assertThatThrownBy(() -> make(PRICE, "Pro")).isInstanceOf(GatewayUnavailable.class);
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void states_are_read_one_by_one_and_one_that_is_not_there_is_over() {
        String open = make(PRICE, "Pro").reference();
        String gone = UUID.randomUUID().toString();

        assertThat(now(gateway.statuses(List.of(open, gone))))
                .containsEntry(open, new InvoiceStatus.Active())
                .containsEntry(gone, new InvoiceStatus.Over());
        assertThat(yooKassa.payments().cancel(open, "card_expired")).isNotNull();
        assertThat(now(gateway.statuses(List.of(open))))
                .containsEntry(open, new InvoiceStatus.Ended());
    }

    @Test
    void one_that_gives_no_answer_is_not_over_and_all_of_them_are_an_outage() {
        String first = make(PRICE, "Pro").reference();
        assertThat(yooKassa.payments().cancel(first, "card_expired")).isNotNull();
        String gone = UUID.randomUUID().toString();
        yooKassa.faults().add(Fault.of(Fault.Kind.ERROR, 500).on("GET", "/v3/payments/" + first));

        assertThat(now(gateway.statuses(List.of(first, gone))))
                .containsEntry(first, new InvoiceStatus.Active())
                .containsEntry(gone, new InvoiceStatus.Over());
        assertThatThrownBy(() -> now(gateway.statuses(List.of(first))))
                .isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void a_payment_is_found_behind_many_others() {
        String reference = make(PRICE, "Pro").reference();
        for (int i = 0; i < 120; i++) {
            Invoice other =
                    now(
                            gateway.invoice(
                                    new InvoiceCall(
                                            new PaymentId(UUID.randomUUID()),
                                            PRICE,
                                            "Pro",
                                            Duration.ofHours(1))));
            assertThat(other.reference()).isNotEqualTo(reference);
        }

        assertThat(found()).containsExactly(reference);
    }

    @Test
    void it_is_never_called_in_a_unit_of_work() {
        assertThatThrownBy(() -> now(unitOfWork.run(() -> gateway.statuses(List.of("1")))))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<String> found() {
        return now(gateway.search(Set.of(payment), Instant.now().minusSeconds(60))).stream()
                .map(one -> one.invoice().reference())
                .toList();
    }

    private Invoice make(Money money, String description) {
        return now(
                gateway.invoice(new InvoiceCall(payment, money, description, Duration.ofHours(1))));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().indefinitely();
    }
}
