package io.cybervpn.infrastructure.payment.cryptobot;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.WebhookSource.RawPush;
import io.cybervpn.application.shared.WebhookSource.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of Crypto Pay, by the vectors of facts/providers.md §1 (R84, R244, R245). */
class CryptoBotWebhooksTest {
    private static final String BODY =
            "{\"update_id\":1,\"update_type\":\"invoice_paid\",\"request_date\":\"2026-01-02T03:04:05.000Z\","
                    + "\"payload\":{\"invoice_id\":528890,\"hash\":\"IVDoTcNBYEfk\",\"currency_type\":\"fiat\","
                    + "\"fiat\":\"RUB\",\"amount\":\"199.00\",\"paid_asset\":\"USDT\",\"paid_amount\":\"2.15\","
                    + "\"paid_fiat_rate\":\"92.55\",\"accepted_assets\":[\"USDT\",\"TON\"],\"fee_asset\":\"USDT\","
                    + "\"fee_amount\":\"0.0645\",\"status\":\"paid\",\"payload\":\"order:7f3c\","
                    + "\"paid_at\":\"2026-01-02T03:04:04.000Z\"}}";
    private static final String SIGNATURE =
            "57954e86c18768042a3cc0acf6f951abba9ac3fa8eb1ac282322b6d921322fd9";

    /** With spaces and escapes that no writer of ours would choose. */
    private static final String RAW_BODY =
            "{\"update_id\": 2, \"update_type\": \"invoice_paid\", \"request_date\": \"2026-01-02T03:04:05.000Z\","
                    + " \"payload\": {\"invoice_id\": 1, \"amount\": \"10.0\","
                    + " \"description\": \"caf\\u00e9 \\/ vpn\"}}";

    private static final String RAW_SIGNATURE =
            "8d28f3a648f37077c79e1eae4290b4eaa3181a23ae910a654410f5ec2a4fcc3f";

    private final CryptoBotWebhooks webhooks =
            new CryptoBotWebhooks(
                    FixedSettings.withToken(FixedSettings.TOKEN), (_, _) -> Optional.empty());

    private record Push(byte[] body, Optional<String> signature) implements RawPush {
        Push(String body, String signature) {
            this(body.getBytes(StandardCharsets.UTF_8), Optional.of(signature));
        }

        @Override
        public Optional<String> header(String name) {
            return name.equalsIgnoreCase("crypto-pay-api-signature") ? signature : Optional.empty();
        }
    }

    @Test
    void the_vectors_are_the_published_bytes() {
        assertThat(BODY.getBytes(StandardCharsets.UTF_8)).hasSize(410);
        assertThat(RAW_BODY.getBytes(StandardCharsets.UTF_8)).hasSize(174);
    }

    @Test
    void a_genuine_push_is_genuine_and_the_same_bytes_are_the_same_push() {
        Verdict first = webhooks.verify(new Push(BODY, SIGNATURE));

        assertThat(first).isInstanceOf(Verdict.Genuine.class);
        assertThat(webhooks.verify(new Push(BODY, SIGNATURE))).isEqualTo(first);
        assertThat(webhooks.verify(new Push(BODY, SIGNATURE.toUpperCase(Locale.ROOT))))
                .isEqualTo(first);
    }

    @Test
    void the_raw_bytes_are_judged_not_what_they_mean() {
        assertThat(webhooks.verify(new Push(RAW_BODY, RAW_SIGNATURE)))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the hex text of the digest as the key
                "572a9b0afd23b1e87ac51755256bacbd875f0825a27c0714ae1627aeea4b9625",
                // the token itself as the key
                "99aafcfbf58aada0796ffc260c78af013d104bbbd6a3674aa1fc2ef2c1f90438",
                "57954e86c18768042a3cc0acf6f951abba9ac3fa8eb1ac282322b6d921322fd8",
                "57954e86c18768042a3cc0acf6f951abba9ac3fa8eb1ac282322b6d921322f",
                "not hex",
                ""
            })
    void another_signature_is_refused(String signature) {
        assertThat(webhooks.verify(new Push(BODY, signature))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void one_space_more_is_refused() {
        assertThat(
                        webhooks.verify(
                                new Push(BODY.replace(",\"payload\"", ", \"payload\""), SIGNATURE)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(webhooks.verify(new Push(BODY + " ", SIGNATURE)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void no_signature_is_refused() {
        Push unsigned = new Push(BODY.getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(webhooks.verify(unsigned)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void without_a_token_nothing_is_genuine() {
        for (FixedSettings settings :
                new FixedSettings[] {FixedSettings.withoutToken(), FixedSettings.withToken(" ")}) {
            assertThat(
                            new CryptoBotWebhooks(
                                            settings, (_, _) -> Optional.of(FixedSettings.TOKEN))
                                    .verify(new Push(BODY, SIGNATURE)))
                    .isEqualTo(new Verdict.NotConfigured());
        }
    }
}
