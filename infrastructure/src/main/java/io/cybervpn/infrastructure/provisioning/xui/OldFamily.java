package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Up to 3.0. A user has a client in each of his inbounds, whose e-mail is his name and the id of
 * the inbound; one subId makes one link of them. The panel counts a traffic limit for each of them.
 */
final class OldFamily implements XuiFamily {
    private final XuiClient panel;
    private final ObjectMapper json;

    OldFamily(XuiClient panel, ObjectMapper json) {
        this.panel = panel;
        this.json = json;
    }

    @Override
    public String name() {
        return "before 3.1";
    }

    static JsonNode content(XuiAnswer answer) {
        return answer.obj() == null ? MissingNode.getInstance() : answer.obj();
    }

    private record Key(AccessId access, int inbound) {}

    @Override
    public Uni<Map<AccessId, XuiUser>> users() {
        return panel.call(XuiApi::inbounds).map(answer -> users(content(answer)));
    }

    private Map<AccessId, XuiUser> users(JsonNode list) {
        Map<Key, ObjectNode> clients = new HashMap<>();
        Map<Key, Long> used = new HashMap<>();
        for (JsonNode inbound : list) {
            int id = inbound.path("id").asInt();
            for (JsonNode client : settings(inbound).path("clients")) {
                PanelUsername.accessOf(name(client.path("email").asText(""), id))
                        .ifPresent(it -> clients.put(new Key(it, id), client.deepCopy()));
            }
            for (JsonNode traffic : inbound.path("clientStats")) {
                PanelUsername.accessOf(name(traffic.path("email").asText(""), id))
                        .ifPresent(it -> used.put(new Key(it, id), sum(traffic)));
            }
        }
        return users(clients, used);
    }

    private static Map<AccessId, XuiUser> users(Map<Key, ObjectNode> clients, Map<Key, Long> used) {
        Map<AccessId, Map<Integer, ObjectNode>> byAccess = new HashMap<>();
        Map<AccessId, Long> sums = new HashMap<>();
        clients.forEach(
                (key, client) ->
                        byAccess.computeIfAbsent(key.access(), _ -> new HashMap<>())
                                .put(key.inbound(), client));
        used.forEach((key, bytes) -> sums.merge(key.access(), bytes, Long::sum));
        Map<AccessId, XuiUser> users = new HashMap<>();
        byAccess.forEach(
                (access, his) ->
                        users.put(access, new XuiUser(his, sums.getOrDefault(access, 0L))));
        return users;
    }

    private static long sum(JsonNode traffic) {
        return traffic.path("up").asLong(0) + traffic.path("down").asLong(0);
    }

    private JsonNode settings(JsonNode inbound) {
        JsonNode settings = inbound.path("settings");
        if (!settings.isTextual()) {
            return settings;
        }
        try {
            return json.readTree(settings.asText());
        } catch (JsonProcessingException _) {
            throw new PanelUnavailable("the settings of an inbound cannot be read");
        }
    }

    private static String email(AccessId access, int inbound) {
        return PanelUsername.of(access).text() + "-" + inbound;
    }

    private static String name(String email, int inbound) {
        String end = "-" + inbound;
        return email.endsWith(end) ? email.substring(0, email.length() - end.length()) : "";
    }

    @Override
    public Uni<Void> bring(AccessId access, Wish wish, Map<Integer, ObjectNode> before) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int inbound : wish.inbounds().stream().sorted().toList()) {
            ObjectNode there = before.get(inbound);
            done =
                    there == null
                            ? done.chain(() -> add(inbound, wish.fresh(email(access, inbound))))
                            : done.chain(() -> update(inbound, there, wish.onto(there)));
        }
        Map<Integer, ObjectNode> left = new TreeMap<>(before);
        left.keySet().removeAll(wish.inbounds());
        for (Map.Entry<Integer, ObjectNode> one : left.entrySet()) {
            done = done.chain(() -> delete(one.getKey(), one.getValue()));
        }
        return done;
    }

    private Uni<Void> add(int inbound, ObjectNode client) {
        return panel.call((api, login) -> api.oldAdd(login, body(inbound, client)))
                .replaceWithVoid();
    }

    private Uni<Void> update(int inbound, ObjectNode before, ObjectNode client) {
        return before.equals(client)
                ? Uni.createFrom().voidItem()
                : inboundKey(inbound, before)
                        .chain(
                                key ->
                                        panel.call(
                                                (api, login) ->
                                                        api.oldUpdate(
                                                                login, key, body(inbound, client))))
                        .replaceWithVoid();
    }

    /** The panel keeps the last client of an inbound: that one is switched off instead. */
    private Uni<Void> delete(int inbound, ObjectNode client) {
        return inboundKey(inbound, client)
                .chain(key -> panel.call((api, login) -> api.oldDelete(login, inbound, key)))
                .replaceWithVoid()
                .onFailure(OldFamily::isLast)
                .recoverWithUni(
                        () -> update(inbound, client, client.deepCopy().put("enable", false)));
    }

    private static boolean isLast(Throwable failure) {
        return failure instanceof XuiReply reply && reply.told().contains("no client remained");
    }

    /** A key is the uuid for vless and vmess, the password for trojan, the e-mail for the rest. */
    private Uni<String> inboundKey(int inbound, ObjectNode client) {
        return panel.call(XuiApi::inbounds)
                .map(answer -> new XuiInbounds(content(answer), Map.of()).protocol(inbound))
                .map(protocol -> key(protocol, client));
    }

    private static String key(String protocol, ObjectNode client) {
        return switch (protocol) {
            case "vless", "vmess" -> client.path("id").asText("");
            case "trojan" -> client.path("password").asText("");
            default -> client.path("email").asText("");
        };
    }

    private ObjectNode body(int inbound, ObjectNode client) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.putArray("clients").add(client);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", inbound)
                .put("settings", settings.toString());
    }

    @Override
    public Uni<Void> remove(AccessId access, XuiUser user) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<Integer, ObjectNode> one : new TreeMap<>(user.clients()).entrySet()) {
            done = done.chain(() -> delete(one.getKey(), one.getValue()));
        }
        return done;
    }

    @Override
    public Uni<Void> resetTraffic(AccessId access, XuiUser user) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int inbound : user.inbounds()) {
            done =
                    done.chain(
                            () ->
                                    panel.call(
                                                    (api, login) ->
                                                            api.oldReset(
                                                                    login,
                                                                    inbound,
                                                                    email(access, inbound)))
                                            .replaceWithVoid());
        }
        return done;
    }
}
