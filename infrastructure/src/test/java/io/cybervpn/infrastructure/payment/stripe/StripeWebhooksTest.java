package io.cybervpn.infrastructure.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.WebhookSource.RawPush;
import io.cybervpn.application.shared.WebhookSource.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of Stripe, by the vectors of facts/providers.md §3 (R84, R244, R245). */
class StripeWebhooksTest {
    private static final long AT = 1_767_323_045;
    private static final String GOOD =
            "v1=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394";
    private static final String BAD = GOOD.replace("c03", "c04");
    private static final String BODY =
            "{\"id\":\"evt_test_1\",\"object\":\"event\",\"api_version\":\"2026-09-30.endive\","
                    + "\"created\":1767323045,\"type\":\"checkout.session.completed\",\"livemode\":false,"
                    + "\"data\":{\"object\":{\"id\":\"cs_test_1\",\"object\":\"checkout.session\","
                    + "\"mode\":\"payment\",\"status\":\"complete\",\"payment_status\":\"paid\","
                    + "\"amount_total\":19900,\"currency\":\"rub\",\"client_reference_id\":\"order:7f3c\","
                    + "\"payment_intent\":\"pi_test_1\"}}}";

    private record Push(byte[] body, Optional<String> signature) implements RawPush {
        Push(String body, String signature) {
            this(body.getBytes(StandardCharsets.UTF_8), Optional.of(signature));
        }

        @Override
        public Optional<String> header(String name) {
            return name.equalsIgnoreCase("stripe-signature") ? signature : Optional.empty();
        }
    }

    private static Verdict verdict(long now, Push push) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        Optional<String> secret = Optional.of(FixedSettings.WEBHOOK_SECRET);
        return new StripeWebhooks(
                        FixedSettings.withWebhookSecret(secret), (_, _) -> Optional.empty(), clock)
                .verify(push);
    }

    private static Verdict verdict(String header) {
        return verdict(AT, new Push(BODY, header));
    }

    @Test
    void the_vector_is_the_published_bytes() {
        assertThat(BODY.getBytes(StandardCharsets.UTF_8)).hasSize(372);
    }

    @Test
    void a_genuine_push_is_genuine_and_the_same_bytes_are_the_same_push() {
        Verdict first = verdict("t=" + AT + "," + GOOD);

        assertThat(first).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("t=" + AT + ", " + GOOD)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, -299, 0, 299, 300})
    void five_minutes_to_either_side_are_now(long seconds) {
        assertThat(verdict(AT + seconds, new Push(BODY, "t=" + AT + "," + GOOD)))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-100_000, -301, 301, 100_000})
    void neither_an_old_signature_nor_one_of_the_future_counts(long seconds) {
        assertThat(verdict(AT + seconds, new Push(BODY, "t=" + AT + "," + GOOD)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void any_of_several_signatures_may_fit_while_a_secret_changes() {
        assertThat(verdict("t=" + AT + "," + BAD + "," + GOOD)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("t=" + AT + "," + GOOD + "," + BAD)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("t=" + AT + ",v0=00," + GOOD)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("t=" + AT + "," + BAD + "," + BAD)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1767323045",
                "t=1767323045,v0=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394",
                "v1=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394",
                "t=,v1=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394",
                "t=-1767323045,v1=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394",
                "t=1767323046,v1=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec394",
                "t=1767323045,v1=c0343530cb6da75f791be98721b1c45aec3bb07bcb8de3f5fe703668168ec3",
                "t=1767323045,v1=not hex",
                "t=1767323045,v1="
            })
    void another_header_is_refused(String header) {
        assertThat(verdict(header)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_header_of_hundreds_of_signatures_is_refused() {
        assertThat(verdict("t=" + AT + ("," + BAD).repeat(300) + "," + GOOD))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void another_body_under_the_old_signature_is_refused() {
        for (String body : new String[] {BODY + " ", BODY.replaceFirst(":", ": "), ""}) {
            assertThat(verdict(AT, new Push(body, "t=" + AT + "," + GOOD)))
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void no_signature_is_refused() {
        Push unsigned = new Push(BODY.getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(verdict(AT, unsigned)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void without_a_secret_nothing_is_genuine() {
        for (Optional<String> secret :
                java.util.List.of(Optional.<String>empty(), Optional.of(" "))) {
            StripeWebhooks webhooks =
                    new StripeWebhooks(
                            FixedSettings.withWebhookSecret(secret),
                            (_, _) -> Optional.of("whsec_of_before_this_one"),
                            Clock.fixed(Instant.ofEpochSecond(AT), ZoneOffset.UTC));

            assertThat(webhooks.verify(new Push(BODY, "t=" + AT + "," + GOOD)))
                    .isEqualTo(new Verdict.NotConfigured());
        }
    }
}
