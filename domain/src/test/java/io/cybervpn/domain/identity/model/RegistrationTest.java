package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.RegistrationFlaw;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    @Test
    void a_sound_one_is_canonical() {
        assertThat(
                        Registration.check(
                                "Anna@example.org", "correct horse", "zh-hant-tw", _ -> false))
                .isEqualTo(
                        new Registration.Sound(
                                new Email("anna@example.org"),
                                new Password("correct horse"),
                                new LanguageTag("zh-Hant-TW")));
    }

    @Test
    void all_flaws_are_found_at_once() {
        assertThat(Registration.check("anna", "x".repeat(200), "_", _ -> false))
                .isEqualTo(
                        new Registration.Unsound(
                                Set.of(
                                        RegistrationFlaw.EMAIL_INVALID,
                                        RegistrationFlaw.PASSWORD_TOO_LONG,
                                        RegistrationFlaw.LOCALE_INVALID)));
    }

    @Test
    void a_tag_without_a_language_is_none() {
        assertThat(LanguageTag.parse("")).isEmpty();
        assertThat(LanguageTag.parse("und")).isEmpty();
        assertThat(LanguageTag.parse("x-klingon")).isEmpty();
        assertThat(LanguageTag.parse("en".concat("-abcdefgh".repeat(5)))).isEmpty();
    }
}
