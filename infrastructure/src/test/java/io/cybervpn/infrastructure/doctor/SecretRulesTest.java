package io.cybervpn.infrastructure.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R221, R222: which secrets a shop in production does not start with. */
class SecretRulesTest {
    private static final String RANDOM = "0123456789abcdef".repeat(4);

    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "cybervpn.jwt.secret",
                            RANDOM,
                            "cybervpn.secrets.keys",
                            "k1:" + RANDOM,
                            "cybervpn.audit.keys",
                            "k1:" + RANDOM,
                            "cybervpn.admin.password",
                            "a long one of a test",
                            "quarkus.datasource.password",
                            RANDOM,
                            "cybervpn.panel.url",
                            "http://panel.test",
                            "cybervpn.panel.token",
                            "token",
                            "cybervpn.panel.webhook-secret",
                            RANDOM,
                            "cybervpn.web.origins",
                            "https://portal.test",
                            "cybervpn.public-url",
                            "https://shop.test"));

    SecretRulesTest() {
        settings.put("cybervpn.trials.keys", "k1:" + RANDOM);
    }

    @Test
    void strong_ones_start_a_shop() {
        assertThat(check()).isEmpty();
        ProductionGuard.refuseIfFatal(check());
    }

    @ParameterizedTest
    @CsvSource({
        "cybervpn.jwt.secret,",
        "cybervpn.jwt.secret,short",
        "cybervpn.jwt.secret,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "cybervpn.jwt.secrets,k2:short",
        "cybervpn.secrets.keys,",
        "cybervpn.secrets.keys,k1:short",
        "cybervpn.secrets.keys,k1:0000000000000000000000000000000000000000000000000000000000000000",
        "cybervpn.audit.keys,",
        "cybervpn.trials.keys,",
        "cybervpn.admin.password,admin",
        "cybervpn.admin.totp-secret,JBSWY3DP",
        "cybervpn.admin.totp-secret,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "cybervpn.staff.second-factor,optional",
        "cybervpn.ops.password,short",
        "quarkus.datasource.password,cybervpn",
        "cybervpn.panel.webhook-secret,only-31-characters-0123456789ab",
        "cybervpn.web.origins,*",
        "cybervpn.web.origins,https://*.test",
        "quarkus.http.cors.origins,/.*/"
    })
    void a_weak_one_does_not_and_is_named_but_not_told(String name, String value) {
        settings.put(name, Optional.ofNullable(value).orElse(""));

        assertThat(check()).extracting(Finding::weight).contains(Finding.Weight.FATAL);
        assertThatThrownBy(() -> ProductionGuard.refuseIfFatal(check()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_no_secret_with_it() {
        settings.put("cybervpn.jwt.secret", "hunter2");
        settings.put("cybervpn.admin.password", "hunter3");
        settings.remove("cybervpn.audit.keys");

        assertThatThrownBy(() -> ProductionGuard.refuseIfFatal(check()))
                .hasMessageContaining("jwt")
                .hasMessageContaining("admin.password")
                .hasMessageContaining("audit.keys")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void what_only_switches_something_off_is_no_reason_not_to_start() {
        settings.remove("cybervpn.panel.webhook-secret");
        settings.remove("cybervpn.panel.token");
        settings.put("cybervpn.cryptobot.token", "none");
        settings.put("cybervpn.stripe.secret-key", "none");
        settings.put("cybervpn.stars.webhook-secret", "short");
        settings.put("cybervpn.public-url", "http://shop.test");

        assertThat(check())
                .extracting(Finding::weight)
                .containsOnly(Finding.Weight.FAILURE, Finding.Weight.ADVICE);
        ProductionGuard.refuseIfFatal(check());
    }

    private List<Finding> check() {
        return SecretRules.check(new Settings(name -> Optional.ofNullable(settings.get(name))));
    }
}
