package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessSpec;
import io.cybervpn.domain.provisioning.model.Difference;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remnawave 2.x and 3.x, told apart only where all users are read: users are keyed by a name of
 * ours, which both keep. Each {@link #bring} looks before it writes, so a call whose answer was
 * lost is never repeated blindly.
 */
@Singleton
class RemnawavePanel implements VpnPanel {
    private final PanelClient panel;
    private final Squads squads;
    private final UserPages pages;
    private final Clock clock;

    @Inject
    RemnawavePanel(PanelClient panel, Squads squads, UserPages pages, Clock clock) {
        this.panel = panel;
        this.squads = squads;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Uni<PanelUser> bring(AccessId access, AccessSpec spec) {
        String username = PanelUsername.of(access).text();
        return bring(username, spec)
                .onFailure(RemnawavePanel::mayBeOldSquad)
                .recoverWithUni(() -> bringWithFreshSquads(username, spec))
                .map(user -> confirmed(user, spec))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    @Override
    public Uni<Page> users(Optional<String> cursor, int size) {
        return pages.page(cursor, size).onFailure().transform(PanelClient::meaning);
    }

    private Uni<UserJson> bring(String username, AccessSpec spec) {
        return squads.uuidsOf(spec.entitlement().serverGroups())
                .map(uuids -> new UserChanges(spec, uuids, clock.instant()))
                .chain(changes -> findAndBring(username, changes));
    }

    private Uni<UserJson> bringWithFreshSquads(String username, AccessSpec spec) {
        squads.forget();
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
        return user.user();
    }

    private static boolean isUserUnknown(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.isUserUnknown();
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.is(PanelAnswer.USERNAME_TAKEN);
    }
}
