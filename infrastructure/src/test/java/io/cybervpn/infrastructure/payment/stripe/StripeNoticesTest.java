package io.cybervpn.infrastructure.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Stripe's events mean (R84, R85). */
class StripeNoticesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final PaymentId PAYMENT =
            new PaymentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
    private static final Receipt RECEIPT =
            new Receipt(
                    "cs_test_1",
                    new Received.Exact(new Money(19_900, Asset.RUB)),
                    Instant.ofEpochSecond(1_767_323_045));

    private final StripeNotices notices =
            new StripeNotices(MAPPER, FixedSettings.withKey("sk_test_1"));

    private static ObjectNode event(String type) {
        ObjectNode event =
                MAPPER.createObjectNode()
                        .put("id", "evt_1")
                        .put("created", 1_767_323_045)
                        .put("type", type)
                        .put("livemode", false);
        event.putObject("data")
                .putObject("object")
                .put("id", "cs_test_1")
                .put("status", "complete")
                .put("payment_status", "paid")
                .put("amount_total", 19_900)
                .put("currency", "rub")
                .put("livemode", false)
                .put("client_reference_id", PAYMENT.value().toString());
        return event;
    }

    private Notice read(ObjectNode event) {
        return notices.read(event.toString());
    }

    private Notice completed(Consumer<ObjectNode> change) {
        ObjectNode event = event("checkout.session.completed");
        change.accept((ObjectNode) event.at("/data/object"));
        return read(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"checkout.session.completed", "checkout.session.async_payment_succeeded"})
    void a_paid_session_is_money(String type) {
        assertThat(read(event(type))).isEqualTo(new Notice.Paid(PAYMENT, RECEIPT));
    }

    @Test
    void complete_is_not_paid() {
        assertThat(completed(session -> session.put("payment_status", "unpaid")))
                .isInstanceOf(Notice.Irrelevant.class);
        assertThat(completed(session -> session.put("payment_status", "some day")))
                .isInstanceOf(Notice.Irrelevant.class);
    }

    @Test
    void a_free_session_is_judged_by_its_amount() {
        assertThat(
                        completed(
                                session ->
                                        session.put("payment_status", "no_payment_required")
                                                .put("amount_total", 0)))
                .isInstanceOfSatisfying(
                        Notice.Paid.class,
                        paid ->
                                assertThat(paid.receipt().received())
                                        .isEqualTo(new Received.Unreadable("0.00 RUB")));
    }

    @Test
    void an_amount_that_is_no_whole_number_is_unreadable() {
        assertThat(completed(session -> session.put("amount_total", 199.5)))
                .isInstanceOfSatisfying(
                        Notice.Paid.class,
                        paid ->
                                assertThat(paid.receipt().received())
                                        .isInstanceOf(Received.Unreadable.class));
    }

    @Test
    void the_reference_is_also_in_the_metadata() {
        assertThat(
                        completed(
                                session -> {
                                    session.putNull("client_reference_id");
                                    session.putObject("metadata")
                                            .put("payment", PAYMENT.value().toString());
                                }))
                .isEqualTo(new Notice.Paid(PAYMENT, RECEIPT));
        assertThat(completed(session -> session.put("client_reference_id", "order:7f3c")))
                .isEqualTo(new Notice.PaidForeign(RECEIPT));
    }

    @Test
    void an_event_of_the_other_mode_is_never_money() {
        assertThat(read(event("checkout.session.completed").put("livemode", true)))
                .isInstanceOf(Notice.NotUnderstood.class);
        assertThat(completed(session -> session.put("livemode", true)))
                .isInstanceOf(Notice.NotUnderstood.class);
        ObjectNode silent = event("checkout.session.completed");
        silent.remove("livemode");
        assertThat(read(silent)).isInstanceOf(Notice.NotUnderstood.class);
        StripeNotices live = new StripeNotices(MAPPER, FixedSettings.withKey("sk_live_1"));
        assertThat(live.read(event("checkout.session.completed").toString()))
                .isInstanceOf(Notice.NotUnderstood.class);
    }

    @Test
    void what_may_change_the_answer_makes_us_look() {
        assertThat(read(event("checkout.session.expired"))).isEqualTo(new Notice.Look(PAYMENT));
        ObjectNode intent = event("payment_intent.succeeded");
        ObjectNode object = (ObjectNode) intent.at("/data/object");
        object.removeAll();
        object.putObject("metadata").put("payment", PAYMENT.value().toString());
        assertThat(read(intent)).isEqualTo(new Notice.Look(PAYMENT));
        object.removeAll();
        assertThat(read(intent)).isInstanceOf(Notice.Irrelevant.class);
    }

    @Test
    void money_that_goes_away_unasked_is_asked_about() {
        assertThat(read(event("charge.dispute.created"))).isInstanceOf(Notice.NotUnderstood.class);
        ObjectNode dispute = event("charge.dispute.funds_withdrawn");
        ((ObjectNode) dispute.at("/data/object")).put("id", "dp_1");
        assertThat(read(dispute)).isEqualTo(new Notice.Ask("dp_1"));
        for (String type : new String[] {"refund.created", "refund.updated", "refund.failed"}) {
            assertThat(read(refund(type, "succeeded", false))).isEqualTo(new Notice.Ask("re_1"));
        }
        assertThat(read(event("charge.refunded"))).isInstanceOf(Notice.Irrelevant.class);
    }

    @Test
    void a_refund_of_ours_is_noted_and_a_failed_one_is_undone() {
        Money money = new Money(5_000, Asset.RUB);
        assertThat(read(refund("refund.created", "succeeded", true)))
                .isEqualTo(returned(money, false));
        assertThat(read(refund("refund.failed", "failed", true))).isEqualTo(returned(money, true));
        assertThat(read(refund("refund.created", "pending", true)))
                .isInstanceOf(Notice.Irrelevant.class);
    }

    private static Notice returned(Money money, boolean undone) {
        return new Notice.Returned(
                new Which.Ours(PAYMENT), "re_1", money, RefundCause.PROVIDER, undone);
    }

    private static ObjectNode refund(String type, String status, boolean ours) {
        ObjectNode event = event(type);
        ObjectNode object = (ObjectNode) event.at("/data/object");
        object.removeAll();
        object.put("id", "re_1").put("amount", 5_000).put("currency", "rub").put("status", status);
        if (ours) {
            object.putObject("metadata").put("payment", PAYMENT.value().toString());
        }
        return event;
    }

    @Test
    void other_events_and_other_bytes() {
        assertThat(read(event("invoice.paid"))).isInstanceOf(Notice.Irrelevant.class);
        assertThat(read(event("something.new"))).isInstanceOf(Notice.Irrelevant.class);
        assertThat(notices.read("{")).isInstanceOf(Notice.NotUnderstood.class);
        assertThat(notices.read("[]")).isInstanceOf(Notice.NotUnderstood.class);
    }
}
