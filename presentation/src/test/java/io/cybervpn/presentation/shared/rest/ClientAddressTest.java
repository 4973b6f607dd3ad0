package io.cybervpn.presentation.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
    @Test
    void all_addresses_of_one_network_are_one_client() {
        assertThat(ClientAddress.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(ClientAddress.network("2001:db8:1:2::2"))
                .isNotEqualTo(ClientAddress.network("2001:db8:1:3::2"));
        assertThat(ClientAddress.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(ClientAddress.network("not an address")).isEqualTo("not an address");
    }
}
