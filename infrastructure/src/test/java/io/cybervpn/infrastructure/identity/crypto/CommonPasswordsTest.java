package io.cybervpn.infrastructure.identity.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.identity.model.Password;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {
    private final CommonPasswords common = new CommonPasswords();

    @Test
    void what_everybody_takes_is_known_in_any_case_and_width() {
        assertThat(common.has(new Password("password"))).isTrue();
        assertThat(common.has(new Password("PassWord"))).isTrue();
        assertThat(common.has(new Password("ｐａｓｓｗｏｒｄ"))).isTrue();
        assertThat(common.has(new Password("qwertyuiop"))).isTrue();
        assertThat(common.has(new Password("CyberVPN"))).isTrue();
    }

    @Test
    void what_nobody_takes_is_not_known() {
        assertThat(common.has(new Password("correct horse battery"))).isFalse();
        assertThat(common.has(new Password("пароль с пробелами"))).isFalse();
        assertThat(common.has(new Password(""))).isFalse();
    }
}
