package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SshKeyTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJH6vQnVwkbYB0LKUYfVHyFIpvl1IJOuMkGVyT0xJwDl";

    @Test
    void a_key_is_kept_without_its_comment() {
        assertThat(SshKey.parse(KEY + " ivan@laptop\n")).contains(new SshKey(KEY));
        assertThat(SshKey.parse(KEY)).contains(new SshKey(KEY));
    }

    @Test
    void what_is_no_single_public_key_is_none() {
        for (String text :
                List.of(
                        "",
                        "ssh-ed25519",
                        KEY + "\n" + KEY,
                        "command=\"id\" " + KEY,
                        "ssh-dss " + KEY.substring(12),
                        "ssh-rsa " + KEY.substring(12),
                        "ssh-ed25519 AAAA",
                        "ssh-ed25519 %%%%",
                        "-----BEGIN OPENSSH PRIVATE KEY-----",
                        KEY + "A".repeat(8_000))) {
            assertThat(SshKey.parse(text)).as(text).isEmpty();
        }
    }
}
