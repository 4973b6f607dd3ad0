package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org",
        "'  Anna@Example.ORG ', anna@example.org",
        "a.b+tag@mail.example.org, a.b+tag@mail.example.org",
        "анна@пример.рф, анна@xn--e1afmkfd.xn--p1ai",
        "ANNA@XN--E1AFMKFD.XN--P1AI, anna@xn--e1afmkfd.xn--p1ai",
    })
    void spellings_of_one_mailbox_are_one(String typed, String canonical) {
        assertThat(Email.parse(typed)).map(Email::value).contains(canonical);
    }

    @Test
    void composed_and_decomposed_letters_are_one() {
        assertThat(Email.parse("re\u0301my@example.org"))
                .isEqualTo(Email.parse("r\u00e9my@example.org"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "anna",
                "anna@",
                "@example.org",
                "anna@example",
                "anna@-a.org",
                "an na@example.org",
                "anna@exa mple.org",
                "a@b@example.org",
                "anna@example..org",
                ".anna@example.org",
                "an..na@example.org",
                "anna@example.o",
                "anna@192.0.2.1",
                "anna\n@example.org",
                "<anna@example.org>",
                "anna@example.org,b@example.org"
            })
    void what_is_no_address_is_refused(String typed) {
        assertThat(Email.parse(typed)).isEmpty();
    }

    @Test
    void lengths_have_a_limit() {
        assertThat(Email.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(Email.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(Email.parse("a@" + "b".repeat(60).concat(".").repeat(5) + "org")).isEmpty();
    }

    @Test
    void only_the_canonical_form_is_a_value() {
        assertThatThrownBy(() -> new Email("Anna@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void reading_never_fails_and_is_idempotent(@ForAll String typed) {
        Optional<Email> once = Email.parse(typed);
        assertThat(once.flatMap(email -> Email.parse(email.value()))).isEqualTo(once);
    }
}
