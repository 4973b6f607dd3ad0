package io.cybervpn.presentation.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The published contract is a file that clients are generated from (R3, R7, R292). It changes on
 * purpose: {@code ./mvnw verify -Dopenapi.update=true} writes it anew, and the difference is
 * reviewed.
 */
@QuarkusTest
class OpenApiTest {
    private static final Path PUBLISHED = Path.of("..", "docs", "openapi.yaml");

    @Test
    void the_published_contract_is_what_the_shop_serves() throws IOException {
        String served =
                given().get("/q/openapi?format=yaml").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(PUBLISHED, served);
        }

        assertThat(Files.readString(PUBLISHED))
                .as("docs/openapi.yaml; see -Dopenapi.update=true")
                .isEqualTo(served);
    }

    @Test
    void every_operation_has_an_id_and_one_tag_and_every_schema_a_name() throws IOException {
        JsonNode api =
                new ObjectMapper()
                        .readTree(
                                given().get("/q/openapi?format=json").then().extract().asString());

        List<JsonNode> operations =
                StreamSupport.stream(api.get("paths").spliterator(), false)
                        .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
                        .filter(operation -> operation.has("responses"))
                        .toList();
        assertThat(operations).hasSizeGreaterThan(25);
        assertThat(operations).allMatch(operation -> operation.hasNonNull("operationId"));
        assertThat(operations)
                .extracting(operation -> operation.get("operationId").asText())
                .doesNotHaveDuplicates();
        assertThat(operations).allMatch(operation -> operation.path("tags").size() == 1);
        assertThat(api.toString()).doesNotContain("\"oneOf\"").doesNotContain("deepObject");
    }
}
