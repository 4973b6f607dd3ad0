package io.cybervpn.infrastructure.payment.stars;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What updates of a bot mean to the till (R84, R85), and the reference of a link. */
class StarsNoticesTest {
    private static final PaymentId PAYMENT =
            new PaymentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

    private final StarsNotices notices = new StarsNotices(new ObjectMapper());

    private Notice money(String payload, String amount, String currency) {
        return notices.read(
                """
                {"update_id":1,"message":{"date":1767323045,"successful_payment":{"currency":"%s",\
                "total_amount":%s,"invoice_payload":"%s","telegram_payment_charge_id":"stx_1"}}}"""
                        .formatted(currency, amount, payload));
    }

    @Test
    void a_successful_payment_is_money() {
        assertThat(money(PAYMENT.value().toString(), "250", "XTR"))
                .isEqualTo(
                        new Notice.Paid(
                                PAYMENT,
                                new Receipt(
                                        "stx_1",
                                        new Received.Exact(new Money(250, Asset.XTR)),
                                        Instant.ofEpochSecond(1_767_323_045))));
        assertThat(money("order:7f3c", "250", "XTR"))
                .isInstanceOfSatisfying(
                        Notice.PaidForeign.class,
                        foreign -> assertThat(foreign.receipt().reference()).isEqualTo("stx_1"));
    }

    private Notice recurring(boolean first) {
        return notices.read(
                """
                {"update_id":1,"message":{"date":1767323045,"successful_payment":{"currency":"XTR",\
                "total_amount":250,"invoice_payload":"%s","telegram_payment_charge_id":"stx_2",\
                "is_recurring":true,"is_first_recurring":%s,\
                "subscription_expiration_date":1769915045}}}"""
                        .formatted(PAYMENT.value(), first));
    }

    @Test
    void a_subscription_is_paid_the_first_time_as_anything_and_then_by_charges_of_their_own() {
        Receipt receipt =
                new Receipt(
                        "stx_2",
                        new Received.Exact(new Money(250, Asset.XTR)),
                        Instant.ofEpochSecond(1_767_323_045));

        assertThat(recurring(true)).isEqualTo(new Notice.Paid(PAYMENT, receipt));
        assertThat(recurring(false))
                .isEqualTo(
                        new Notice.Recurring(
                                PAYMENT, receipt, Instant.ofEpochSecond(1_769_915_045)));
    }

    @Test
    void a_word_about_a_subscription_is_numbered_by_its_update() {
        String word =
                """
                {"update_id":7,"subscription":{"user":{"id":42},"invoice_payload":"%s",\
                "state":"%s"}}""";

        assertThat(notices.read(word.formatted(PAYMENT.value(), "canceled")))
                .isEqualTo(new Notice.Standing(PAYMENT, Mandate.Word.CANCELLED, 7));
        assertThat(notices.read(word.formatted(PAYMENT.value(), "active")))
                .isEqualTo(new Notice.Standing(PAYMENT, Mandate.Word.ACTIVE, 7));
        assertThat(notices.read(word.formatted(PAYMENT.value(), "failed")))
                .isEqualTo(new Notice.Standing(PAYMENT, Mandate.Word.FAILED, 7));
        assertThat(notices.read(word.formatted(PAYMENT.value(), "asleep")))
                .isInstanceOf(Notice.NotUnderstood.class);
        assertThat(notices.read(word.formatted("order:7f3c", "active")))
                .isInstanceOf(Notice.NotUnderstood.class);
    }

    @Test
    void stars_that_were_given_back_went_back_past_us() {
        assertThat(givenBack(PAYMENT.value().toString()))
                .isEqualTo(returned(new Which.Charge("stx_1", PAYMENT)));
        assertThat(givenBack("order:7f3c")).isEqualTo(returned(new Which.Theirs("stx_1")));
    }

    private Notice givenBack(String payload) {
        return notices.read(
                """
                {"update_id":1,"message":{"refunded_payment":{"currency":"XTR",\
                "total_amount":250,"invoice_payload":"%s",\
                "telegram_payment_charge_id":"stx_1"}}}"""
                        .formatted(payload));
    }

    private static Notice returned(Which which) {
        return new Notice.Returned(
                which, "stx_1", new Money(250, Asset.XTR), RefundCause.PROVIDER, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"250.5", "0", "-1", "\"250\"", "99999999999999999999"})
    void an_amount_that_is_no_count_of_stars_is_unreadable(String amount) {
        assertThat(money(PAYMENT.value().toString(), amount, "XTR"))
                .isInstanceOfSatisfying(
                        Notice.Paid.class,
                        paid ->
                                assertThat(paid.receipt().received())
                                        .isInstanceOf(Received.Unreadable.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":1,\"message\":{\"text\":\"/start\"}}",
                "{\"update_id\":1,\"pre_checkout_query\":{\"id\":\"1\"}}",
                "{\"update_id\":1,\"something_new\":{}}"
            })
    void other_updates_are_of_no_interest(String body) {
        assertThat(notices.read(body)).isInstanceOf(Notice.Irrelevant.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"message\":{}}",
                "{\"update_id\":1,\"message\":{\"successful_payment\":{}}}",
                "{\"update_id\":1,\"message\":{\"refunded_payment\":{}}}"
            })
    void what_is_no_update_and_what_goes_away_is_for_staff(String body) {
        assertThat(notices.read(body)).isInstanceOf(Notice.NotUnderstood.class);
    }

    @Test
    void a_reference_says_since_and_until_when() {
        StarsReference reference =
                new StarsReference(
                        PAYMENT,
                        Instant.ofEpochSecond(1_767_323_045),
                        Instant.ofEpochSecond(1_767_326_645));

        assertThat(StarsReference.parse(reference.text())).contains(reference);
        assertThat(StarsReference.parse("stx_1")).isEmpty();
        assertThat(StarsReference.parse("------------------------------------@1-2")).isEmpty();
    }
}
