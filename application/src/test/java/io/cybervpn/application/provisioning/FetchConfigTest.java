package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.provisioning.port.ConfigCache;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** R109, R110: what a customer is told when he asks for his configuration. */
class FetchConfigTest {
    private static final ConfigFile FILE =
            new ConfigFile("text/yaml", Map.of("profile-title", "CyberVPN"), "proxies: []");

    private final ProvisioningWorld world = new ProvisioningWorld();
    private final AccountId buyer = Purchases.buyer();
    private final Map<String, ConfigFile> kept = new HashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private Supplier<VpnConfigs.Answer> panel = () -> new VpnConfigs.Answer.Found(FILE);

    private final FetchConfig fetch =
            new FetchConfig(
                    world.own,
                    new Links(),
                    new Memory(),
                    world.unitOfWork,
                    world.accesses,
                    world.clock);

    private final class Links implements VpnConfigs {
        @Override
        public Uni<Answer> fetch(PanelUser user, ConfigRequest request) {
            asked.incrementAndGet();
            return Uni.createFrom().item(() -> panel.get());
        }
    }

    private final class Memory implements ConfigCache {
        @Override
        public Uni<Optional<ConfigFile>> find(String key) {
            return Uni.createFrom().item(() -> Optional.ofNullable(kept.get(key)));
        }

        @Override
        public Uni<Void> put(String key, ConfigFile file, Duration ttl) {
            assertThat(ttl).isEqualTo(Duration.ofSeconds(30));
            return Uni.createFrom().voidItem().invoke(() -> kept.put(key, file));
        }
    }

    private AccessId granted() {
        AccessId id = world.bought(buyer);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        return id;
    }

    private FetchConfig.Result ask(AccessId id, ConfigRequest request) {
        return fetch.execute(new FetchConfig.Query(new Actor.Customer(buyer), id, request))
                .await()
                .indefinitely();
    }

    private static ConfigRequest clash() {
        return new ConfigRequest(ConfigFormat.CLASH, "curl/8.5.0", Map.of());
    }

    @Test
    void a_burst_of_one_client_costs_the_panel_one_call() {
        AccessId id = granted();

        for (int i = 0; i < 5; i++) {
            assertThat(ask(id, clash())).isEqualTo(new FetchConfig.Result.Fetched(FILE));
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void another_format_client_device_or_generation_is_asked_for_anew() {
        AccessId id = granted();
        FetchConfig.Result first = ask(id, clash());
        assertThat(ask(id, new ConfigRequest(ConfigFormat.JSON, "", Map.of()))).isEqualTo(first);
        assertThat(ask(id, client("mihomo", Map.of()))).isEqualTo(first);
        assertThat(ask(id, client("v2rayNG", Map.of()))).isEqualTo(first);
        assertThat(ask(id, client("v2rayNG", Map.of("x-hwid", "device-1")))).isEqualTo(first);
        assertThat(asked).hasValue(5);

        assertThat(world.desired(world.paid(buyer, Optional.of(new SubscriptionId(id.value())))))
                .isEqualTo(id);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(ask(id, clash())).isEqualTo(first);
        assertThat(asked).hasValue(6);
    }

    private static ConfigRequest client(String name, Map<String, String> device) {
        return new ConfigRequest(ConfigFormat.CLIENT, name, device);
    }

    @Test
    void a_panel_that_fails_is_no_answer_and_nothing_is_kept() {
        AccessId id = granted();
        panel =
                () -> {
                    throw new PanelUnavailable("down");
                };
        assertThat(ask(id, clash())).isInstanceOf(FetchConfig.Result.NoAnswer.class);
        panel =
                () -> {
                    throw new PanelRefused("not for this client");
                };
        assertThat(ask(id, clash())).isInstanceOf(FetchConfig.Result.NoAnswer.class);
        assertThat(kept).isEmpty();
    }

    @Test
    void a_format_that_describes_no_server_is_not_offered() {
        AccessId id = granted();
        panel = VpnConfigs.Answer.NotOffered::new;

        assertThat(ask(id, clash())).isInstanceOf(FetchConfig.Result.NotOffered.class);
    }

    @Test
    void a_dead_link_has_the_access_looked_at_once_more() {
        AccessId id = granted();
        world.panel.removeByHand(id);
        panel = VpnConfigs.Answer.Gone::new;

        assertThat(ask(id, clash())).isInstanceOf(FetchConfig.Result.NotReady.class);

        assertThat(world.reconcile().ready()).isEqualTo(1);
        assertThat(world.panel.state(id)).isPresent();
    }

    @Test
    void before_the_panel_has_it_there_is_nothing_to_fetch() {
        AccessId id = world.bought(buyer);

        assertThat(ask(id, clash())).isInstanceOf(FetchConfig.Result.NotReady.class);
        assertThat(ask(Wishes.access(), clash()))
                .isInstanceOf(FetchConfig.Result.NoSuchSubscription.class);
        assertThat(asked).hasValue(0);
    }
}
