package io.cybervpn.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cybervpn.application.identity.FindLanguage;
import io.cybervpn.application.identity.InMemoryAccounts;
import io.cybervpn.application.provisioning.PollLink.Result;
import io.cybervpn.application.provisioning.port.VpnConfigs;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.subscription.Purchases;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A link that is polled, over memory and a panel that says what a test wants. */
abstract class PollLinkFixture {
    final ProvisioningWorld world = new ProvisioningWorld();
    final AccountId buyer = Purchases.buyer();
    final AtomicInteger asked = new AtomicInteger();
    final Map<String, String> headers = new HashMap<>();
    Supplier<VpnConfigs.Answer> panel =
            () -> new VpnConfigs.Answer.Found(new ConfigFile("text/plain", headers, "servers"));
    Supplier<Uni<Void>> meanwhile = () -> Uni.createFrom().voidItem();

    final LinkTargets targets =
            new LinkTargets(
                    world.unitOfWork,
                    world.links,
                    world.accesses,
                    world.subscriptions.find,
                    new FindLanguage(world.unitOfWork, new InMemoryAccounts(world.unitOfWork)),
                    world.graces,
                    world.panels,
                    world.clock);
    final PollLink poll =
            new PollLink(
                    world.linkCache,
                    targets,
                    new LinkAnswers(
                            new Panel(),
                            world.linkCache,
                            world.lastAnswers,
                            LinkWorlds.SETTINGS,
                            new LinkHeaders(LinkWorlds.SETTINGS),
                            new LinkWords(LinkWorlds.SETTINGS),
                            world.unitOfWork,
                            world.accesses,
                            world.clock));

    private final class Panel implements VpnConfigs {
        @Override
        public Uni<Answer> fetch(PanelUser user, ConfigRequest request) {
            asked.incrementAndGet();
            return meanwhile.get().map(_ -> panel.get());
        }
    }

    AccessId granted() {
        AccessId id = world.bought(buyer);
        assertThat(world.reconcile().ready()).isEqualTo(1);
        return id;
    }

    String token(AccessId id) {
        FindAccessLink.Result found =
                world.findLink
                        .execute(new FindAccessLink.Query(new Actor.Customer(buyer), id))
                        .await()
                        .indefinitely();
        String link = ((FindAccessLink.Result.Found) found).link();
        assertThat(link).startsWith("https://vpn.example.test/sub/");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    static PollLink.Query query(String token, String hwid) {
        Map<String, String> device = hwid.isEmpty() ? Map.of() : Map.of("x-hwid", hwid);
        return new PollLink.Query(
                token, new ConfigRequest(ConfigFormat.CLIENT, "v2rayNG/1.9.40", device));
    }

    Result ask(String token, String hwid) {
        return poll.execute(query(token, hwid)).await().indefinitely();
    }

    @CanIgnoreReturnValue
    LinkFile served(String token) {
        return file(ask(token, ""));
    }

    static LinkFile file(Result result) {
        assertThat(result).isInstanceOf(Result.Served.class);
        return ((Result.Served) result).file();
    }

    static String body(LinkFile file) {
        return new String(file.body(), StandardCharsets.UTF_8);
    }

    static String names(LinkFile file) {
        String links = new String(Base64.getDecoder().decode(file.body()), StandardCharsets.UTF_8);
        return URLDecoder.decode(links, StandardCharsets.UTF_8);
    }

    void changed(AccessId id) {
        world.unitOfWork
                .run(() -> Uni.createFrom().voidItem().invoke(() -> world.links.changed(id)))
                .await()
                .indefinitely();
    }

    void settle() {
        assertThat(world.settleLinks.execute().await().indefinitely().settled()).isPositive();
    }
}
