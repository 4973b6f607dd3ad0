package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.shared.Limit;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to send so that a user becomes as desired. Only here is a limit made a number, and only
 * {@link Limit.Unlimited} is made the panel's 0.
 */
final class UserChanges {
    private static final long EXACT_NUMBER_MAX = (1L << 53) - 1;
    private static final String STATUS = "status";

    private final AccessSpec spec;
    private final List<String> squads;
    private final Instant now;

    /**
     * Towards a wish.
     *
     * @param squads UUIDs of its server groups
     */
    UserChanges(AccessSpec spec, List<String> squads, Instant now) {
        this.spec = spec;
        this.squads = List.copyOf(squads);
        this.now = now;
    }

    /** The body that creates a user. An end in the past is allowed here, and only here. */
    ObjectNode creation(String username) {
        ObjectNode body = keyed(username);
        EnumSet.complementOf(EnumSet.of(Difference.SWITCH))
                .forEach(difference -> put(body, difference));
        if (!spec.enabled()) {
            body.put(STATUS, UserJson.DISABLED);
        }
        return body;
    }

    /**
     * The bodies that change a user, in order; none when it is as desired. A status never travels
     * with the new end of an expired user, which would overrule the revival.
     */
    List<ObjectNode> changes(UserJson user) {
        Set<Difference> differences = spec.differencesFrom(user.state(), now);
        if (differences.isEmpty()) {
            return List.of();
        }
        if (user.isExpired() && differences.contains(Difference.EXPIRY)) {
            return revival(user.username(), differences);
        }
        return List.of(change(user.username(), differences));
    }

    private List<ObjectNode> revival(String username, Set<Difference> differences) {
        Set<Difference> first = EnumSet.copyOf(differences);
        if (!first.remove(Difference.SWITCH)) {
            return List.of(change(username, first));
        }
        return List.of(change(username, first), change(username, EnumSet.of(Difference.SWITCH)));
    }

    private ObjectNode change(String username, Set<Difference> differences) {
        ObjectNode body = keyed(username);
        differences.forEach(difference -> put(body, difference));
        return body;
    }

    private static ObjectNode keyed(String username) {
        return JsonNodeFactory.instance.objectNode().put("username", username);
    }

    private void put(ObjectNode body, Difference difference) {
        var entitlement = spec.entitlement();
        switch (difference) {
            case SWITCH ->
                    body.put(STATUS, spec.usableAt(now) ? UserJson.ACTIVE : UserJson.DISABLED);
            case EXPIRY -> body.put("expireAt", spec.expireAt().toString());
            case TRAFFIC -> body.put("trafficLimitBytes", number(entitlement.trafficBytes()));
            case RESET -> body.put("trafficLimitStrategy", entitlement.reset().name());
            case DEVICES -> body.put("hwidDeviceLimit", number(entitlement.devices()));
            case SERVER_GROUPS -> {
                ArrayNode uuids = body.putArray("activeInternalSquads");
                squads.forEach(uuids::add);
            }
        }
    }

    /** The panel counts in doubles. */
    private static long number(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> 0;
            case Limit.Of(var amount) when amount <= EXACT_NUMBER_MAX -> amount;
            case Limit.Of(var amount) ->
                    throw new PanelRefused("the panel cannot count up to " + amount);
        };
    }
}
