package io.cybervpn.domain.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.PasskeyId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasskeyTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private static Passkey counting(long value) {
        return new Passkey(
                new PasskeyId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                new Passkey.Credential("id", "key"),
                new Passkey.Counter(value, true, false),
                "Phone",
                NOW,
                Optional.empty());
    }

    @Test
    void a_counter_must_grow_unless_the_authenticator_does_not_count() {
        assertThat(counting(0).use(0, false, NOW)).isInstanceOf(Passkey.Use.Good.class);
        assertThat(counting(0).use(1, false, NOW)).isInstanceOf(Passkey.Use.Good.class);
        assertThat(counting(5).use(6, false, NOW)).isInstanceOf(Passkey.Use.Good.class);
        assertThat(counting(5).use(5, false, NOW)).isEqualTo(new Passkey.Use.Copied());
        assertThat(counting(5).use(4, false, NOW)).isEqualTo(new Passkey.Use.Copied());
        assertThat(counting(5).use(0, false, NOW)).isEqualTo(new Passkey.Use.Copied());
    }

    @Test
    void a_use_is_remembered_with_what_it_said() {
        Passkey used = ((Passkey.Use.Good) counting(1).use(2, true, NOW)).used();
        assertThat(used.counter()).isEqualTo(new Passkey.Counter(2, true, true));
        assertThat(used.lastUsedAt()).contains(NOW);
    }

    @Test
    void a_name_is_one_line_of_up_to_64_characters() {
        assertThat(Passkey.isName("Телефон")).isTrue();
        assertThat(Passkey.isName("x".repeat(64))).isTrue();
        assertThat(Passkey.isName("x".repeat(65))).isFalse();
        assertThat(Passkey.isName("  ")).isFalse();
        assertThat(Passkey.isName("a\nb")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> counting(0).named(""));
    }
}
