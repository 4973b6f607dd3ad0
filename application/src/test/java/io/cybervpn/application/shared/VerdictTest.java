package io.cybervpn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.WebhookSource.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By which secret a push is believed. */
class VerdictTest {
    private final List<String> asked = new ArrayList<>();

    private Verdict by(Optional<String> secret, Optional<String> former, String signed) {
        return Verdict.by(
                secret,
                () -> {
                    asked.add("former");
                    return former;
                },
                one ->
                        one.equals(signed)
                                ? new Verdict.Genuine("key")
                                : new Verdict.Refused("not by " + one));
    }

    @Test
    void the_one_that_holds_goes_first_and_the_former_is_not_even_opened() {
        assertThat(by(Optional.of("new"), Optional.of("old"), "new"))
                .isEqualTo(new Verdict.Genuine("key", false));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_push_by_the_former_one_is_believed_and_says_so() {
        assertThat(by(Optional.of("new"), Optional.of("old"), "old"))
                .isEqualTo(new Verdict.Genuine("key", true));
    }

    @Test
    void a_push_by_neither_is_refused_for_what_the_one_that_holds_says() {
        assertThat(by(Optional.of("new"), Optional.of("old"), "forged"))
                .isEqualTo(new Verdict.Refused("not by new"));
        assertThat(by(Optional.of("new"), Optional.empty(), "old"))
                .isEqualTo(new Verdict.Refused("not by new"));
    }

    @Test
    void without_one_that_holds_nothing_is_believed_not_even_by_a_former_one() {
        assertThat(by(Optional.empty(), Optional.of("old"), "old"))
                .isEqualTo(new Verdict.NotConfigured());
    }
}
