package io.cybervpn.sandbox.xui;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Inbounds and their clients. Safe to use from any thread. */
public final class XuiClients {
    /** Where clients may be: three, of three protocols. */
    record Inbound(int id, String remark, String protocol, int port) {
        String tag() {
            return "inbound-" + port;
        }
    }

    /** A client, the same in each of its inbounds, and its traffic. */
    private static final class Stored {
        private final JsonObject client;
        private final Set<Integer> inbounds;
        private final long[] upAndDown;

        Stored(JsonObject client, Set<Integer> inbounds, long[] upAndDown) {
            this.client = client;
            this.inbounds = inbounds;
            this.upAndDown = upAndDown;
        }

        JsonObject client() {
            return client;
        }

        Set<Integer> inbounds() {
            return inbounds;
        }

        long[] upAndDown() {
            return upAndDown;
        }
    }

    private static final List<Inbound> INBOUNDS =
            List.of(
                    new Inbound(1, "nl-reality", "vless", 443),
                    new Inbound(2, "de-trojan", "trojan", 8443),
                    new Inbound(3, "fi-ss", "shadowsocks", 9443));

    private final Map<String, Stored> byEmail = new LinkedHashMap<>();

    Collection<Inbound> inbounds() {
        return INBOUNDS;
    }

    static Optional<Inbound> inbound(int id) {
        return INBOUNDS.stream().filter(one -> one.id() == id).findFirst();
    }

    synchronized JsonArray of(int inbound) {
        JsonArray all = new JsonArray();
        stored(inbound).forEach(one -> all.add(one.client().copy()));
        return all;
    }

    private Stream<Stored> stored(int inbound) {
        return byEmail.values().stream().filter(one -> one.inbounds().contains(inbound));
    }

    synchronized List<JsonObject> trafficOf(int inbound) {
        return stored(inbound).map(XuiClients::trafficOf).toList();
    }

    /** A client as it is kept, its inbounds and its traffic aside. */
    public synchronized Optional<JsonObject> find(String email) {
        return Optional.ofNullable(byEmail.get(email)).map(one -> one.client().copy());
    }

    /** Ids of the inbounds that a client is in. */
    public synchronized Set<Integer> inboundsOf(String email) {
        return Optional.ofNullable(byEmail.get(email))
                .map(one -> Set.copyOf(one.inbounds()))
                .orElse(Set.of());
    }

    /** The e-mails of all clients. */
    public synchronized List<String> emails() {
        return List.copyOf(byEmail.keySet());
    }

    /** Puts a client of somebody else into each inbound, as panels have them. */
    public synchronized void addStrangers() {
        for (Inbound inbound : INBOUNDS) {
            String email = "stranger-" + inbound.id();
            put(
                    new JsonObject()
                            .put("email", email)
                            .put("id", "id-" + inbound.id())
                            .put("password", "password-" + inbound.id())
                            .put("subId", email)
                            .put("enable", true));
            attach(email, List.of(inbound.id()));
        }
    }

    synchronized Optional<JsonObject> traffic(String email) {
        return Optional.ofNullable(byEmail.get(email)).map(XuiClients::trafficOf);
    }

    private static JsonObject trafficOf(Stored one) {
        JsonObject client = one.client();
        return new JsonObject()
                .put("inboundId", one.inbounds().stream().findFirst().orElse(0))
                .put("enable", client.getBoolean("enable"))
                .put("email", client.getString("email"))
                .put("subId", client.getString("subId"))
                .put("up", one.upAndDown()[0])
                .put("down", one.upAndDown()[1])
                .put("total", client.getLong("totalGB", 0L))
                .put("expiryTime", client.getLong("expiryTime", 0L))
                .put("reset", client.getInteger("reset", 0));
    }

    synchronized List<Map.Entry<JsonObject, Set<Integer>>> all() {
        List<Map.Entry<JsonObject, Set<Integer>>> all = new ArrayList<>();
        byEmail.values()
                .forEach(
                        one -> all.add(Map.entry(one.client().copy(), Set.copyOf(one.inbounds()))));
        return all;
    }

    /** Who has a subscription. */
    synchronized List<Map.Entry<JsonObject, Set<Integer>>> bySubId(String subId) {
        return all().stream().filter(one -> subId.equals(one.getKey().getString("subId"))).toList();
    }

    /** Puts a client in the place of the one of its e-mail; its inbounds and traffic stay. */
    synchronized void put(JsonObject client) {
        String email = client.getString("email");
        Stored before =
                byEmail.getOrDefault(
                        email, new Stored(client, new LinkedHashSet<>(), new long[] {0, 0}));
        byEmail.put(email, new Stored(client.copy(), before.inbounds(), before.upAndDown()));
    }

    synchronized void attach(String email, Collection<Integer> inbounds) {
        Optional.ofNullable(byEmail.get(email)).ifPresent(one -> one.inbounds().addAll(inbounds));
    }

    /** Out of these inbounds; a client without any is gone. */
    synchronized boolean detach(String email, Collection<Integer> inbounds) {
        Stored one = byEmail.get(email);
        if (one == null) {
            return false;
        }
        boolean changed = one.inbounds().removeAll(inbounds);
        if (one.inbounds().isEmpty()) {
            byEmail.remove(email);
        }
        return changed;
    }

    /** Removes a client, as by hand. */
    public synchronized boolean remove(String email) {
        return byEmail.remove(email) != null;
    }

    /** Changes a client, as by hand. */
    public synchronized void meddle(String email, String field, Object value) {
        Optional.ofNullable(byEmail.get(email)).ifPresent(one -> one.client().put(field, value));
    }

    /** Used so much. */
    public synchronized void use(String email, long up, long down) {
        Optional.ofNullable(byEmail.get(email))
                .ifPresent(
                        one -> {
                            one.upAndDown()[0] += up;
                            one.upAndDown()[1] += down;
                        });
    }

    synchronized void resetTraffic(String email) {
        Optional.ofNullable(byEmail.get(email))
                .ifPresent(
                        one -> {
                            one.upAndDown()[0] = 0;
                            one.upAndDown()[1] = 0;
                        });
    }

    synchronized JsonObject json() {
        JsonArray clients = new JsonArray();
        byEmail.values()
                .forEach(
                        one ->
                                clients.add(
                                        one.client()
                                                .copy()
                                                .put(
                                                        "inboundIds",
                                                        new JsonArray(
                                                                List.copyOf(one.inbounds())))));
        return new JsonObject().put("clients", clients);
    }

    synchronized void clear() {
        byEmail.clear();
    }
}
