package io.cybervpn.infrastructure.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R222: secrets at rest are encrypted, with key ids, and keys can be changed. */
class AesSecretBoxTest {
    private static final String OLD = "k1:" + "0a".repeat(32);
    private static final String NEW = "k2:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final byte[] SECRET = "JBSWY3DPEHPK3PXP".getBytes(StandardCharsets.UTF_8);

    private final AesSecretBox box = box(OLD);

    @Test
    void what_is_sealed_opens_again_and_never_looks_alike() {
        String sealed = box.seal(SECRET, "totp:7");

        assertThat(box.open(sealed, "totp:7")).isEqualTo(SECRET);
        assertThat(sealed).startsWith("box1.k1.").doesNotContain("JBSWY3DPEHPK3PXP");
        assertThat(box.seal(SECRET, "totp:7")).isNotEqualTo(sealed);
        assertThat(box.open(box.seal(new byte[0], "x"), "x")).isEmpty();
    }

    @Test
    void it_opens_for_no_other_purpose_and_not_when_it_was_changed() {
        String sealed = box.seal(SECRET, "totp:7");
        char last = sealed.charAt(sealed.length() - 3);
        String changed =
                sealed.substring(0, sealed.length() - 3)
                        + (last == 'A' ? 'B' : 'A')
                        + sealed.substring(sealed.length() - 2);

        assertThatThrownBy(() -> box.open(sealed, "totp:8"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open(changed, "totp:7"))
                .isInstanceOf(IllegalStateException.class);
        for (String broken : List.of("", "plain", "box1.k1.", "box1.k1.AAAA", "box1.k1.A")) {
            assertThatThrownBy(() -> box.open(broken, "totp:7"))
                    .as(broken)
                    .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
        }
    }

    @Test
    void a_new_key_seals_and_the_old_one_opens_until_it_is_taken_away() {
        String sealed = box.seal(SECRET, "totp:7");
        AesSecretBox rotated = box(NEW, OLD);

        assertThat(rotated.isCurrent(sealed)).isFalse();
        String anew = rotated.seal(rotated.open(sealed, "totp:7"), "totp:7");

        assertThat(rotated.isCurrent(anew)).isTrue();
        assertThat(box(NEW).open(anew, "totp:7")).isEqualTo(SECRET);
        assertThatThrownBy(() -> box(NEW).open(sealed, "totp:7"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks the key k1");
    }

    @Test
    void bad_keys_are_refused_without_being_told() {
        for (String bad :
                List.of("k1", "k1:short", "k 1:" + "0a".repeat(32), ":" + "0a".repeat(32))) {
            assertThatThrownBy(() -> box(bad))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cybervpn.secrets.keys")
                    .hasMessageNotContaining("0a0a");
        }
        assertThatThrownBy(() -> box(OLD, OLD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box().seal(SECRET, "x")).hasMessageContaining("is not set");
    }

    private static AesSecretBox box(String... keys) {
        return new AesSecretBox(() -> Optional.of(List.of(keys)));
    }
}
