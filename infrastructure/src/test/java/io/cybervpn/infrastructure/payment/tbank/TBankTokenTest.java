package io.cybervpn.infrastructure.payment.tbank;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.WebhookSource.RawPush;
import io.cybervpn.application.shared.WebhookSource.Verdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token of T-Bank, by its published examples and by vectors of independent clients. */
class TBankTokenTest {
    private static final String TERMINAL = "TestTerm01";
    private static final String PASSWORD = "TestPass123";
    private static final String TOKEN =
            "c2d7200d4b867fa3e6d96fd2e0e1de5cd6338c951760d00effc0f9394ff3a920";

    private final TBankWebhooks webhooks =
            new TBankWebhooks(
                    new Fixed(Optional.of(TERMINAL), Optional.of(PASSWORD)),
                    (_, _) -> Optional.empty());

    private record Fixed(Optional<String> terminalKey, Optional<String> password)
            implements TBankSettings {
        @Override
        public URI url() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public URI returnUrl() {
            return URI.create("https://shop.test");
        }

        @Override
        public URI notificationUrl() {
            return URI.create("https://shop.test/hook");
        }
    }

    private record Push(byte[] body) implements RawPush {
        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Amount\":19900,\"Description\":\"VPN 1 month\",\"OrderId\":\"ord-7f3c\"}|"
                        + "3b59136b2c95816156e412759b1328de398c93ad305dbcd279ddf0b23b7f0b2c",
                "{\"PaymentId\":\"13660\"}|"
                        + "d3f5b37d2565723f9bfd9b2bc0cf00659829eee48d03651c6b2d44c7dcb2c6ba",
                "{\"PaymentId\":\"13660\",\"RebillId\":\"145919\"}|"
                        + "60ac8b9a2f136b0f292adda43fc10df8255df4b4853a07abc8f0cd02a82532b7",
                "{\"PaymentId\":\"13660\",\"Amount\":5000}|"
                        + "b5f9f8fac1abf35b8d787d143f7173225beebb5f6ebe8f7e8c841ed02cf36742"
            })
    void our_calls_are_signed_as_others_sign_them(String body, String token) {
        Map<String, String> values = new TreeMap<>(scalars(body));
        values.put("TerminalKey", TERMINAL);

        assertThat(TBankToken.of(values, PASSWORD)).isEqualTo(token);
    }

    @Test
    void the_published_examples_come_out() {
        assertThat(
                        TBankToken.of(
                                scalars(
                                        "{\"TerminalKey\":\"MerchantTerminalKey\",\"Amount\":19200,"
                                                + "\"OrderId\":\"21090\",\"Description\":"
                                                + "\"Подарочная карта на 1000 рублей\","
                                                + "\"DATA\":{\"Phone\":\"+71234567890\"},"
                                                + "\"Receipt\":{\"Items\":[{\"Name\":\"x\"}]}}"),
                                "usaf8fw8fsw21g"))
                .isEqualTo("0024a00af7c350a3a67ca168ce06502aa72772456662e38696d48b56ee9c97d9");
        assertThat(
                        TBankToken.of(
                                scalars(
                                        "{\"TerminalKey\":\"1321054611234DEMO\",\"OrderId\":"
                                                + "\"201709\",\"Success\":true,\"Status\":"
                                                + "\"AUTHORIZED\",\"PaymentId\":8742591,"
                                                + "\"ErrorCode\":\"0\",\"Amount\":9855,"
                                                + "\"RebillId\":101709,\"CardId\":322264,\"Pan\":"
                                                + "\"430000******0777\",\"ExpDate\":\"1122\","
                                                + "\"Token\":\"whatever\",\"Nothing\":null}"),
                                "Dfsfh56dgKl"))
                .isEqualTo("b906d28e76c6428e37b25fcf86c0adc52c63d503013fdd632e300593d165766b");
    }

    @Test
    void a_push_with_its_token_is_genuine_in_any_spelling() {
        assertThat(verdict(confirmed(TOKEN))).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(confirmed(TOKEN).replace(",", " ,\n ")))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(confirmed(TOKEN.toUpperCase(java.util.Locale.ROOT))))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(confirmed(TOKEN).replace("}", ",\"Data\":{\"a\":1}}")))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(
                        verdict(
                                confirmed(
                                                "38641b23db488f7f4d06e5f0e4b830e7"
                                                        + "9bf1209c75fb19ed653a7374454786f6")
                                        .replace("CONFIRMED", "AUTHORIZED")))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{",
                "{\"Token\":\"\"}",
                "{\"Token\":null}",
                "{\"Token\":{\"a\":1}}"
            })
    void what_is_no_body_of_theirs_is_refused(String body) {
        assertThat(verdict(body)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void another_value_or_one_said_twice_or_more_than_there_was_is_refused() {
        String push = confirmed(TOKEN);

        assertThat(
                        List.of(
                                push.replace("19900", "19901"),
                                push.replace("19900", "19900.0"),
                                push.replace("\"Amount\":19900", "\"Amount\":1,\"Amount\":19900"),
                                push.replace("CONFIRMED", "AUTHORIZED"),
                                push.replace("{\"Ter", "{\"Extra\":1,\"Ter"),
                                push.replace("{\"Ter", "{\"Password\":\"mine\",\"Ter"),
                                push.replace(TOKEN, "0".repeat(64)),
                                push.replace(",\"Token\":\"" + TOKEN + "\"", "")))
                .allSatisfy(
                        forged -> assertThat(verdict(forged)).isInstanceOf(Verdict.Refused.class));
    }

    @Test
    void a_push_about_another_terminal_is_refused() {
        String push =
                "{\"TerminalKey\":\"Other\",\"Status\":\"CONFIRMED\",\"Token\":\"%s\"}"
                        .formatted(
                                TBankToken.of(
                                        Map.of("TerminalKey", "Other", "Status", "CONFIRMED"),
                                        PASSWORD));

        assertThat(verdict(push)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void without_terminal_or_password_nothing_is_heard() {
        for (Fixed settings :
                List.of(
                        new Fixed(Optional.empty(), Optional.of(PASSWORD)),
                        new Fixed(Optional.of(TERMINAL), Optional.of(" ")))) {
            assertThat(
                            new TBankWebhooks(settings, (_, _) -> Optional.of(PASSWORD))
                                    .verify(push(confirmed(TOKEN))))
                    .isEqualTo(new Verdict.NotConfigured());
        }
    }

    private static String confirmed(String token) {
        return "{\"TerminalKey\":\"TestTerm01\",\"OrderId\":\"ord-7f3c\",\"Success\":true,"
                + "\"Status\":\"CONFIRMED\",\"PaymentId\":13660,\"ErrorCode\":\"0\","
                + "\"Amount\":19900,\"Token\":\""
                + token
                + "\"}";
    }

    private static Map<String, String> scalars(String body) {
        return TBankToken.scalars(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private Verdict verdict(String body) {
        return webhooks.verify(push(body));
    }

    private static Push push(String body) {
        return new Push(body.getBytes(StandardCharsets.UTF_8));
    }
}
