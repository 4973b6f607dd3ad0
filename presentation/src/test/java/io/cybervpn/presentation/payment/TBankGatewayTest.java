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
import io.cybervpn.sandbox.tbank.TBank;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T-Bank behind its port, against the sandbox. */
@QuarkusTest
class TBankGatewayTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);

    @Inject PaymentGateways gateways;
    @Inject UnitOfWork unitOfWork;

    private final TBank bank = ShopWorld.sandbox().tBank();
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private PaymentGateway gateway;

    @BeforeEach
    void find() {
        gateway = gateways.find("tbank").orElseThrow();
    }

    @AfterEach
    void allIsWellAgain() {
        bank.faults().clear();
        assertThat(bank.webhooks().release()).isNotNegative();
    }

    @Test
    void a_payment_carries_our_reference_and_kopecks() {
        Invoice invoice = make(PRICE, "x".repeat(1024));

        JsonObject made = object(invoice);
        assertThat(made.getLong("Amount")).isEqualTo(19_900);
        assertThat(made.getString("OrderId")).isEqualTo(payment.value().toString());
        assertThat(made.getString("Description")).hasSize(140);
        assertThat(made.getString("RedirectDueDate")).endsWith("+03:00");
        assertThat(invoice.payUrl()).hasToString(bank.url() + "/pay/" + invoice.reference());
    }

    @Test
    void what_it_will_not_do_is_refused_and_what_is_unknown_is_not() {
        assertThatThrownBy(() -> make(new Money(500, Asset.USD), "Pro"))
                .isInstanceOf(GatewayRefused.class);
        assertThatThrownBy(() -> make(new Money(10_000_000_000L, Asset.RUB), "Pro"))
                .isInstanceOf(GatewayRefused.class);
        for (Fault.Kind kind : List.of(Fault.Kind.DROP_BEFORE, Fault.Kind.ERROR)) {
            bank.faults().add(Fault.of(kind, 500).times(1).on("POST", "/v2/Init"));
            assertThatThrownBy(() -> make(PRICE, "Pro")).isInstanceOf(GatewayUnavailable.class);
        }
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, Active",
        "FORM_SHOWED, Active",
        "3DS_CHECKING, Active",
        "AUTHORIZED, Active",
        "CONFIRMED, Paid",
        "REJECTED, Ended",
        "AUTH_FAIL, Ended",
        "DEADLINE_EXPIRED, Ended",
        "CANCELED, Ended",
        "REVERSED, Ended",
        "REFUNDED, Over"
    })
    void a_state_of_the_bank_is_one_of_ours(String theirs, String ours) {
        String reference = make(PRICE, "Pro").reference();
        hold();
        assertThat(bank.payments().become(Long.parseLong(reference), theirs)).isNotNull();

        assertThat(statusOf(reference).getClass().getSimpleName()).isEqualTo(ours);
    }

    @Test
    void what_is_paid_says_how_much() {
        String reference = make(PRICE, "Pro").reference();
        hold();
        assertThat(bank.payments().become(Long.parseLong(reference), "CONFIRMED")).isNotNull();

        assertThat(statusOf(reference))
                .isInstanceOfSatisfying(
                        InvoiceStatus.Paid.class,
                        paid ->
                                assertThat(paid.receipt())
                                        .extracting(Receipt::reference, Receipt::received)
                                        .containsExactly(reference, new Received.Exact(PRICE)));
    }

    @Test
    void a_state_we_do_not_know_is_no_answer() {
        String reference = make(PRICE, "Pro").reference();
        hold();
        assertThat(bank.payments().become(Long.parseLong(reference), "SOMETHING")).isNotNull();

        assertThatThrownBy(() -> statusOf(reference)).isInstanceOf(GatewayUnavailable.class);
    }

    @Test
    void one_whose_page_nobody_has_is_cancelled_and_one_somebody_saw_is_found() {
        String lost = make(PRICE, "Pro").reference();
        assertThat(found()).isEmpty();
        assertThat(statusOf(lost)).isEqualTo(new InvoiceStatus.Ended());

        String paid = make(PRICE, "Pro").reference();
        hold();
        assertThat(bank.payments().become(Long.parseLong(paid), "CONFIRMED")).isNotNull();

        assertThat(found()).extracting(one -> one.invoice().reference()).containsExactly(paid);
    }

    @Test
    void it_is_never_called_in_a_unit_of_work() {
        assertThatThrownBy(() -> now(unitOfWork.run(() -> gateway.statuses(List.of("1")))))
                .isInstanceOf(IllegalStateException.class);
    }

    private void hold() {
        bank.faults().add(Fault.of(Fault.Kind.HOLD_WEBHOOKS, 0));
    }

    private InvoiceStatus statusOf(String reference) {
        return now(gateway.statuses(List.of(reference))).get(reference);
    }

    private List<FoundInvoice> found() {
        return now(gateway.search(Set.of(payment), Instant.now().minusSeconds(60)));
    }

    private JsonObject object(Invoice invoice) {
        return bank.payments().find(Long.parseLong(invoice.reference())).orElseThrow();
    }

    private Invoice make(Money money, String description) {
        return now(
                gateway.invoice(new InvoiceCall(payment, money, description, Duration.ofHours(1))));
    }

    private static <T> T now(Uni<T> work) {
        return work.await().indefinitely();
    }
}
