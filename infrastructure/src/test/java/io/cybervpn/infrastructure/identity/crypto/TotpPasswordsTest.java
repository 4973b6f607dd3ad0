package io.cybervpn.infrastructure.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R234; the vectors of RFC 6238, appendix B, and RFC 4648. */
class TotpPasswordsTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final TotpPasswords passwords = new TotpPasswords();

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void passwords_are_those_of_the_standard(long second, String expected) {
        assertThat(new TotpPasswords(8).code(SECRET, second / 30)).isEqualTo(expected);
        assertThat(passwords.stepOf(SECRET, expected.substring(2), Instant.ofEpochSecond(second)))
                .contains(second / 30);
    }

    @Test
    void a_password_is_good_one_step_before_and_after_and_no_longer() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String password = passwords.code(SECRET, now.getEpochSecond() / 30);
        assertThat(passwords.stepOf(SECRET, password, now.plusSeconds(30))).isPresent();
        assertThat(passwords.stepOf(SECRET, password, now.minusSeconds(30))).isPresent();
        assertThat(passwords.stepOf(SECRET, password, now.plusSeconds(60))).isEmpty();
        assertThat(passwords.stepOf(SECRET, password, now.minusSeconds(60))).isEmpty();
        assertThat(passwords.stepOf(SECRET, "", now)).isEmpty();
        assertThat(passwords.stepOf(SECRET, "0" + password, now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "foobar, MZXW6YTBOI"})
    void secrets_are_typed_in_base32(String bytes, String expected) {
        assertThat(passwords.text(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
    }

    @Test
    void a_typed_secret_is_read_again_unless_it_is_weak_or_none() {
        byte[] secret = passwords.newSecret();
        assertThat(passwords.secretOf(passwords.text(secret))).contains(secret);
        assertThat(passwords.secretOf(" gezd gnbv gy3t qojq gezd gnbv gy3t qojq ==="))
                .contains(SECRET);
        assertThat(passwords.secretOf("GEZDGNBVGY3TQOJQ")).isEmpty();
        assertThat(passwords.secretOf("1".repeat(32))).isEmpty();
    }

    @Test
    void secrets_have_160_bits_and_differ() {
        assertThat(passwords.newSecret()).hasSize(20).isNotEqualTo(passwords.newSecret());
    }
}
