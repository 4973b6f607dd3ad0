package io.cybervpn.infrastructure.provisioning.xui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cybervpn.application.provisioning.ConfigFormat;
import io.cybervpn.application.provisioning.ConfigRequest;
import io.cybervpn.application.provisioning.VpnPanelContract;
import io.cybervpn.application.provisioning.Wishes;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs.Answer;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.provisioning.PanelConnection;
import io.cybervpn.infrastructure.provisioning.PanelModule;
import io.cybervpn.infrastructure.provisioning.PanelPulse;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.xui.Xui;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R127: the contract against a 3x-ui that speaks HTTP. Basic is two inbounds, Pro another. */
abstract class XuiPanelContract extends VpnPanelContract {
    @Inject ObjectMapper json;
    @Inject Vertx vertx;
    Xui xui;
    private PanelModule module;

    abstract String version();

    /** The secrets by which it is called. */
    abstract Map<String, String> credentials();

    @BeforeEach
    void start_a_panel() {
        xui = new Xui(vertx, 0, version());
        xui.clients().addStrangers();
        Map<String, String> secrets = new HashMap<>(credentials());
        secrets.put(XuiModules.SUBSCRIPTION_URL, xui.subscriptionUrl().toString());
        Clock clock = Clock.systemUTC();
        module =
                new XuiModules(json, clock)
                        .connect(
                                new PanelConnection(
                                        PanelId.CONFIGURED,
                                        Optional.of(xui.url()),
                                        secrets,
                                        Map.of("Basic", "1, fi-ss", "Pro", "inbound-8443"),
                                        Duration.ofSeconds(2),
                                        Duration.ofMillis(500),
                                        1_000),
                                new PanelPulse(clock, (_, _) -> {}));
    }

    @AfterEach
    void stop_it() {
        module.close();
        xui.close();
    }

    @Override
    protected VpnPanel panel() {
        return module.panel();
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected boolean keepsLinks() {
        return true;
    }

    private List<String> emails(AccessId access) {
        String name = PanelUsername.of(access).text();
        return xui.clients().emails().stream().filter(one -> one.startsWith(name)).toList();
    }

    @Override
    protected Optional<PanelState> state(AccessId access) {
        return emails(access).stream().findFirst().map(first -> state(access, first));
    }

    private PanelState state(AccessId access, String first) {
        JsonObject client = xui.clients().find(first).orElseThrow();
        Set<Integer> inbounds = new HashSet<>();
        emails(access).forEach(email -> inbounds.addAll(xui.clients().inboundsOf(email)));
        Set<String> groups = new HashSet<>();
        if (inbounds.containsAll(Set.of(1, 3))) {
            groups.add("Basic");
        }
        if (inbounds.contains(2)) {
            groups.add("Pro");
        }
        return new PanelState(
                !client.getBoolean("enable"),
                Instant.ofEpochMilli(client.getLong("expiryTime")),
                limit(client.getLong("totalGB")),
                TrafficReset.find(client.getString("comment").split("\\|")[1]),
                Optional.of(limit(client.getLong("limitIp"))),
                groups);
    }

    private static Limit limit(long amount) {
        return amount == 0 ? Limit.unlimited() : Limit.of(amount);
    }

    @Override
    protected void down(boolean isDown) {
        xui.faults().clear();
        if (isDown) {
            xui.faults().add(Fault.of(Fault.Kind.DROP_BEFORE, 0));
        }
    }

    /** Where an answer of a creation is lost. */
    abstract String creation();

    @Override
    protected void loseAnswerOfNextCreation() {
        xui.faults()
                .add(Fault.of(Fault.Kind.DROP_AFTER, 0).times(1).on("POST", Xui.BASE + creation()));
    }

    @Override
    protected void removeByHand(AccessId access) {
        emails(access).forEach(email -> assertThat(xui.clients().remove(email)).isTrue());
    }

    @Override
    protected void switchOffByHand(AccessId access) {
        emails(access).forEach(email -> xui.clients().meddle(email, "enable", false));
    }

    private PanelUser bring(AccessId access, AccessSpec spec) {
        return panel().bring(access, spec).await().indefinitely();
    }

    private AccessSpec month() {
        return Wishes.spec(now().plus(Duration.ofDays(30)));
    }

    @Test
    void used_traffic_is_told_and_counted_anew_in_the_next_month() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();
        bring(access, spec);
        String email = emails(access).getFirst();
        xui.clients().use(email, 1_000, 3_096);
        assertThat(bring(access, spec).usedTrafficBytes()).isEqualTo(4_096);

        emails(access)
                .forEach(
                        one ->
                                xui.clients()
                                        .meddle(one, "comment", "cybervpn|month|2020-01|Basic"));

        assertThat(bring(access, spec).usedTrafficBytes()).isZero();
        assertThat(bring(access, spec).usedTrafficBytes()).isZero();
    }

