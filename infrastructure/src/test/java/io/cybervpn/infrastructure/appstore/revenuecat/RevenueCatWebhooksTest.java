package io.cybervpn.infrastructure.appstore.revenuecat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.shared.WebhookSource.RawPush;
import io.cybervpn.application.shared.WebhookSource.Verdict;
import io.cybervpn.domain.appstore.model.Environment;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is heard as RevenueCat, by the vector of an independent signer. */
class RevenueCatWebhooksTest {
    private static final long SECOND = 1_767_323_045;
    private static final String AUTHORIZATION = "Token of the dashboard";
    private static final String SIGNATURE =
            "t=1767323045,v1=935f621f3f7c5cbc41e20e28d55e7de8387b19a39945df704986837022c54c85";
    private static final String BODY =
            """
            {"api_version":"1.0","event":{"id":"12345678-1234-1234-1234-123456789012",\
            "type":"INITIAL_PURCHASE","app_user_id":"u-42","original_app_user_id":"u-42",\
            "aliases":["u-42"],"product_id":"vpn_month","entitlement_ids":["pro"],\
            "period_type":"NORMAL","purchased_at_ms":1767323045000,\
            "expiration_at_ms":1770001445000,"environment":"PRODUCTION","store":"APP_STORE",\
            "currency":"USD","price":4.99,"price_in_purchased_currency":4.99,\
            "transaction_id":"2000000123456789","original_transaction_id":"2000000123456789",\
            "event_timestamp_ms":1767323046000,"app_id":"app1a2b3c"}}""";

    private record Fixed(
            Optional<String> apiKey,
            Optional<String> webhookAuthorization,
            Optional<String> webhookSecret)
            implements RevenueCatSettings {
        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public Environment environment() {
            return Environment.PRODUCTION;
        }
    }

    private record Push(String text, Map<String, String> headers) implements RawPush {
        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public Optional<String> sender() {
            return Optional.empty();
        }
    }

    private static final Push GENUINE =
            new Push(
                    BODY,
                    Map.of(
                            "Authorization",
                            AUTHORIZATION,
                            "X-RevenueCat-Webhook-Signature",
                            SIGNATURE));

    private static Verdict verdict(Fixed settings, Push push, long second) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
        return new RevenueCatWebhooks(settings, new ObjectMapper(), clock).verify(push);
    }

    private static Fixed settings(String key, String authorization, String secret) {
        return new Fixed(Optional.of(key), Optional.of(authorization), Optional.of(secret));
    }

    private static Fixed complete() {
        return settings("sk_1", AUTHORIZATION, "rc_test_secret_1");
    }

    @Test
    void the_signed_vector_is_genuine_and_is_told_apart_by_its_event() {
        assertThat(verdict(complete(), GENUINE, SECOND))
                .isEqualTo(new Verdict.Genuine("12345678-1234-1234-1234-123456789012"));
    }

    @Test
    void a_signature_of_another_body_or_of_another_time_is_refused() {
        Push changed = new Push(BODY + " ", GENUINE.headers());
        assertThat(verdict(complete(), changed, SECOND)).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(complete(), GENUINE, SECOND + 301)).isInstanceOf(Verdict.Refused.class);
        assertThat(verdict(complete(), GENUINE, SECOND + 300)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void without_a_secret_for_signatures_the_header_alone_decides() {
        Fixed unsigned =
                new Fixed(Optional.of("sk_1"), Optional.of(AUTHORIZATION), Optional.empty());
        Push bare = new Push(BODY, Map.of("Authorization", AUTHORIZATION));
        assertThat(verdict(unsigned, bare, SECOND)).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(complete(), bare, SECOND)).isInstanceOf(Verdict.Refused.class);
        Push other = new Push(BODY, Map.of("Authorization", AUTHORIZATION + " "));
        assertThat(verdict(unsigned, other, SECOND)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void without_key_or_header_nobody_is_heard_not_even_with_an_empty_header() {
        Push empty = new Push(BODY, Map.of("Authorization", ""));
        Fixed none = new Fixed(Optional.empty(), Optional.empty(), Optional.empty());
        for (Fixed missing :
                new Fixed[] {none, settings("sk_1", " ", "s"), settings("", AUTHORIZATION, "s")}) {
            assertThat(verdict(missing, empty, SECOND)).isInstanceOf(Verdict.NotConfigured.class);
            assertThat(verdict(missing, GENUINE, SECOND)).isInstanceOf(Verdict.NotConfigured.class);
        }
    }
}
