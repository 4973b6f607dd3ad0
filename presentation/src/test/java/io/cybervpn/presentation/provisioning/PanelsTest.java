package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.sandbox.SandboxSettings;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R112, R127: staff add a second panel while the shop runs. */
@QuarkusTest
class PanelsTest extends SecondPanel {
    @Test
    void a_new_panel_is_off_and_the_configured_one_is_always_there() {
        shown().body("state", equalTo("off"))
                .body("ready", equalTo(false))
                .body("secrets.name", contains("headers", "token", "webhook_secret"))
                .body("secrets.set", not(hasItem(true)));
        asAdmin()
                .get(PANELS)
                .then()
                .statusCode(200)
                .body("items.id", hasItems(PanelId.CONFIGURED.value().toString(), id))
                .body("items[0].ready", equalTo(true))
                .body("items[0].health.circuit", equalTo("closed"));
    }

    @Test
    void its_secret_is_tried_before_it_takes_anybody_and_is_never_given_back() {
        check().body("works", equalTo(false));
        token("not-the-token-of-this-panel").statusCode(204);
        check().body("works", equalTo(false));
        token(SandboxSettings.PANEL_TOKEN).statusCode(204);

        check().body("works", equalTo(true))
                .body("version", equalTo("2.8"))
                .body("serverGroups", hasItem(GROUP))
                .body("missing", equalTo(List.of()));
        String body = shown().body("ready", equalTo(true)).extract().asString();
        assertThat(body).doesNotContain(SandboxSettings.PANEL_TOKEN);
        String stored =
                pool.preparedQuery(
                                "select string_agg(sealed, ' ') as all from panel_secret where panel_id = $1")
                        .execute(Tuple.of(UUID.fromString(id)))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getString("all");
        assertThat(stored).startsWith("box1.").doesNotContain(SandboxSettings.PANEL_TOKEN);
    }

    @Test
    void what_cannot_be_so_is_refused_and_changes_nothing() {
        edit(Map.of("url", "http://169.254.169.254")).statusCode(400);
        edit(Map.of("weight", 0)).statusCode(400);
        edit(Map.of("state", "asleep")).statusCode(400);
        edit(Map.of("groups", Map.of(GROUP, "1,2"))).statusCode(400);
        edit(Map.of("name", "configured")).statusCode(409).body("code", equalTo("name_taken"));
        edit(Map.of("weight", 5, "version", 77))
                .statusCode(412)
                .body("params.currentVersion", equalTo("1"));
        token("two words").statusCode(400);
        asStaff()
                .body(Map.of("value", "x"))
                .put(PANELS + id + "/secrets/other")
                .then()
                .statusCode(404);
        asAdmin().body(Map.of("version", 1)).patch(PANELS + id).then().statusCode(400);
        asStaff()
                .body(Map.of("url", "https://panel.example", "version", 1))
                .patch(PANELS + PanelId.CONFIGURED.value())
                .then()
                .statusCode(400);

        shown().body("version", equalTo(1)).body("weight", equalTo(1_000));
    }

    @Test
    void another_address_takes_its_secrets_away() {
        token(SandboxSettings.PANEL_TOKEN).statusCode(204);
        shown().body("ready", equalTo(true));

        edit(Map.of("url", "https://elsewhere.example")).statusCode(200);

        shown().body("ready", equalTo(false)).body("secrets.set", not(hasItem(true)));
    }
}
