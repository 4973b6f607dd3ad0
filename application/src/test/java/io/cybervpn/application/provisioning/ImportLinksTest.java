package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R126: the ways into apps. */
class ImportLinksTest {
    @Test
    void each_app_opens_by_a_scheme_that_is_known_and_has_the_link_in_it() {
        List<ImportLinks.ImportLink> all =
                ImportLinks.of("https://vpn.example.test/sub/abc", "My \"VPN\" & co");

        assertThat(all)
                .extracting(ImportLinks.ImportLink::app)
                .contains("Hiddify", "v2rayNG", "Clash", "sing-box", "Streisand", "Happ")
                .contains("Shadowrocket", "Outline");
        assertThat(all)
                .allSatisfy(
                        link ->
                                assertThat(URI.create(link.url()).getScheme())
                                        .isIn(ImportLinks.SCHEMES));
        assertThat(all.getFirst().url())
                .isEqualTo(
                        "hiddify://import/https://vpn.example.test/sub/abc#My%20%22VPN%22%20%26%20co");
        assertThat(all.getLast().url())
                .startsWith("ssconf://vpn.example.test/sub/abc?format=outline#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc", "", "clash"})
    void nothing_else_is_ever_built(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportLinks.ImportLink("x", List.of(), url));
    }
}
