package io.cybervpn.infrastructure.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ASVS 12.3.1 and 12.3.3: what leaves the network of the shop is encrypted. */
class ConnectionRulesTest {
    private final Map<String, String> settings = new HashMap<>();

    private List<Finding> check() {
        return ConnectionRules.check(new Settings(name -> Optional.ofNullable(settings.get(name))));
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.reactive.url,postgresql://db.example.com:5432/shop",
        "quarkus.datasource.jdbc.url,jdbc:postgresql://db.example.com/shop",
        "quarkus.datasource.jdbc.url,jdbc:postgresql://203.0.113.5/shop?sslmode=prefer",
        "quarkus.redis.hosts,redis://:secret@valkey.example.com:6379",
        "quarkus.redis.hosts,redis://[2001:db8::1]:6379",
        "quarkus.mailer.host,smtp.example.com"
    })
    void a_plain_connection_to_far_away_stops_the_start_unless_it_is_allowed(
            String name, String value) {
        settings.put(name, value);
        assertThat(check())
                .extracting(Finding::weight)
                .contains(Finding.Weight.FATAL)
                .allMatch(weight -> weight != Finding.Weight.FAILURE);
        assertThat(check()).allMatch(finding -> !finding.text().contains("secret@"));
        settings.put("cybervpn.connections.plain-allowed", "true");
        assertThat(check()).extracting(Finding::weight).containsOnly(Finding.Weight.ADVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.datasource.reactive.url,postgresql://localhost:5432/shop",
        "quarkus.datasource.reactive.url,postgresql://postgres:5432/shop",
        "quarkus.datasource.jdbc.url,jdbc:postgresql://10.0.0.7/shop",
        "quarkus.datasource.jdbc.url,jdbc:postgresql://db.example.com/shop?sslmode=verify-full",
        "quarkus.redis.hosts,redis://valkey:6379/0",
        "quarkus.redis.hosts,rediss://:secret@valkey.example.com:6380",
        "quarkus.redis.hosts,redis://[fd00::1]:6379",
        "quarkus.mailer.host,mail.internal"
    })
    void one_in_the_own_network_or_an_encrypted_one_is_well(String name, String value) {
        settings.put(name, value);
        assertThat(check()).isEmpty();
    }

    @Test
    void a_proxy_that_is_not_named_is_asked_for() {
        settings.put("cybervpn.public-url", "https://shop.test");
        assertThat(check()).extracting(Finding::weight).containsOnly(Finding.Weight.ADVICE);
        settings.put("cybervpn.http.trusted-proxies", "10.0.0.0/8");
        assertThat(check()).isEmpty();
    }

    @Test
    void encryption_may_be_switched_on_beside_the_address() {
        settings.put("quarkus.datasource.reactive.url", "postgresql://db.example.com/shop");
        settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        settings.put("quarkus.mailer.host", "smtp.example.com");
        settings.put("quarkus.mailer.start-tls", "REQUIRED");
        assertThat(check()).isEmpty();
    }
}
