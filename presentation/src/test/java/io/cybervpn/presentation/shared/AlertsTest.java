package io.cybervpn.presentation.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** R297-R303: an alert on a metric that nobody serves never rings. */
@QuarkusTest
class AlertsTest {
    private static final Path ALERTS = Path.of("..", "infra", "prometheus", "alerts.yml");
    private static final Pattern METRIC = Pattern.compile("cybervpn_[a-z_]+");

    @Test
    void every_alert_is_on_a_metric_that_is_served_from_the_start() throws IOException {
        List<String> expressions =
                Files.readAllLines(ALERTS).stream()
                        .filter(line -> line.strip().startsWith("expr:"))
                        .toList();
        Set<String> wanted = metrics(String.join("\n", expressions));

        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(metrics(given().get("/q/metrics").asString())).containsAll(wanted);
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
