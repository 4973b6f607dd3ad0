package io.cybervpn.infrastructure.provisioning.pterodactyl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.VpnPanelContract;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelBusy;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.cybervpn.infrastructure.provisioning.PanelPulse;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.pterodactyl.Pterodactyl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R127: the contract against a Pterodactyl that speaks HTTP. Basic and Pro are eggs of one nest.
 */
@QuarkusTest
class PterodactylPanelTest extends VpnPanelContract {
    private static final String API = "/api/application";

    @Inject ObjectMapper json;
    @Inject Vertx vertx;
    private Pterodactyl pterodactyl;
    private PanelModule module;

    @BeforeEach
    void start_a_panel() {
        pterodactyl = new Pterodactyl(vertx, 0);
        pterodactyl.addStranger("stranger-1");
        pterodactyl.addStranger("stranger-2");
        Clock clock = Clock.systemUTC();
        module =
                new PterodactylModules(json, clock)
                        .connect(
                                new PanelConnection(
                                        PanelId.CONFIGURED,
                                        Optional.of(pterodactyl.url()),
                                        Map.of(PterodactylModules.TOKEN, Pterodactyl.KEY),
                                        Map.of(
                                                "Basic",
                                                "nest=1, egg=1, location=2",
                                                "Pro",
                                                "nest=1,egg=2,env.SERVER_JARFILE=bot.jar",
                                                "Lost",
                                                "nest=1,egg=99"),
                                        Duration.ofSeconds(2),
                                        Duration.ofMillis(500),
                                        1_000),
                                new PanelPulse(clock, (_, _) -> {}));
    }

    @AfterEach
    void stop_it() {
        module.close();
        pterodactyl.close();
    }

    @Override
    protected VpnPanel panel() {
        return module.panel();
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    private static Entitlement machine(int memoryMib, int databases, String... groups) {
        return new Entitlement(
                Limit.unlimited(),
                TrafficReset.NO_RESET,
                Limit.unlimited(),
                List.of(groups),
                new Resources.Machine(150, memoryMib, 10_240, databases, 2, 3));
    }

    @Override
    protected Entitlement small() {
        return machine(2_048, 1, "Basic");
    }

    @Override
    protected Set<Difference> unkept() {
        return Set.of(Difference.EXPIRY, Difference.TRAFFIC, Difference.RESET, Difference.DEVICES);
    }

    @Override
    protected Entitlement large() {
        return machine(8_192, 5, "Basic");
    }

    @Override
    protected void finishWork() {
        pterodactyl.finishInstalls();
    }

    private static String name(AccessId access) {
        return PanelUsername.of(access).text();
    }

    private JsonObject server(AccessId access) {
        return pterodactyl.serverOf(name(access)).orElseThrow();
    }

    @Override
    protected Optional<PanelState> state(AccessId access) {
        return pterodactyl.serverOf(name(access)).map(ServerStates::of);
    }

    @Override
    protected void down(boolean isDown) {
        pterodactyl.faults().clear();
        if (isDown) {
            pterodactyl.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        }
    }

    @Override
    protected void loseAnswerOfNextCreation() {
        loseAnswer("POST", API + "/servers");
    }

    private void loseAnswer(String method, String path) {
        pterodactyl.faults().add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on(method, path));
    }

    @Override
    protected void removeByHand(AccessId access) {
        pterodactyl.removeByHand(name(access));
    }

    @Override
    protected void switchOffByHand(AccessId access) {
        pterodactyl.meddle(name(access), new JsonObject().put("status", "suspended"));
    }

    private AccessSpec month(Entitlement entitlement) {
        return new AccessSpec(true, now().plus(Duration.ofDays(30)), entitlement);
    }

    private PanelUser bring(AccessId access, AccessSpec spec) {
        return panel().bring(access, spec).await().indefinitely();
    }

    private PanelUser installed(AccessId access, AccessSpec spec) {
        assertThatThrownBy(() -> bring(access, spec)).isInstanceOf(PanelBusy.class);
        pterodactyl.finishInstalls();
        return bring(access, spec);
    }

