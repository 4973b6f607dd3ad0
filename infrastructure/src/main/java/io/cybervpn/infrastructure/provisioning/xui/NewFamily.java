package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** From 3.1 on. */
final class NewFamily implements XuiFamily {
    private static final Set<String> NOT_OF_A_CLIENT = Set.of("inboundIds", "traffic");

    private final XuiClient panel;

    NewFamily(XuiClient panel) {
        this.panel = panel;
    }

    @Override
    public String name() {
        return "3.1 or later";
    }

    @Override
    public Uni<Map<AccessId, XuiUser>> users() {
        return panel.call(XuiApi::clients).map(answer -> users(OldFamily.content(answer)));
    }

    private static Map<AccessId, XuiUser> users(JsonNode list) {
        Map<AccessId, XuiUser> users = new HashMap<>();
        for (JsonNode client : list) {
            PanelUsername.accessOf(client.path("email").asText(""))
                    .filter(_ -> client.isObject() && !client.path("inboundIds").isEmpty())
                    .ifPresent(access -> users.put(access, user(client)));
        }
        return users;
    }

    private static XuiUser user(JsonNode client) {
        ObjectNode plain = ((ObjectNode) client).deepCopy();
        plain.remove(NOT_OF_A_CLIENT);
        Map<Integer, ObjectNode> clients = new HashMap<>();
        client.path("inboundIds").forEach(id -> clients.put(id.asInt(), plain));
        JsonNode traffic = client.path("traffic");
        return new XuiUser(clients, traffic.path("up").asLong(0) + traffic.path("down").asLong(0));
    }

    /** A new client is always on, so what it should be is said once more. */
    @Override
    public Uni<Void> bring(AccessId access, Wish wish, Map<Integer, ObjectNode> before) {
        String email = PanelUsername.of(access).text();
        if (before.isEmpty()) {
            return add(wish.fresh(email), wish.inbounds())
                    .chain(() -> update(email, wish.fresh(email)));
        }
        ObjectNode wanted = wish.onto(before.values().iterator().next());
        Uni<Void> placed =
                wish.inbounds().containsAll(before.keySet())
                        ? attach(wanted, wish.inbounds(), before.keySet())
                        : move(email, wanted, wish.inbounds());
        return placed.chain(() -> update(email, wanted));
    }

    /** The same subId attaches a client that is there, and changes nothing else of it. */
    private Uni<Void> attach(ObjectNode client, Set<Integer> wanted, Set<Integer> there) {
        Set<Integer> more = new HashSet<>(wanted);
        more.removeAll(there);
        return more.isEmpty() ? Uni.createFrom().voidItem() : add(client, more);
    }

    /** Nothing takes a client out of one inbound: it goes and comes with the keys that it had. */
    private Uni<Void> move(String email, ObjectNode client, Set<Integer> wanted) {
        return panel.call((api, login) -> api.delete(login, email, 1))
                .chain(() -> add(client, wanted));
    }

    private Uni<Void> add(ObjectNode client, Collection<Integer> inbounds) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("client", client);
        inbounds.stream().sorted().forEach(body.putArray("inboundIds")::add);
        return panel.call((api, login) -> api.add(login, body)).replaceWithVoid();
    }

    private Uni<Void> update(String email, ObjectNode client) {
        return panel.call((api, login) -> api.update(login, email, client)).replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(AccessId access, XuiUser user) {
        String email = PanelUsername.of(access).text();
        return panel.call((api, login) -> api.delete(login, email, 0)).replaceWithVoid();
    }

    @Override
    public Uni<Void> resetTraffic(AccessId access, XuiUser user) {
        String email = PanelUsername.of(access).text();
        return panel.call((api, login) -> api.resetTraffic(login, email)).replaceWithVoid();
    }
}
