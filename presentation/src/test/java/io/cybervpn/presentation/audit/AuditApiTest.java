package io.cybervpn.presentation.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.presentation.identity.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R240: staff read, export and prove the trail. */
@QuarkusTest
class AuditApiTest {
    private static final String PATH = "/api/v1/admin/audit";

    @Inject AuditTrail trail;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    private final String object = UUID.randomUUID().toString();
    private String token = "";

    @BeforeEach
    void log_in() {
        token = Logins.admin();
    }

    @Test
    void the_feed_goes_on_by_its_cursor_and_knows_its_filters() {
        for (String action : new String[] {"test.one", "test.two", "test.three"}) {
            write(action);
        }
        String cursor =
                mine().queryParam("limit", 2)
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .body("items.action", equalTo(java.util.List.of("test.three", "test.two")))
                        .body("items.actorKind", everyItem(equalTo("system")))
                        .extract()
                        .path("nextCursor");
        mine().queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get(PATH)
                .then()
                .body("items.action", equalTo(java.util.List.of("test.one")))
                .body("nextCursor", nullValue());
        mine().queryParam("action", "test.t").get(PATH).then().body("items.size()", equalTo(0));
        mine().queryParam("from", "2000-01-01T00:00:00Z")
                .queryParam("to", "2000-01-02T00:00:00Z")
                .get(PATH)
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void an_export_is_a_line_for_each_row() {
        for (int i = 0; i < 3; i++) {
            write("test.line");
        }
        String lines = mine().get(PATH + "/export").then().statusCode(200).extract().asString();
        assertThat(lines.strip().lines()).hasSize(3).allMatch(line -> line.contains("test.line"));
    }

    @Test
    void bad_input_and_others_are_refused() {
        staff().queryParam("from", "yesterday").get(PATH).then().statusCode(400);
        staff().queryParam("cursor", "x").get(PATH).then().statusCode(400);
        staff().queryParam("limit", 201).get(PATH).then().statusCode(400);
        for (String path : new String[] {"", "/export", "/proof"}) {
            given().get(PATH + path).then().statusCode(401);
            given().auth().oauth2(Logins.newCustomer()).get(PATH + path).then().statusCode(403);
        }
    }

    @Test
    void a_row_that_the_databases_owner_changed_is_named() {
        write("test.changed");
        write("test.later");
        staff().post(PATH + "/head").then().statusCode(200).body("position", greaterThan(1));
        int position =
                mine().queryParam("action", "test.changed").get(PATH).path("items[0].position");
        staff().get(PATH + "/proof").then().statusCode(200).body("whole", equalTo(true));
        Forger.change(pool, object, "test.changed", "test.forged");
        try {
            staff().get(PATH + "/proof")
                    .then()
                    .statusCode(200)
                    .body("whole", equalTo(false))
                    .body("brokenPosition", equalTo(position))
                    .body("flaw", equalTo("row_changed"));
        } finally {
            Forger.change(pool, object, "test.forged", "test.changed");
        }
        staff().get(PATH + "/proof").then().body("whole", equalTo(true));
    }

    private void write(String action) {
        Entry entry = Entry.of(new Actor.System(), action, "test", object);
        unitOfWork.run(() -> trail.append(entry)).await().indefinitely();
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(token);
    }

    private RequestSpecification mine() {
        return staff().queryParam("objectType", "test").queryParam("objectId", object);
    }
}
