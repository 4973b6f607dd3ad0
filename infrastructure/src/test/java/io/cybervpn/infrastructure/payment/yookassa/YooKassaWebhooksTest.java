package io.cybervpn.infrastructure.payment.yookassa;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.WebhookSource.RawPush;
import io.cybervpn.application.shared.WebhookSource.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pushes of YooKassa may come from, at the edges of its published networks. */
class YooKassaWebhooksTest {
    private static final List<String> NETWORKS =
            List.of(
                    "185.71.76.0/27",
                    "185.71.77.0/27",
                    "77.75.153.0/25",
                    "77.75.154.128/25",
                    "77.75.156.11",
                    "77.75.156.35",
                    "2a02:5180::/32");

    private record Fixed(Optional<String> shopId, Optional<String> secretKey)
            implements YooKassaSettings {
        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public URI returnUrl() {
            return URI.create("https://shop.test");
        }

        @Override
        public List<String> networks() {
            return NETWORKS;
        }

        @Override
        public String receipts() {
            return "off";
        }

        @Override
        public int receiptVatCode() {
            return 1;
        }

        @Override
        public Optional<Integer> receiptTaxSystem() {
            return Optional.empty();
        }

        @Override
        public String receiptSubject() {
            return "service";
        }

        @Override
        public String receiptMode() {
            return "full_payment";
        }

        @Override
        public Optional<String> receiptContact() {
            return Optional.empty();
        }
    }

    private record Push(Optional<String> sender) implements RawPush {
        @Override
        public byte[] body() {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> header(String name) {
            return name.equals("X-Forwarded-For") ? Optional.of("185.71.76.1") : Optional.empty();
        }
    }

    private final YooKassaWebhooks webhooks =
            new YooKassaWebhooks(new Fixed(Optional.of("100500"), Optional.of("test_key")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "185.71.76.0",
                "185.71.76.31",
                "185.71.77.31",
                "77.75.153.127",
                "77.75.154.128",
                "77.75.156.11",
                "77.75.156.35",
                "2a02:5180::1",
                "2a02:5180:ffff:ffff:ffff:ffff:ffff:ffff",
                "::ffff:185.71.76.1"
            })
    void an_address_of_its_networks_is_heard(String sender) {
        assertThat(verdict(sender)).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "185.71.76.32",
                "185.71.75.255",
                "77.75.153.128",
                "77.75.154.127",
                "77.75.156.12",
                "2a02:5181::1",
                "2a02:517f:ffff::1",
                "127.0.0.1",
                "0.0.0.0",
                "not an address",
                ""
            })
    void any_other_is_refused_whatever_headers_say(String sender) {
        assertThat(verdict(sender)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void an_unknown_sender_is_refused() {
        assertThat(webhooks.verify(new Push(Optional.empty()))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void without_shop_or_key_nothing_is_heard() {
        for (Fixed settings :
                List.of(
                        new Fixed(Optional.empty(), Optional.of("test_key")),
                        new Fixed(Optional.of("100500"), Optional.of(" ")),
                        new Fixed(Optional.of(""), Optional.of("test_key")))) {
            assertThat(new YooKassaWebhooks(settings).verify(new Push(Optional.of("185.71.76.1"))))
                    .isEqualTo(new Verdict.NotConfigured());
        }
    }

    private Verdict verdict(String sender) {
        return webhooks.verify(new Push(Optional.of(sender)));
    }
}
