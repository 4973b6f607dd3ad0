package io.cybervpn.presentation.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.audit.port.AuditLog;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R239, R240: a write of staff and its row in the trail are one. */
@QuarkusTest
class AuditedWritesTest {
    private static final String PRODUCTS = "/api/v1/admin/products";

    @Inject AuditLog log;

    private String token = "";

    @BeforeEach
    void log_in() {
        token = Logins.admin();
    }

    @Test
    void a_write_of_staff_is_on_the_trail_with_where_it_came_from_and_why() {
        String request = "audit-" + UUID.randomUUID();
        Response created =
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .header("X-Request-Id", request)
                        .header("X-Reason", "%D0%A0%D0%B0%D1%81%D0%BF%D1%80%D0%BE%D0%B4%D0%B0")
                        .body(product("p" + UUID.randomUUID().toString().substring(0, 8)))
                        .post(PRODUCTS);

        assertThat(created.statusCode()).isEqualTo(201);
        AuditRecord row = of(request).getFirst();
        assertThat(row.actor().kind()).isEqualTo("staff");
        assertThat(row.actor().id()).isPresent();
        assertThat(row.action()).isEqualTo("catalogue.create_product");
        assertThat(row.object().id()).isEqualTo(created.path("id"));
        assertThat(row.address()).contains("127.0.0.1");
        assertThat(row.reason()).contains("Распрода");
        assertThat(row.changes().fields()).containsKey("code");
    }

    @Test
    void a_write_that_is_refused_leaves_no_row() {
        String code = "p" + UUID.randomUUID().toString().substring(0, 8);
        String request = "audit-" + UUID.randomUUID();
        for (int expected : new int[] {201, 409}) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .header("X-Request-Id", request)
                    .body(product(code))
                    .post(PRODUCTS)
                    .then()
                    .statusCode(expected);
        }
        assertThat(of(request)).hasSize(1);
    }

    private List<AuditRecord> of(String request) {
        return all().stream()
                .map(ChainedRecord::row)
                .filter(row -> row.requestId().filter(request::equals).isPresent())
                .toList();
    }

    private List<ChainedRecord> all() {
        List<ChainedRecord> rows = new ArrayList<>();
        List<ChainedRecord> page = log.after(0, 500).await().indefinitely();
        while (!page.isEmpty()) {
            rows.addAll(page);
            page = log.after(page.getLast().link().position(), 500).await().indefinitely();
        }
        return rows;
    }

    private static Map<String, Object> product(String code) {
        return Map.of(
                "code",
                code,
                "nameI18n",
                Map.of("en", "Test"),
                "descriptionI18n",
                Map.of("en", "For a test"),
                "sortOrder",
                900);
    }
}
