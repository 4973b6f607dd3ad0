package io.cybervpn.presentation.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cybervpn.application.server.KeepServerConfigs;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** R182: staff see how a server was configured, and when that changed. */
@QuarkusTest
class ServerConfigsTest extends ServerTestBase {
    @Inject KeepServerConfigs keep;

    private String path() {
        return ADMIN + "/" + id + "/config";
    }

    private int kept() {
        return keep.execute().await().indefinitely();
    }

    @AfterEach
    void forget() {
        pool.preparedQuery("delete from server_config where server_id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .await()
                .indefinitely();
    }

    @Test
    void each_change_is_shown_once_however_many_look_at_once() {
        staff().get(path()).then().statusCode(200).body("items", hasSize(0));
        assertThat(kept()).isPositive();
        assertThat(kept()).isZero();
        nodes.set(name, new JsonObject().put("address", "moved.sandbox.invalid"));
        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(this::kept))
                .toList()
                .forEach(CompletableFuture::join);

        staff().get(path())
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items[0].settings.address", equalTo("moved.sandbox.invalid"))
                .body("items[0].changes", contains("settings"))
                .body("items[1].changes", hasSize(0))
                .body("items[0].inbounds[0].fingerprint", notNullValue())
                .body("nextCursor", nullValue())
                .body(not(containsString("rivateKey")));
        String cursor = staff().get(path() + "?limit=1").then().extract().path("nextCursor");
        staff().get(path() + "?limit=1&cursor=" + cursor).then().body("items.version", contains(1));
    }

    @Test
    void a_silent_panel_changes_nothing() {
        assertThat(kept()).isPositive();
        ShopWorld.sandbox().panel().faults().add(Fault.of(Fault.Kind.ERROR, 503));
        assertThat(kept()).isZero();
        ShopWorld.sandbox().panel().faults().clear();
        staff().get(path()).then().body("items", hasSize(1));
    }

    @Test
    void who_may_not_see_it_does_not_and_what_is_no_question_gets_no_answer() {
        given().auth().oauth2(customer().token()).get(path()).then().statusCode(403);
        given().get(path()).then().statusCode(401);
        staff().get(ADMIN + "/" + UUID.randomUUID() + "/config").then().statusCode(404);
        staff().get(path() + "?cursor=x").then().statusCode(400);
        staff().get(path() + "?limit=0").then().statusCode(400);
    }
}