    @Test
    void a_server_that_is_being_installed_is_asked_for_again_and_made_once() {
        AccessId access = Wishes.access();

        for (int asked = 0; asked < 3; asked++) {
            assertThatThrownBy(() -> bring(access, month(small())))
                    .isInstanceOfSatisfying(
                            PanelBusy.class,
                            busy -> assertThat(busy.task()).isEqualTo("installing"));
        }

        assertThat(pterodactyl.serverCount()).isEqualTo(3);
        pterodactyl.finishInstalls();
        PanelUser user = bring(access, month(small()));
        assertThat(user.subscriptionUrl())
                .isEqualTo(pterodactyl.url() + "/server/" + server(access).getString("identifier"));
    }

    @Test
    void a_user_whose_creation_was_not_heard_of_owns_the_server_and_tells_nobodys_address() {
        AccessId access = Wishes.access();
        loseAnswer("POST", API + "/users");
        assertThatThrownBy(() -> bring(access, month(small())))
                .isInstanceOf(PanelUnavailable.class);

        installed(access, month(small()));

        JsonObject owner = pterodactyl.userOf(name(access)).orElseThrow();
        assertThat(server(access).getInteger("user")).isEqualTo(owner.getInteger("id"));
        assertThat(owner.getString("email")).endsWith("@cybervpn.invalid");
        assertThat(owner.getBoolean("root_admin")).isFalse();
    }

    @Test
    void what_staff_set_of_a_server_is_kept_when_its_size_changes() {
        AccessId access = Wishes.access();
        installed(access, month(small()));
        pterodactyl.meddle(
                name(access),
                new JsonObject()
                        .put("limits", server(access).getJsonObject("limits").put("swap", 512)));

        bring(access, month(large()));

        assertThat(server(access).getJsonObject("limits").getInteger("swap")).isEqualTo(512);
        assertThat(server(access).getJsonObject("limits").getInteger("memory")).isEqualTo(8_192);
    }

    @Test
    void a_change_that_was_only_said_to_be_made_is_made_later() {
        AccessId access = Wishes.access();
        installed(access, month(small()));
        pterodactyl.lie(1);
        assertThatThrownBy(() -> bring(access, month(large())))
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("RESOURCES");

        assertThat(bring(access, month(large())).ref()).isNotEmpty();
        assertThat(server(access).getJsonObject("limits").getInteger("memory")).isEqualTo(8_192);
    }

    @Test
    void a_server_does_not_become_one_of_another_group() {
        AccessId access = Wishes.access();
        installed(access, month(small()));

        assertThatThrownBy(() -> bring(access, month(machine(2_048, 1, "Pro"))))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("egg");
        assertThatThrownBy(() -> bring(access, month(machine(2_048, 1, "Basic", "Pro"))))
                .isInstanceOf(PanelRefused.class);
        assertThatThrownBy(() -> bring(Wishes.access(), month(machine(2_048, 1, "Lost"))))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("no egg 99");
        assertThatThrownBy(() -> bring(Wishes.access(), Wishes.spec(now().plusSeconds(60))))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("size");
    }

    @Test
    void a_server_that_could_not_be_installed_wants_staff() {
        AccessId access = Wishes.access();
        installed(access, month(small()));
        pterodactyl.meddle(name(access), new JsonObject().put("status", "install_failed"));

        assertThatThrownBy(() -> bring(access, month(small())))
                .isInstanceOf(PanelRefused.class)
                .hasMessageContaining("installed");
    }

    @Test
    void what_is_removed_goes_with_its_user_even_if_its_machine_is_away() {
        AccessId access = Wishes.access();
        installed(access, month(small()));
        pterodactyl.nodesAreDown(true);

        panel().remove(access).await().indefinitely();

        assertThat(pterodactyl.serverOf(name(access))).isEmpty();
        assertThat(pterodactyl.userOf(name(access))).isEmpty();
        assertThat(pterodactyl.serverCount()).isEqualTo(2);
        panel().remove(access).await().indefinitely();
    }

    @Test
    void too_many_calls_are_an_outage_and_no_refusal() {
        pterodactyl.callsMax(0);

        assertThatThrownBy(() -> bring(Wishes.access(), month(small())))
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("429");
    }

    @Test
    void it_tells_the_groups_whose_eggs_it_has() {
        VpnPanel.Check check = panel().check().await().indefinitely();

        assertThat(check.serverGroups()).containsExactly("Basic", "Pro");
    }
}
