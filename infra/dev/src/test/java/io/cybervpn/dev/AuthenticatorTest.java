package io.cybervpn.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B. */
class AuthenticatorTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "20000000000, 353130"})
    void passwords_are_those_of_the_standard(long second, String expected) {
        assertThat(Authenticator.ofText(SECRET).code(Instant.ofEpochSecond(second)))
                .isEqualTo(expected);
    }

    @Test
    void a_secret_is_typed_as_it_was_shown() {
        assertThat(Authenticator.ofText(SECRET).text()).isEqualTo(SECRET);
        String low = "00" + "7f".repeat(19);
        String shown = Authenticator.ofHex(low).text();
        assertThat(shown).hasSize(32).matches("[A-Z2-7]+");
        assertThat(Authenticator.ofText(shown).text()).isEqualTo(shown);
    }
}
