package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.catalogue.TrafficReset;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.domain.shared.Limit;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * 3x-ui of both families. It has no place for a rule of traffic reset and resets nothing: the rule
 * is kept in the client's comment, traffic of an earlier stretch counts as drift, and bringing the
 * access sets it back. It gives its clients in one list alone, so an access costs one read of that
 * list, and two when something was changed.
 */
class XuiPanel implements VpnPanel {
    private final XuiClient client;
    private final Parts parts;
    private final Clock clock;

    XuiPanel(XuiClient client, Parts parts, Clock clock) {
        this.client = client;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * Which panel it is, and what is known of it.
     *
     * @param server the subscription server, without an end
     * @param groups which inbounds server groups are
     */
    record Parts(
            PanelId id,
            XuiFamilies families,
            XuiKeys keys,
            String server,
            Map<String, String> groups) {}

    /** What was read at once. */
    private record Seen(XuiFamily family, XuiInbounds inbounds, Optional<XuiUser> user) {}

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return look(access)
                .chain(seen -> bring(access, spec, seen))
                .onFailure(XuiClient::isStranger)
                .invoke(parts.families()::forget)
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Uni<Seen> look(AccessId access) {
        return parts.families()
                .present()
                .chain(
                        family ->
                                inbounds()
                                        .chain(
                                                inbounds ->
                                                        family.users()
                                                                .map(
                                                                        all ->
                                                                                seen(
                                                                                        family,
                                                                                        inbounds,
                                                                                        all,
                                                                                        access))));
    }

    private static Seen seen(
            XuiFamily family, XuiInbounds inbounds, Map<AccessId, XuiUser> all, AccessId access) {
        return new Seen(family, inbounds, Optional.ofNullable(all.get(access)));
    }

    private Uni<XuiInbounds> inbounds() {
        return client.call(XuiApi::inbounds)
                .map(answer -> new XuiInbounds(OldFamily.content(answer), parts.groups()));
    }

    private Uni<PanelUser> bring(AccessId access, AccessSpec spec, Seen seen) {
        XuiFamily.Wish wish = wish(access, spec, seen.inbounds());
        Set<Difference> differences =
                seen.user().map(user -> differences(spec, user, seen)).orElse(Set.of());
        if (seen.user().isPresent() && differences.isEmpty()) {
            return Uni.createFrom().item(told(access, seen.user().get()));
        }
        return reset(access, seen, differences)
                .chain(
                        () ->
                                seen.family()
                                        .bring(
                                                access,
                                                wish,
                                                seen.user().map(XuiUser::clients).orElse(Map.of())))
                .chain(() -> look(access))
                .map(after -> confirmed(access, spec, after));
    }

    /** Traffic of an earlier stretch; of a user whose rule was changed it goes on. */
    private Uni<Void> reset(AccessId access, Seen seen, Set<Difference> differences) {
        return seen.user()
                .filter(_ -> differences.contains(Difference.RESET))
                .filter(this::isOver)
                .map(user -> seen.family().resetTraffic(access, user))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private boolean isOver(XuiUser user) {
        return XuiMark.read(user.first().path("comment").asText(""))
                .filter(mark -> mark.isOver(clock.instant()))
                .isPresent();
    }

    private Set<Difference> differences(AccessSpec spec, XuiUser user, Seen seen) {
        return spec.differencesFrom(user.state(seen.inbounds(), clock.instant()), clock.instant());
    }

    /** The panel answers success also to what it did not do, so it is read once more. */
    private PanelUser confirmed(AccessId access, AccessSpec spec, Seen after) {
        XuiUser user =
                after.user().orElseThrow(() -> new PanelUnavailable("the client is not there"));
        Set<Difference> left = differences(spec, user, after);
        if (!left.isEmpty()) {
            throw new PanelUnavailable("the panel kept other values of " + List.copyOf(left));
        }
        return told(access, user);
    }

    private PanelUser told(AccessId access, XuiUser user) {
        return user.user(parts.id(), PanelUsername.of(access).text(), parts.server());
    }

    private XuiFamily.Wish wish(AccessId access, AccessSpec spec, XuiInbounds inbounds) {
        Entitlement entitlement = spec.entitlement();
        if (entitlement.reset() == TrafficReset.MONTH_ROLLING) {
            throw new PanelRefused("3x-ui cannot count traffic from the day of the purchase");
        }
        ObjectNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("enable", spec.usableAt(clock.instant()))
                        .put("totalGB", number(entitlement.trafficBytes()))
                        .put("expiryTime", spec.expireAt().toEpochMilli())
                        .put("limitIp", number(entitlement.devices()))
                        .put(
                                "comment",
                                XuiMark.of(
                                                entitlement.reset(),
                                                entitlement.serverGroups(),
                                                clock.instant())
                                        .text());
        return new XuiFamily.Wish(
                body, parts.keys().of(access), inbounds.of(entitlement.serverGroups()));
    }

    /** The field is called totalGB and counts bytes. */
    private static long number(Limit limit) {
        return switch (limit) {
            case Limit.Unlimited() -> 0;
            case Limit.Of(var amount) -> amount;
        };
    }

    @Override
    public Uni<Void> remove(AccessId access) {
        return look(access)
                .chain(
                        seen ->
                                seen.user()
                                        .map(user -> seen.family().remove(access, user))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure(XuiClient::isStranger)
                .invoke(parts.families()::forget)
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    /** All of them: the panel gives no pages. */
    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return parts.families()
                .present()
                .chain(
                        family ->
                                inbounds()
                                        .chain(known -> family.users().map(it -> page(it, known))))
                .onFailure(XuiClient::isStranger)
                .invoke(parts.families()::forget)
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Page page(Map<AccessId, XuiUser> users, XuiInbounds inbounds) {
        return new Page(
                users.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                        (Map.Entry<AccessId, XuiUser> one) -> one.getKey().value()))
                        .map(
                                one ->
                                        new Entry(
                                                one.getKey(),
                                                one.getValue().state(inbounds, clock.instant()),
                                                told(one.getKey(), one.getValue())))
                        .toList(),
                Optional.empty());
    }

    @Override
    public Uni<Check> check() {
        parts.families().forget();
        return parts.families()
                .present()
                .chain(family -> inbounds().map(it -> new Check(family.name(), it.names())))
                .onFailure()
                .transform(PanelGuard::meaning);
    }
}
