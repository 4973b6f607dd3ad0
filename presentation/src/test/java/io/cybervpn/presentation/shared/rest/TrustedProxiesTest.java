package io.cybervpn.presentation.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R245: the client's address is what our own proxies heard, never what he says. */
class TrustedProxiesTest {
    private final TrustedProxies proxies =
            new TrustedProxies(Optional.of(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8")));

    @Test
    void a_stranger_says_nothing_about_himself() {
        assertThat(proxies.client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(new TrustedProxies(Optional.empty()).client("10.1.1.1", List.of("1.2.3.4")))
                .isEqualTo("10.1.1.1");
    }

    @Test
    void the_chain_is_walked_from_the_right_to_the_first_stranger() {
        assertThat(proxies.client("10.1.1.1", List.of("6.6.6.6, 203.0.113.9, 192.0.2.7")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.1.1.1", List.of("6.6.6.6", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("fd00::1", List.of("[2001:db8::5]:443"))).contains("2001:db8");
        assertThat(proxies.client("10.1.1.1", List.of("203.0.113.9:5555")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.1.1.1", List.of())).isEqualTo("10.1.1.1");
    }

    @Test
    void what_is_no_address_ends_the_walk() {
        assertThat(proxies.client("10.1.1.1", List.of("1.2.3.4, unknown, 10.2.2.2")))
                .isEqualTo("10.2.2.2");
        assertThat(proxies.client("10.1.1.1", List.of("example.com"))).isEqualTo("10.1.1.1");
    }

    @Test
    void what_is_no_network_is_refused_at_start() {
        for (String bad : List.of("10.0.0.0/33", "proxy", "10.0.0.0/-1", "10.0.0.0/x")) {
            assertThatThrownBy(() -> new TrustedProxies(Optional.of(List.of(bad))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
