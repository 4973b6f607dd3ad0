package io.cybervpn.infrastructure.identity.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.identity.port.TelegramProofs.Checked;
import io.cybervpn.application.identity.port.TelegramProofs.Proof;
import io.cybervpn.application.identity.port.TelegramProofs.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Vectors A to D of Telegram's proofs, and what must fail (R45, R46). */
class TelegramProofsTest {
    static final String TOKEN = "123456789:TEST-vector-token-not-a-real-bot-00";
    static final String KEY = "e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1767323045);
    static final Instant NOW = SIGNED_AT.plusSeconds(60);
    private static final Duration DAY = Duration.ofDays(1);

    static final String A =
            "user=%7B%22id%22%3A42%2C%22first_name%22%3A%22Ivan%22%7D&chat_type=private&query_id=AAH"
                    + "&auth_date=1767323045&signature="
                    + "&hash=39d42cd817a06549c06ce9c2520c983fcf92ef1b9e80cfbdd8ac3cb4036f80ea";
    static final String B =
            "user=%7B%22id%22%3A42%2C%22first_name%22%3A%22%D0%98%D0%B2%D0%B0%D0%BD%22%2C"
                    + "%22username%22%3A%22ivan%22%7D&auth_date=1767323045&start_param=ref_7"
                    + "&hash=b51194089db0d2d6786b8aa0e46157b040b3dd91be69575a0dc504c4538bdd43";
    private static final Map<String, String> C =
            Map.of(
                    "auth_date", "1767323045",
                    "first_name", "Ivan",
                    "id", "42",
                    "photo_url", "https://t.me/i/userpic/320/x.jpg",
                    "username", "ivan",
                    "hash", "4057d1cb1d83e8b2f61595e5b517ade3ff20829ecb25b204f11982939aa16583");

    /** Signed by Telegram itself, from its public documentation. */
    static final String D =
            "user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F"
                    + "%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C"
                    + "%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%2C"
                    + "%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Ft.me"
                    + "%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F"
                    + "4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D"
                    + "&chat_instance=8134722200314281151&chat_type=private&auth_date=1733509682"
                    + "&signature=TYJxVcisqbWjtodPepiJ6ghziUL94-KNpG8Pau-X7oNNLNBM72APCpi_RKiUlBvcqo5L-"
                    + "LAxIc3dnTzcZX_PDg"
                    + "&hash=a433d8f9847bd6addcc563bff7cc82c89e97ea0d90c11fe5729cae6796a36d73";

    static final Instant D_NOW = Instant.ofEpochSecond(1733509682 + 5);
    static final long D_BOT = 7342037359L;
    private static final byte[] D_KEY =
            HexFormat.of()
                    .parseHex("231a7ce63f8a4f94a57ed1b31763396f5195134575445dcb13695a5de2e8b1f7");

    private final BotTelegramProofs ours =
            new BotTelegramProofs(
                    Optional.of(BotTelegramProofs.keys(TOKEN)), Optional.empty(), KEY, DAY);

    @Test
    void the_keys_are_those_of_the_vectors() {
        assertThat(HexFormat.of().formatHex(TelegramSeals.miniAppKey(TOKEN)))
                .isEqualTo("17a9fad381e26743835853b6d2c48eaf71f1382643ba7c53bd807023bab76f06");
        assertThat(HexFormat.of().formatHex(TelegramSeals.widgetKey(TOKEN)))
                .isEqualTo("2f7ba3b0b8f173ba68541cd3d937277b174388c49e854603c98af4695ba41fe1");
    }

    @Test
    void vector_a_counts_its_empty_signature() {
        assertThat(id(ours.check(new Proof.MiniApp(A), NOW))).hasValue(42L);
        refuses(A.replace("&signature=", ""), Reason.FORGED);
    }

    @Test
    void vector_b_has_no_signature_and_speaks_russian() {
        Checked checked = ours.check(new Proof.MiniApp(B), NOW);

        assertThat(checked).isInstanceOf(Checked.Genuine.class);
        Checked.Genuine genuine = (Checked.Genuine) checked;
        assertThat(genuine.user().firstName()).hasValue("Иван");
        assertThat(genuine.user().username()).hasValue("ivan");
        assertThat(genuine.signedAt()).isEqualTo(SIGNED_AT);
        assertThat(genuine.startParam()).hasValue("ref_7");
    }

    @Test
    void vector_c_is_the_widget() {
        assertThat(id(ours.check(new Proof.Widget(C), NOW))).hasValue(42L);
        Map<String, String> other = new HashMap<>(C);
        other.put("id", "43");
        assertThat(ours.check(new Proof.Widget(other), NOW)).isEqualTo(refused(Reason.FORGED));
        other.put("id", "42");
        other.put("last_name", "");
        assertThat(ours.check(new Proof.Widget(other), NOW)).isEqualTo(refused(Reason.FORGED));
    }

    @Test
    void vector_d_holds_by_telegrams_signature_for_its_bot_alone() {
        assertThat(id(knowing(D_BOT).check(new Proof.MiniApp(D), D_NOW))).hasValue(279058397L);
        assertThat(knowing(D_BOT - 1).check(new Proof.MiniApp(D), D_NOW))
                .isEqualTo(refused(Reason.FORGED));
    }

