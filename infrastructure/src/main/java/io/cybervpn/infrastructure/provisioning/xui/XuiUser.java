package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelState;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A user of ours, put together from his clients: in the older family he has one in each inbound, in
 * the newer one a single client.
 *
 * @param clients by the id of their inbound
 * @param usedBytes up and down together, over all of them
 */
record XuiUser(Map<Integer, ObjectNode> clients, long usedBytes) {
    /** Beyond what anybody buys: the panel says no end as 0. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    XuiUser {
        clients = Map.copyOf(clients);
    }

    /** Of several that should be alike, the one of the first inbound. */
    ObjectNode first() {
        return new TreeMap<>(clients).firstEntry().getValue();
    }

    Set<Integer> inbounds() {
        return clients.keySet();
    }

    PanelUser user(PanelId panel, String ref, String server) {
        String subId = first().path("subId").asText("");
        return new PanelUser(panel, ref, subId, server + "/sub/" + subId, usedBytes);
    }

    /** What it grants. Traffic of an earlier stretch counts as another rule: it is to be reset. */
    PanelState state(XuiInbounds known, Instant now) {
        Optional<XuiMark> mark = XuiMark.read(first().path("comment").asText(""));
        long total = first().path("totalGB").asLong(0);
        boolean usedUp = total > 0 && usedBytes >= total;
        return new PanelState(
                clients.values().stream().noneMatch(it -> it.path("enable").asBoolean(false))
                        && !usedUp,
                end(),
                limit(total),
                mark.filter(it -> !it.isOver(now)).map(XuiMark::reset),
                Optional.of(limit(first().path("limitIp").asLong(0))),
                mark.map(XuiMark::groups)
                        .filter(groups -> known.are(groups, inbounds()))
                        .orElse(Set.of()));
    }

    /**
     * A negative time is counted from the first use, which nobody bought from us; so is what one
     * inbound has otherwise than another.
     */
    private Instant end() {
        long millis = first().path("expiryTime").asLong(0);
        boolean alike =
                clients.values().stream()
                        .allMatch(
                                it ->
                                        it.path("expiryTime").asLong(0) == millis
                                                && it.path("totalGB")
                                                        .equals(first().path("totalGB"))
                                                && it.path("enable").equals(first().path("enable"))
                                                && it.path("limitIp")
                                                        .equals(first().path("limitIp")));
        if (!alike || millis < 0) {
            return Instant.EPOCH;
        }
        return millis == 0 ? NEVER : Instant.ofEpochMilli(millis);
    }

    private static Limit limit(long amount) {
        return amount <= 0 ? Limit.unlimited() : Limit.of(amount);
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "XuiUser" + inbounds();
    }
}
