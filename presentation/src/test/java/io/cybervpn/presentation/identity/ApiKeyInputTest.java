package io.cybervpn.presentation.identity;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import io.cybervpn.presentation.identity.StaffMembers.Member;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no API key is refused, and everything that is wrong is named. */
@QuarkusTest
class ApiKeyInputTest {
    private static final String KEYS = "/api/v1/admin/api-keys";

    @Inject StaffMembers staff;

    private Member root;

    @BeforeEach
    void hire() {
        root = staff.withRole("super_admin");
    }

    private static ValidatableResponse create(Member by, Map<String, Object> body) {
        return by.asks().body(body).post(KEYS).then();
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        create(
                        root,
                        Map.of(
                                "name", " ",
                                "scopes", List.of("users:fly"),
                                "networks", List.of("192.0.2.1/24", "10.0.0.0/8", "example.org")))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/name", "/scopes/0", "/networks/0", "/networks/2"));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"name\": \"n\"}, /scopes",
        "{\"scopes\": [\"users:read\"]}, /name",
        "{\"name\": \"n\"; \"scopes\": [\"users:read\"]; \"expiresAt\": \"2020-01-01T00:00:00Z\"}, /expiresAt",
        "{\"name\": \"n\"; \"scopes\": [\"users:read\"]; \"expiresAt\": \"soon\"}, /expiresAt",
        "{\"name\": \"n\"; \"scopes\": [\"users:read\"]; \"secret\": \"mine\"}, /secret",
    })
    void what_makes_no_sense_is_refused_by_field(String body, String pointer) {
        root.asks()
                .body(body.replace(';', ','))
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }
}
