package io.cybervpn.application.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.ApiKeyId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyTokenTest {
    private final KeyToken token =
            new KeyToken(new ApiKeyId(UUID.randomUUID()), "A-_z".repeat(10) + "abc");

    @Test
    void it_reads_what_it_writes() {
        assertThat(token.text()).startsWith("cvk_").hasSize(4 + 32 + 1 + 43 + 8);
        assertThat(KeyToken.parse(token.text())).contains(token);
    }

    @Test
    void no_changed_or_missing_character_goes_unseen() {
        String text = token.text();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == 'b' ? 'c' : 'b';
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(KeyToken.parse(changed)).as(changed).isEmpty();
            assertThat(KeyToken.parse(text.substring(0, at))).isEmpty();
        }
        assertThat(KeyToken.parse(text + "0")).isEmpty();
        assertThat(KeyToken.parse(text + "\n")).isEmpty();
        assertThat(KeyToken.parse("cvk_nobody-made-this-key")).isEmpty();
    }

    @Test
    void its_secret_is_in_no_log() {
        assertThat(token.toString()).doesNotContain(token.secret());
    }
}
