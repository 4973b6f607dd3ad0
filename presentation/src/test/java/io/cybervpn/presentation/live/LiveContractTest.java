package io.cybervpn.presentation.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/asyncapi.json and docs/live.md say of messages is what the shop says and hears. */
@QuarkusTest
class LiveContractTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("`([a-z_.]+)`");

    @TestHTTPResource URI shop;

    @Test
    void examples_of_the_document_are_messages() throws IOException {
        Schemas schemas = new Schemas();
        List<String> examples =
                EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "live.md")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(examples).hasSize(7);
        for (String example : examples) {
            JsonNode message = new ObjectMapper().readTree(example);
            schemas.hold(Schemas.nameOf(message), message);
        }
    }

    /** Of both documents, and no more in the one than in the other. */
    @Test
    void each_type_of_the_document_has_its_data_described() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("..", "docs", "live.md")).stream()
                        .dropWhile(line -> !line.equals("## Types"))
                        .takeWhile(line -> !line.equals("## Staying"))
                        .filter(line -> line.startsWith("| ") && line.contains("`"))
                        .toList();
        Set<String> told =
                rows.stream()
                        .flatMap(row -> NAME.matcher(row.split("\\|")[2]).results())
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        Set<String> described = new HashSet<>();
        new Schemas().dataTypes().fieldNames().forEachRemaining(described::add);
        assertThat(told).isEqualTo(described);
    }

    @Test
    void commands_of_the_document_are_understood_and_what_the_shop_says_is_described()
            throws IOException {
        Schemas schemas = new Schemas();
        String token = Logins.newCustomer();
        try (LiveClient client = new LiveClient.Wish(shop, "notifications").bearer(token).open()) {
            JsonNode connected = client.next("connected");
            schemas.hold("News", connected);
            schemas.hold("Connected", connected.path("data"));
            client.say("{\"type\":\"subscribe\",\"id\":\"c1\",\"topics\":[\"user\"],\"since\":5}");
            schemas.hold("Ack", client.next("ack"));
            JsonNode reset = client.next("reset");
            schemas.hold("News", reset);
            schemas.hold("Reset", reset.path("data"));
            client.say("{\"type\":\"unsubscribe\",\"id\":\"c2\",\"topics\":[\"user\"]}");
            schemas.hold("Ack", client.next("ack"));
            client.say("{\"type\":\"auth\",\"id\":\"c3\",\"token\":\"" + token + "\"}");
            JsonNode renewed = client.next("ack");
            schemas.hold("Ack", renewed);
            assertThat(renewed.path("expiresAt").isTextual()).isTrue();
            client.say("{\"type\":\"subscribe\",\"id\":\"c4\",\"topics\":[\"servers\"]}");
            JsonNode error = client.next("error");
            schemas.hold("Error", error);
            assertThat(error.at("/problem/errors/0/pointer").asText()).isEqualTo("/topics");
        }
    }
}
