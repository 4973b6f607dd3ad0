package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.RegistrationFlaw;
import org.junit.jupiter.api.Test;

class PasswordTest {
    @Test
    void eight_to_128_characters_of_any_script_may_be_chosen() {
        assertThat(new Password("1234567").flaw(_ -> false))
                .contains(RegistrationFlaw.PASSWORD_TOO_SHORT);
        assertThat(new Password("12345678").flaw(_ -> false)).isEmpty();
        assertThat(new Password("пароль12").flaw(_ -> false)).isEmpty();
        assertThat(new Password("        ").flaw(_ -> false)).isEmpty();
        assertThat(new Password("x".repeat(128)).flaw(_ -> false)).isEmpty();
        assertThat(new Password("x".repeat(129)).flaw(_ -> false))
                .contains(RegistrationFlaw.PASSWORD_TOO_LONG);
    }

    @Test
    void an_emoji_is_one_character() {
        assertThat(new Password("🦊".repeat(7)).flaw(_ -> false))
                .contains(RegistrationFlaw.PASSWORD_TOO_SHORT);
        assertThat(new Password("🦊".repeat(128)).flaw(_ -> false)).isEmpty();
    }

    @Test
    void the_same_password_from_another_keyboard_is_the_same() {
        assertThat(new Password("re\u0301my re\u0301my")).isEqualTo(new Password("rémy rémy"));
        assertThat(new Password("ｐａｓｓｗｏｒｄ")).isEqualTo(new Password("password"));
    }

    @Test
    void it_is_never_printed() {
        assertThat(new Password("correct horse")).asString().doesNotContain("horse");
    }
}