    @Test
    void vector_d_holds_by_its_hash_only_with_the_signature_in_it() {
        Map<String, String> fields = ProofFields.parse(D).orElseThrow();
        assertThat(TelegramSeals.isHashed(D_KEY, fields)).isTrue();
        Map<String, String> without = new HashMap<>(fields);
        without.remove("signature");
        assertThat(TelegramSeals.isHashed(D_KEY, without)).isFalse();
    }

    @Test
    void a_bad_hash_beside_a_good_signature_is_refused_where_the_token_is_known() {
        BotTelegramProofs shop =
                new BotTelegramProofs(
                        Optional.of(new BotTelegramProofs.Keys(D_BOT, D_KEY, D_KEY)),
                        Optional.empty(),
                        KEY,
                        DAY);
        String hashless = D.substring(0, D.indexOf("&hash="));
        String badHash = hashless + "&hash=" + "0".repeat(64);
        assertThat(id(shop.check(new Proof.MiniApp(D), D_NOW))).hasValue(279058397L);
        assertThat(id(shop.check(new Proof.MiniApp(hashless), D_NOW))).hasValue(279058397L);
        assertThat(shop.check(new Proof.MiniApp(badHash), D_NOW)).isEqualTo(refused(Reason.FORGED));
    }

    @Test
    void a_signature_of_the_test_environment_is_none_of_production() {
        BotTelegramProofs other =
                new BotTelegramProofs(
                        Optional.empty(),
                        Optional.of(D_BOT),
                        "40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec",
                        DAY);
        assertThat(other.check(new Proof.MiniApp(D), D_NOW)).isEqualTo(refused(Reason.FORGED));
    }

    @Test
    void a_proof_ages_after_a_day_and_none_comes_from_the_future() {
        Proof proof = new Proof.MiniApp(A);
        assertThat(ours.check(proof, SIGNED_AT.plus(DAY))).isInstanceOf(Checked.Genuine.class);
        assertThat(ours.check(proof, SIGNED_AT.plus(DAY).plusMillis(1)))
                .isEqualTo(refused(Reason.TOO_OLD));
        assertThat(ours.check(proof, SIGNED_AT.minusSeconds(30)))
                .isInstanceOf(Checked.Genuine.class);
        assertThat(ours.check(proof, SIGNED_AT.minusSeconds(31)))
                .isEqualTo(refused(Reason.FROM_THE_FUTURE));
        assertThat(ours.check(new Proof.Widget(C), SIGNED_AT.plus(DAY).plusSeconds(1)))
                .isEqualTo(refused(Reason.TOO_OLD));
    }

    @Test
    void what_cannot_be_read_or_says_something_twice_is_malformed() {
        refuses("", Reason.MALFORMED);
        refuses("&", Reason.MALFORMED);
        refuses("=x", Reason.MALFORMED);
        refuses("hash", Reason.MALFORMED);
        refuses("hash=%zz", Reason.MALFORMED);
        refuses(A + "&auth_date=1767323045", Reason.MALFORMED);
        refuses("a=" + "b".repeat(8192), Reason.MALFORMED);
        refuses("hash=abc", Reason.FORGED);
        refuses("user=1", Reason.FORGED);
    }

    @Test
    void a_sealed_proof_without_a_user_is_malformed() {
        refuses(sealed("auth_date=1767323045"), Reason.MALFORMED);
        refuses(sealed("auth_date=x\nuser={\"id\":42}"), Reason.MALFORMED);
        refuses(sealed("auth_date=1767323045\nuser={\"id\":\"42\"}"), Reason.MALFORMED);
        refuses(sealed("auth_date=1767323045\nuser={\"id\":-42}"), Reason.MALFORMED);
        refuses(sealed("auth_date=1767323045\nuser={\"id\":4503599627370496}"), Reason.MALFORMED);
        refuses(sealed("auth_date=1767323045\nuser=[}"), Reason.MALFORMED);
    }

    @Test
    void a_shop_without_a_bot_believes_nobody_and_one_with_a_wrong_token_does_not_start() {
        BotTelegramProofs none =
                new BotTelegramProofs(Optional.empty(), Optional.empty(), KEY, DAY);
        assertThat(none.check(new Proof.MiniApp(A), NOW)).isEqualTo(refused(Reason.NO_BOT));
        assertThat(none.check(new Proof.Widget(C), NOW)).isEqualTo(refused(Reason.NO_BOT));
        assertThatThrownBy(() -> BotTelegramProofs.keys("nonsense"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_order_of_the_fields_means_nothing() {
        String[] parts = B.split("&");
        String turned = String.join("&", List.of(parts).reversed());
        assertThat(id(ours.check(new Proof.MiniApp(turned), NOW))).hasValue(42L);
    }

    private String sealed(String lines) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TelegramSeals.miniAppKey(TOKEN), "HmacSHA256"));
            byte[] hash = mac.doFinal(lines.getBytes(StandardCharsets.UTF_8));
            return lines.replace("\n", "&") + "&hash=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static BotTelegramProofs knowing(long botId) {
        return new BotTelegramProofs(Optional.empty(), Optional.of(botId), KEY, DAY);
    }

    private void refuses(String initData, Reason reason) {
        assertThat(ours.check(new Proof.MiniApp(initData), NOW))
                .as(initData)
                .isEqualTo(refused(reason));
    }

    private static Checked refused(Reason reason) {
        return new Checked.Refused(reason);
    }

    private static Optional<Long> id(Checked checked) {
        return checked instanceof Checked.Genuine genuine
                ? Optional.of(genuine.user().id())
                : Optional.empty();
    }
}
