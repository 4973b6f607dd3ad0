package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R110: which format a client reads; the names are those that real clients send. */
class ClientRulesTest {
    @ParameterizedTest
    @CsvSource({
        "v2rayNG/1.9.40, base64",
        "Happ/3.4.1, base64",
        "HiddifyNext/2.5.7, hiddify",
        "clash-verge/v2.0.3, clash",
        "ClashMeta/1.18.0, clash",
        "ClashX Meta/v1.4.0, clash",
        "mihomo/1.19.0, clash",
        "FlClash X/v0.3.0, clash",
        "Clash/1.9.0, classic",
        "ClashForAndroid/2.5.12, classic",
        "Stash/3.1.0 Clash/1.11.0, stash",
        "SFI/1.12.0 (Build 1; sing-box 1.12.0; language en), singbox",
        "sing-box 1.12.0, singbox",
        "Karing/1.0, singbox",
        "Streisand/1.6, base64",
        "v2raytun/ios, base64",
        "Shadowrocket/2070 CFNetwork/1410, base64"
    })
    void a_client_that_is_known_gets_what_it_reads(String client, String format) {
        assertThat(ClientRules.known(client)).map(ConfigFormat::code).contains(format);
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0",
        "TelegramBot (like TwitterBot)",
        "curl/8.5.0",
        "my clash",
        "''"
    })
    void all_others_are_not_known_and_read_base64(String client) {
        assertThat(ClientRules.known(client)).isEmpty();
        assertThat(ClientRules.formatOf(client)).isEqualTo(ConfigFormat.BASE64);
    }

    @Test
    void formats_have_the_names_that_people_give_them() {
        assertThat(ConfigFormat.find("mihomo")).contains(ConfigFormat.CLASH);
        assertThat(ConfigFormat.find("sing-box")).contains(ConfigFormat.SINGBOX);
        assertThat(ConfigFormat.find("xray")).contains(ConfigFormat.JSON);
        assertThat(ConfigFormat.find("ssconf")).contains(ConfigFormat.OUTLINE);
        assertThat(ConfigFormat.find("stash")).contains(ConfigFormat.STASH);
        assertThat(ConfigFormat.find("client")).isEmpty();
        assertThat(ConfigFormat.find("carrier-pigeon")).isEmpty();
    }
}
