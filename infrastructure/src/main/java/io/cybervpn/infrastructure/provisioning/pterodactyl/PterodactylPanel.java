package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Servers on Pterodactyl. It ends nothing by itself: what has ended is suspended by us, and it
 * keeps no limits of traffic or devices. A server is looked for before it is made, and read once
 * more after it was changed.
 */
class PterodactylPanel implements VpnPanel {
    private static final String LOCATION = "location";
    private static final int PAGE_MAX = 100;

    private final PterodactylClient client;
    private final PterodactylUsers users;
    private final PterodactylPlaces places;
    private final PanelId id;
    private final Clock clock;

    PterodactylPanel(
            PterodactylClient client,
            PterodactylUsers users,
            PterodactylPlaces places,
            PanelId id,
            Clock clock) {
        this.client = client;
        this.users = users;
        this.places = places;
        this.id = id;
        this.clock = clock;
    }

    /** What a spec is on this panel. */
    private record Wish(
            String name, AccessSpec spec, PterodactylPlace place, Resources.Machine machine) {}

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return Uni.createFrom()
                .item(() -> wish(access, spec))
                .chain(wish -> find(wish.name()).chain(found -> bring(wish, found)))
                .map(server -> server.told(id, client.address()))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Wish wish(AccessId access, AccessSpec spec) {
        return new Wish(
                PanelUsername.of(access).text(),
                spec,
                places.of(spec.entitlement().serverGroups()),
                machine(spec));
    }

    private static Resources.Machine machine(AccessSpec spec) {
        return switch (spec.entitlement().resources()) {
            case Resources.Machine machine -> machine;
            case Resources.None _, Resources.Line _ ->
                    throw new PanelRefused("the plan says nothing of the size of a server");
        };
    }

    private Uni<Optional<PterodactylServer>> find(String name) {
        return client.find((api, key) -> api.server(key, name, LOCATION))
                .map(found -> found.map(PterodactylServer::new));
    }

    private Uni<PterodactylServer> bring(Wish wish, Optional<PterodactylServer> found) {
        return found.map(server -> Uni.createFrom().item(server))
                .orElseGet(() -> make(wish))
                .map(PterodactylServer::ready)
                .chain(server -> change(wish, server));
    }

    private Uni<PterodactylServer> make(Wish wish) {
        return users.of(wish.name())
                .chain(user -> egg(wish.place()).chain(egg -> make(wish, user, egg)));
    }

    private Uni<PterodactylServer> make(Wish wish, int user, JsonNode egg) {
        return client.one(
                        (api, key) ->
                                api.addServer(
                                        key,
                                        LOCATION,
                                        PterodactylBodies.server(
                                                wish.name(),
                                                user,
                                                wish.place(),
                                                egg,
                                                wish.machine())))
                .map(PterodactylServer::new);
    }

    private Uni<JsonNode> egg(PterodactylPlace place) {
        return client.one((api, key) -> api.egg(key, place.nest(), place.egg(), "variables"))
                .onFailure(PterodactylClient::isMissing)
                .transform(
                        _ ->
                                new PanelRefused(
                                        "the panel has no egg %d in nest %d"
                                                .formatted(place.egg(), place.nest())));
    }

    private Uni<PterodactylServer> change(Wish wish, PterodactylServer server) {
        Set<Difference> differences = differences(wish, server);
        if (differences.isEmpty()) {
            return Uni.createFrom().item(server);
        }
        if (differences.contains(Difference.SERVER_GROUPS)) {
            return Uni.createFrom().failure(elsewhere(wish, server));
        }
        return resize(wish, server, differences)
                .chain(() -> toggle(wish, server, differences))
                .chain(() -> find(wish.name()))
                .map(after -> confirmed(wish, after));
    }

    private Set<Difference> differences(Wish wish, PterodactylServer server) {
        return wish.spec().differencesFrom(server.state(places), clock.instant());
    }

    private static PanelRefused elsewhere(Wish wish, PterodactylServer server) {
        return new PanelRefused(
                "server %d is of another egg or location than %s; it cannot become that"
                        .formatted(server.id(), wish.spec().entitlement().serverGroups()));
    }

    private Uni<Void> resize(Wish wish, PterodactylServer server, Set<Difference> differences) {
        return differences.contains(Difference.RESOURCES)
                ? client.call(
                                (api, key) ->
                                        api.build(key, server.id(), server.build(wish.machine())))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> toggle(Wish wish, PterodactylServer server, Set<Difference> differences) {
        if (!differences.contains(Difference.SWITCH)) {
            return Uni.createFrom().voidItem();
        }
        return wish.spec().usableAt(clock.instant())
                ? client.call((api, key) -> api.unsuspend(key, server.id()))
                : client.call((api, key) -> api.suspend(key, server.id()));
    }

    /** The panel answers success also to what it did not do. */
    private PterodactylServer confirmed(Wish wish, Optional<PterodactylServer> after) {
        PterodactylServer server =
                after.orElseThrow(() -> new PanelUnavailable("the server is gone meanwhile"));
        Set<Difference> left = differences(wish, server);
        if (!left.isEmpty()) {
            throw new PanelUnavailable("the panel kept other values of " + List.copyOf(left));
        }
        return server;
    }

    /** With its files; where the machine that has them does not answer, without. */
    @Override
    public Uni<Void> remove(AccessId access) {
        String name = PanelUsername.of(access).text();
        return find(name)
                .chain(
                        found ->
                                found.map(this::delete)
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> users.remove(name))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Uni<Void> delete(PterodactylServer server) {
        return client.call((api, key) -> api.deleteServer(key, server.id()))
                .onFailure(PterodactylPanel::isBroken)
                .recoverWithUni(() -> client.call((api, key) -> api.forceServer(key, server.id())))
                .onFailure(PterodactylClient::isMissing)
                .recoverWithNull();
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof PterodactylReply reply && reply.isBroken();
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        int page = cursor.map(Integer::parseInt).orElse(1);
        return client.call((api, key) -> api.servers(key, page, Math.min(size, PAGE_MAX), LOCATION))
                .map(answer -> page(answer, page))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Page page(JsonNode answer, int page) {
        List<Entry> entries =
                StreamSupport.stream(answer.path("data").spliterator(), false)
                        .map(one -> new PterodactylServer(one.path("attributes")))
                        .flatMap(server -> server.access().map(it -> entry(it, server)).stream())
                        .toList();
        int pages = answer.path("meta").path("pagination").path("total_pages").asInt(1);
        return new Page(entries, Optional.of(String.valueOf(page + 1)).filter(_ -> page < pages));
    }

    private Entry entry(AccessId access, PterodactylServer server) {
        return new Entry(access, server.state(places), server.told(id, client.address()));
    }

    /** Its machines are told, and each group of the settings has its egg. */
    @Override
    public Uni<Check> check() {
        return client.call((api, key) -> api.nodes(key))
                .chain(this::present)
                .map(groups -> new Check("", groups))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Uni<List<String>> present() {
        Uni<List<String>> found = Uni.createFrom().item(List.of());
        for (String group : places.names()) {
            found =
                    found.chain(
                            before -> has(group).map(has -> has ? with(before, group) : before));
        }
        return found;
    }

    private Uni<Boolean> has(String group) {
        return Uni.createFrom()
                .item(() -> places.place(group))
                .chain(
                        place ->
                                client.find(
                                        (api, key) -> api.egg(key, place.nest(), place.egg(), "")))
                .map(Optional::isPresent);
    }

    private static List<String> with(List<String> before, String group) {
        List<String> all = new ArrayList<>(before);
        all.add(Objects.requireNonNull(group));
        return List.copyOf(all);
    }
}
