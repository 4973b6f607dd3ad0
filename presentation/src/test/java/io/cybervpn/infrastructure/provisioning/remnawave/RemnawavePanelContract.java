package io.cybervpn.infrastructure.provisioning.remnawave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.VpnPanelContract;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.PanelUserKey;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.cybervpn.sandbox.http.Fault;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract against a panel that speaks HTTP. */
abstract class RemnawavePanelContract extends VpnPanelContract {
    private static final String NO_UUID = "019b0000-0000-7000-8000-0000000000aa";

    @Inject ObjectMapper json;
    private PanelAtHand hand;

    abstract String version();

    @BeforeEach
    void start_a_panel() {
        hand = new PanelAtHand(version(), json);
    }

    @AfterEach
    void stop_it() {
        hand.close();
    }

    /** Refused for good, it would wait for staff though nothing is wrong with it. */
    @Test
    void an_end_that_passes_on_the_way_is_tried_again_and_then_switched_off() {
        AccessId access = Wishes.access();
        Instant end = now().plusSeconds(60);
        assertThat(
                        panel().bring(access, Wishes.spec(now().plusSeconds(3600)))
                                .await()
                                .indefinitely())
                .isNotNull();
        hand.world().panel().clock().advance(Duration.ofSeconds(120));

        assertThatThrownBy(() -> panel().bring(access, Wishes.spec(end)).await().indefinitely())
                .isInstanceOf(PanelUnavailable.class)
                .hasMessageContaining("expireAt");
    }

    private JsonObject stranger(String name) {
        JsonObject wish =
                new JsonObject()
                        .put("username", name)
                        .put("expireAt", now().plusSeconds(86_400).toString())
                        .put("telegramId", 5_551_234L)
                        .put("email", "Ann@example.org");
        return hand.call("POST", "/api/users", wish.encode()).getJsonObject("response");
    }

    private Optional<Stranger> found(PanelUserKey key) {
        return hand.strangers.find(PanelId.CONFIGURED, key).await().indefinitely();
    }

    private List<String> strangers() {
        return hand
                .strangers
                .page(PanelId.CONFIGURED, Optional.empty(), 1_000)
                .await()
                .indefinitely()
                .strangers()
                .stream()
                .map(Stranger::name)
                .toList();
    }

    @Test
    void users_who_were_there_before_are_told_and_those_of_the_shop_are_not() {
        AccessId ours = Wishes.access();
        assertThat(panel().bring(ours, Wishes.spec(now().plusSeconds(3600))).await().indefinitely())
                .isNotNull();
        JsonObject made = stranger("Ann_01");

        Stranger ann =
                hand.strangers
                        .find(PanelId.CONFIGURED, new PanelUserKey.Name("Ann_01"))
                        .await()
                        .indefinitely()
                        .orElseThrow();

        assertThat(strangers()).containsExactly("Ann_01");
        assertThat(ann.telegram()).contains(5_551_234L);
        assertThat(ann.email()).contains("Ann@example.org");
        assertThat(ann.state().expireAt()).isEqualTo(made.getString("expireAt"));
        assertThat(found(new PanelUserKey.Name("ann_01"))).isEmpty();
        assertThat(found(new PanelUserKey.Name(PanelUsername.of(ours).text()))).isEmpty();
        assertThat(found(new PanelUserKey.ShortUuid(made.getString("shortUuid")))).contains(ann);
        assertThat(found(new PanelUserKey.ShortUuid("nobody-has-this-one"))).isEmpty();
        String uuid = made.getString("uuid");
        assertThat(found(new PanelUserKey.Uuid(uuid == null ? NO_UUID : uuid)).isPresent())
                .isEqualTo(uuid != null);
        assertThat(found(new PanelUserKey.Uuid(NO_UUID))).isEmpty();
    }

    /** His clients go on: neither link nor keys are others, and he is the panel's same user. */
    @Test
    void one_who_was_taken_over_is_brought_under_his_own_name_with_his_own_link() {
        JsonObject before = stranger("Ann_01").copy();
        AccessId access = PanelUsername.adopted(UUID.randomUUID());
        hand.adopted.put("Ann_01", access);
        AccessSpec spec = Wishes.spec(now().plusSeconds(7_200));

        PanelUser brought = panel().bring(access, spec).await().indefinitely();

        JsonObject after = hand.world().panel().users().byUsername("Ann_01").orElseThrow();
        assertThat(brought.shortUuid()).isEqualTo(before.getString("shortUuid"));
        assertThat(brought.subscriptionUrl()).isEqualTo(before.getString("subscriptionUrl"));
        for (String same : List.of("vlessUuid", "trojanPassword", "ssPassword", "telegramId")) {
            assertThat(after.getValue(same)).isEqualTo(before.getValue(same));
        }
        assertThat(Instant.parse(after.getString("expireAt"))).isEqualTo(spec.expireAt());
        assertThat(hand.user(access)).isEmpty();
        assertThat(strangers()).isEmpty();
        VpnPanel.Page page = panel().users(Optional.empty(), 100).await().indefinitely();
        assertThat(page.entries()).extracting(VpnPanel.Entry::access).containsExactly(access);

        panel().remove(access).await().indefinitely();
        assertThat(hand.world().panel().users().byUsername("Ann_01")).isEmpty();
    }

    PanelAtHand hand() {
        return hand;
    }

    @Override
    protected VpnPanel panel() {
        return hand.panel;
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected Optional<PanelState> state(AccessId access) {
        return hand.state(access);
    }

    @Override
    protected void down(boolean isDown) {
        hand.faults().clear();
        if (isDown) {
            hand.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        }
    }

    @Override
    protected void loseAnswerOfNextCreation() {
        hand.faults().add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", "/api/users"));
    }

    @Override
    protected void removeByHand(AccessId access) {
        hand.remove(access);
    }

    @Override
    protected void switchOffByHand(AccessId access) {
        hand.switchOff(access);
    }
}
