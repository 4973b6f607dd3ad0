package io.cybervpn.presentation.server;

import static io.restassured.RestAssured.given;

import io.cybervpn.application.server.CheckServers;
import io.cybervpn.application.server.SyncServers;
import io.cybervpn.presentation.shared.ShopWorld;
import io.cybervpn.sandbox.SandboxSettings;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Nodes of the shop's panel, each test's own, and what the shop makes of them. */
@Singleton
class NodesOfTheShop {
    @Inject SyncServers sync;
    @Inject CheckServers check;
    @Inject Pool pool;

    /** A connected node that the squad Basic leads to. */
    String add(String name) {
        JsonPath nodes = panel().get("/api/nodes").jsonPath();
        String basic =
                panel().get("/api/internal-squads")
                        .jsonPath()
                        .getString(
                                "response.internalSquads.find { it.name == 'Basic' }"
                                        + ".inbounds[0].uuid");
        String profile = nodes.getString("response[0].configProfile.activeConfigProfileUuid");
        JsonObject body =
                new JsonObject()
                        .put("name", name)
                        .put("address", name + ".sandbox.invalid")
                        .put("port", 2999)
                        .put("countryCode", "FI")
                        .put(
                                "configProfile",
                                new JsonObject()
                                        .put("activeConfigProfileUuid", profile)
                                        .put("activeInbounds", new JsonArray().add(basic)));
        String ref =
                panel().contentType("application/json")
                        .body(body.encode())
                        .post("/api/nodes")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("response.uuid");
        set(name, new JsonObject().put("isConnected", true));
        return ref;
    }

    void set(String name, JsonObject state) {
        ShopWorld.sandbox().panel().node(name, state).orElseThrow();
    }

    void remove(String ref) {
        panel().delete("/api/nodes/" + ref).then().statusCode(204);
    }

    SyncServers.Result synced() {
        return sync.execute().await().indefinitely();
    }

    /** A look that counts, however soon it comes after another. */
    void checked() {
        pool.query("update server set looked_at = looked_at - interval '1 hour'")
                .execute()
                .await()
                .indefinitely();
        check.execute(CheckServers.Command.STANDARD).await().indefinitely();
    }

    String idOf(String ref) {
        return find(ref).orElseThrow();
    }

    Optional<String> find(String ref) {
        var rows =
                pool.preparedQuery("select id::text from server where node_ref = $1")
                        .execute(Tuple.of(ref))
                        .await()
                        .indefinitely();
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString(0));
    }

    private static RequestSpecification panel() {
        return given().baseUri("http://127.0.0.1")
                .port(ShopWorld.sandbox().panelUrl().getPort())
                .auth()
                .oauth2(SandboxSettings.PANEL_TOKEN)
                .header("X-Forwarded-For", "127.0.0.1")
                .header("X-Forwarded-Proto", "https");
    }
}
