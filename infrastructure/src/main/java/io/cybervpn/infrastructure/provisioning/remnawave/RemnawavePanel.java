package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.AdoptedNames;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remnawave 2.x and 3.x, told apart only where all users are read: users are keyed by a name of
 * ours, which both keep. Each {@link #bring} looks before it writes, so a call whose answer was
 * lost is never repeated blindly.
 */
class RemnawavePanel implements VpnPanel {
    private final PanelClient panel;
    private final Parts parts;
    private final Clock clock;

    RemnawavePanel(PanelClient panel, Parts parts, Clock clock) {
        this.panel = panel;
        this.parts = parts;
        this.clock = clock;
    }

    /** Which panel it is, and what is known of it. */
    record Parts(
            PanelId id, Squads squads, Versions versions, UserPages pages, AdoptedNames names) {}

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        return nameOf(access)
                .chain(username -> bringOrRefresh(username, spec))
                .map(user -> confirmed(user, spec))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    /** One who was taken over keeps his name, and is made anew under it if he vanished. */
    private Uni<String> nameOf(AccessId access) {
        return parts.names()
                .nameOf(parts.id(), access)
                .map(name -> name.orElseGet(() -> PanelUsername.of(access).text()));
    }

    private Uni<UserJson> bringOrRefresh(String username, AccessSpec spec) {
        return bring(username, spec)
                .onFailure(RemnawavePanel::mayBeOldSquad)
                .recoverWithUni(() -> bringWithFreshSquads(username, spec));
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return parts.pages().page(cursor, size).onFailure().transform(PanelClient::meaning);
    }

    @Override
    public Uni<Check> check() {
        parts.versions().forget();
        parts.squads().forget();
        return parts.versions()
                .present()
                .chain(version -> parts.squads().names().map(names -> check(version, names)))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static Check check(Versions.Version version, List<String> names) {
        return new Check(version.major() + "." + version.minor(), names);
    }

    /** Whoever looks for the user anew finds whether he is gone: an answer may get lost. */
    @Override
    public Uni<Void> remove(AccessId access) {
        return nameOf(access)
                .chain(this::find)
                .chain(
                        found ->
                                found.map(user -> delete(user.user(parts.id()).ref()))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private Uni<Void> delete(String ref) {
        return panel.call(api -> api.delete(ref))
                .replaceWithVoid()
                .onFailure(RemnawavePanel::isUserUnknown)
                .recoverWithNull();
    }

    private Uni<UserJson> bring(String username, AccessSpec spec) {
        return parts.squads()
                .uuidsOf(spec.entitlement().serverGroups())
                .map(uuids -> new UserChanges(spec, uuids, clock.instant()))
                .chain(changes -> findAndBring(username, changes));
    }

    private Uni<UserJson> bringWithFreshSquads(String username, AccessSpec spec) {
        parts.squads().forget();
        return bring(username, spec);
    }

    private static boolean mayBeOldSquad(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.isUnwritable();
    }

    private Uni<UserJson> findAndBring(String username, UserChanges changes) {
        return find(username)
                .chain(
                        found ->
                                found.map(user -> update(user, changes))
                                        .orElseGet(() -> create(username, changes)));
    }

    private Uni<Optional<UserJson>> find(String username) {
        return panel.call(api -> api.user(username))
                .map(answer -> Optional.of(answer.response()))
                .onFailure(RemnawavePanel::isUserUnknown)
                .recoverWithItem(Optional.empty());
    }

    private Uni<UserJson> create(String username, UserChanges changes) {
        ObjectNode body = changes.creation(username);
        return panel.call(api -> api.create(body))
                .map(UserJson.Answer::response)
                .onFailure(RemnawavePanel::isTaken)
                .recoverWithUni(() -> updateRival(username, changes));
    }

    /** Somebody created it between our look and our call: perhaps we, in a call that got lost. */
    private Uni<UserJson> updateRival(String username, UserChanges changes) {
        return find(username)
                .map(
                        found ->
                                found.orElseThrow(
                                        () ->
                                                new PanelUnavailable(
                                                        "the username is taken and not found")))
                .chain(user -> update(user, changes));
    }

    private Uni<UserJson> update(UserJson user, UserChanges changes) {
        Uni<UserJson> result = Uni.createFrom().item(user);
        for (ObjectNode body : changes.changes(user)) {
            result = result.chain(() -> patch(body));
        }
        return result;
    }

    private Uni<UserJson> patch(ObjectNode body) {
        return panel.call(api -> api.update(body))
                .map(UserJson.Answer::response)
                .onFailure(RemnawavePanel::isUserUnknown)
                .transform(_ -> new PanelUnavailable("the user was deleted meanwhile"));
    }

    /** The panel drops fields that it does not know without a word, so its answer is compared. */
    private PanelUser confirmed(UserJson user, AccessSpec spec) {
        Set<Difference> left = spec.differencesFrom(user.state(), clock.instant());
        if (!left.isEmpty()) {
            throw new PanelUnavailable("the panel kept other values of " + List.copyOf(left));
        }
        return user.user(parts.id());
    }

    private static boolean isUserUnknown(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.isUserUnknown();
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.is(PanelAnswer.USERNAME_TAKEN);
    }
}
