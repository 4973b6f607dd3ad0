package io.cybervpn.domain.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where staff may send the shop's calls, and where not. */
class PanelAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://panel.example",
                "https://panel.example:2053/secret-path",
                "https://203.0.113.7",
                "http://127.0.0.1:3010",
                "http://10.0.3.4:3000",
                "http://remnawave:3000",
                "http://panel.internal"
            })
    void a_panel_on_the_net_or_in_the_private_network_may_be_called(String text) {
        assertThat(PanelAddress.read(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "panel.example",
                "http://panel.example",
                "http://203.0.113.7",
                "ftp://panel.example",
                "file:///etc/passwd",
                "https://user:pass@panel.example",
                "https://panel.example?x=1",
                "https://panel.example#x",
                "https://panel.example/../admin",
                "https://169.254.169.254/latest/meta-data",
                "http://169.254.169.254",
                "https://0.0.0.0",
                "https://224.0.0.1",
                "https://2130706433",
                "https://0x7f000001",
                "https://127.1",
                "https://[::1]",
                "https://metadata.google.internal",
                "http://metadata",
                "https://100.100.100.200",
                "https://panel.example:0"
            })
    void anything_else_is_refused(String text) {
        assertThat(PanelAddress.read(text)).isEmpty();
    }
}
