package io.cybervpn.infrastructure.payment.cryptobot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pushes of Crypto Pay say (facts/providers.md §1). */
class CryptoBotNoticesTest {
    private static final UUID OURS = UUID.fromString("01981f3e-9f6a-7b30-8000-0123456789ab");
    private static final Instant PAID_AT = Instant.parse("2026-01-02T03:04:04.000Z");

    private final CryptoBotNotices notices = new CryptoBotNotices(new ObjectMapper());

    @Test
    void a_fiat_invoice_is_paid_in_its_fiat_and_never_in_what_was_paid_with() {
        String invoice =
                """
                {"invoice_id":528890,"currency_type":"fiat","fiat":"RUB","amount":"199.00","paid_asset":"USDT",
                 "paid_amount":"2.15","status":"paid","payload":"%s","paid_at":"2026-01-02T03:04:04.000Z"}"""
                        .formatted(OURS);

        assertThat(read(invoice)).isEqualTo(paid(new Money(19_900, Asset.RUB)));
    }

    @Test
    void a_crypto_invoice_is_paid_in_its_asset() {
        String invoice =
                """
                {"invoice_id":528890,"currency_type":"crypto","asset":"USDT","amount":"2.5","paid_asset":"USDT",
                 "paid_amount":"2.5","status":"paid","payload":"%s","paid_at":"2026-01-02T03:04:04+00:00"}"""
                        .formatted(OURS);

        assertThat(read(invoice)).isEqualTo(paid(new Money(2_500_000, Asset.USDT)));
    }

    @ParameterizedTest
    @CsvSource({"KZT,199.00", "RUB,199.001", "RUB,0.00", "RUB,-199.00", "RUB,1e2", "RUB,abc"})
    void what_cannot_be_counted_exactly_is_told_as_it_was_written(String fiat, String amount) {
        String invoice =
                """
                {"invoice_id":528890,"currency_type":"fiat","fiat":"%s","amount":"%s","status":"paid",
                 "payload":"%s","paid_at":"2026-01-02T03:04:04.000Z"}"""
                        .formatted(fiat, amount, OURS);

        assertThat(read(invoice))
                .isInstanceOfSatisfying(
                        Notice.Paid.class,
                        paid ->
                                assertThat(paid.receipt().received())
                                        .isEqualTo(
                                                new Received.Unreadable(
                                                        "\"" + amount + "\" " + fiat)));
    }

    @Test
    void an_amount_as_a_json_number_is_not_trusted() {
        String invoice =
                """
                {"invoice_id":528890,"currency_type":"fiat","fiat":"RUB","amount":199.00,"status":"paid",
                 "payload":"%s","paid_at":"2026-01-02T03:04:04.000Z"}"""
                        .formatted(OURS);

        assertThat(read(invoice))
                .isInstanceOfSatisfying(
                        Notice.Paid.class,
                        paid ->
                                assertThat(paid.receipt().received())
                                        .isInstanceOf(Received.Unreadable.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order:7f3c", "", "1-1-1-1-1", "01981F3E-9F6A-7B30-8000-0123456789AB"})
    void an_invoice_without_our_reference_is_not_ours(String payload) {
        String invoice =
                """
                {"invoice_id":528890,"currency_type":"fiat","fiat":"RUB","amount":"199.00","status":"paid",
                 "payload":"%s","paid_at":"2026-01-02T03:04:04.000Z"}"""
                        .formatted(payload);

        assertThat(read(invoice))
                .isInstanceOfSatisfying(
                        Notice.PaidForeign.class,
                        foreign -> {
                            assertThat(foreign.receipt().reference()).isEqualTo("528890");
                            assertThat(foreign.receipt().received())
                                    .isEqualTo(new Received.Exact(new Money(19_900, Asset.RUB)));
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"invoice_id\":\"528890\",\"status\":\"paid\",\"paid_at\":\"2026-01-02T03:04:04Z\"}",
                "{\"invoice_id\":528890,\"status\":\"active\",\"paid_at\":\"2026-01-02T03:04:04Z\"}",
                "{\"invoice_id\":528890,\"status\":\"paid\"}",
                "{\"invoice_id\":528890,\"status\":\"paid\",\"paid_at\":\"yesterday\"}"
            })
    void an_invoice_that_is_not_a_paid_one_is_not_understood(String invoice) {
        assertThat(read(invoice)).isInstanceOf(Notice.NotUnderstood.class);
    }

    @Test
    void an_update_of_another_type_is_irrelevant() {
        assertThat(notices.read("{\"update_id\":1,\"update_type\":\"invoice_created\"}"))
                .isEqualTo(new Notice.Irrelevant("update of type invoice_created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "not json", "{\"a\":}"})
    void what_is_not_json_is_not_understood(String body) {
        assertThat(notices.read(body)).isInstanceOf(Notice.NotUnderstood.class);
    }

    private Notice read(String invoice) {
        return notices.read(
                "{\"update_id\":1,\"update_type\":\"invoice_paid\",\"payload\":" + invoice + "}");
    }

    private static Notice paid(Money money) {
        return new Notice.Paid(
                new PaymentId(OURS), new Receipt("528890", new Received.Exact(money), PAID_AT));
    }
}