    @Test
    void what_staff_set_of_a_client_is_kept_and_an_end_from_the_first_use_is_mended() {
        AccessId access = Wishes.access();
        AccessSpec spec = month();
        PanelUser first = bring(access, spec);
        emails(access)
                .forEach(
                        email -> {
                            xui.clients().meddle(email, "tgId", 77);
                            xui.clients().meddle(email, "expiryTime", -86_400_000L);
                        });

        assertThat(bring(access, spec)).isEqualTo(first);

        JsonObject client = xui.clients().find(emails(access).getFirst()).orElseThrow();
        assertThat(client.getInteger("tgId")).isEqualTo(77);
        assertThat(client.getLong("expiryTime")).isEqualTo(spec.expireAt().toEpochMilli());
        assertThat(client.getLong("totalGB")).isEqualTo(100_000_000_000L);
    }

    @Test
    void strangers_are_left_alone() {
        AccessId access = Wishes.access();
        bring(access, month());
        panel().remove(access).await().indefinitely();

        assertThat(xui.clients().emails())
                .containsExactlyInAnyOrder("stranger-1", "stranger-2", "stranger-3");
    }

    @Test
    void each_format_that_there_is_comes_from_the_subscription_server() {
        PanelUser user = bring(Wishes.access(), month());

        assertThat(decoded(user, ConfigFormat.BASE64)).contains("vless://", "ss://");
        assertThat(file(user, ConfigFormat.CLASH)).contains("proxies:");
        assertThat(file(user, ConfigFormat.JSON)).contains("outbounds");
        assertThat(file(user, ConfigFormat.OUTLINE)).startsWith("ss://");
        assertThat(answer(user, ConfigFormat.SINGBOX)).isInstanceOf(Answer.NotOffered.class);
        assertThat(answer(Wishes.user(), ConfigFormat.BASE64)).isInstanceOf(Answer.Gone.class);
        down(true);
        assertThatThrownBy(() -> answer(user, ConfigFormat.BASE64))
                .isInstanceOf(PanelUnavailable.class);
    }

    private Answer answer(PanelUser user, ConfigFormat format) {
        return module.configs()
                .fetch(user, new ConfigRequest(format, "curl/8.5.0", Map.of()))
                .await()
                .indefinitely();
    }

    private String file(PanelUser user, ConfigFormat format) {
        return ((Answer.Found) answer(user, format)).file().body();
    }

    private String decoded(PanelUser user, ConfigFormat format) {
        return new String(Base64.getDecoder().decode(file(user, format)), StandardCharsets.UTF_8);
    }

    @Test
    void it_tells_its_family_and_its_groups() {
        VpnPanel.Check check = panel().check().await().indefinitely();

        assertThat(check.serverGroups()).contains("Basic", "Pro", "nl-reality", "inbound-8443");
        assertThat(check.version()).isEqualTo(family());
    }

    /** As the adapter calls it. */
    abstract String family();
}
