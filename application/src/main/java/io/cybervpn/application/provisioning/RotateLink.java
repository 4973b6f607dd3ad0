package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.LastAnswers;
import io.cybervpn.application.provisioning.port.LinkCache;
import io.cybervpn.application.provisioning.port.PanelKeys;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.Access;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.Sight;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a subscription another link: the one before opens nothing from then on. On wish the panel
 * gives its user other keys too, so that whoever kept the configuration itself is out as well. For
 * its owner, and for staff with {@link Permission#PROVISIONING_WRITE}, audited. Each call makes
 * another link.
 */
@Singleton
public final class RotateLink {
    private final OwnAccess own;
    private final LinkDesk desk;
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final LinkCache cache;
    private final LastAnswers last;
    private final PanelKeys keys;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    RotateLink(
            OwnAccess own,
            LinkDesk desk,
            UnitOfWork unitOfWork,
            Accesses accesses,
            LinkCache cache,
            LastAnswers last,
            PanelKeys keys,
            AuditTrail audit,
            Clock clock) {
        this.own = own;
        this.desk = desk;
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.cache = cache;
        this.last = last;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whose, and how much.
     *
     * @param byStaff whether the actor means somebody else's
     * @param newKeys whether the panel's keys are to be others too
     */
    public record Command(Actor actor, AccessId access, boolean byStaff, boolean newKeys) {}

    /** What became of the panel's keys. */
    public enum Keys {
        /** They are the ones before: nobody wished otherwise, or the panel has no such user. */
        KEPT,
        /** They are new. */
        RENEWED,
        /** The panel did not answer: they may be either; do it again. */
        UNKNOWN
    }

    /** What came of it. */
    public sealed interface Result {
        /** The new link. */
        record Rotated(String link, Keys keys) implements Result {
            @Override
            public String toString() {
                return "Rotated[" + keys + "]";
            }
        }

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** There is no such subscription, or none of the actor's. */
        record NoSuchSubscription() implements Result {}

        /** The actor lacks {@link Permission#PROVISIONING_WRITE}. */
        record Denied() implements Result {}
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        if (!command.byStaff()) {
            return own.find(command.actor(), command.access())
                    .chain(found -> rotate(found, command));
        }
        return command.actor().may(Permission.PROVISIONING_WRITE)
                ? unitOfWork.run(() -> rotateOfOther(command)).chain(made -> finish(made, command))
                : answer(new Result.Denied());
    }

    private Uni<Result> rotate(OwnAccess.Found found, Command command) {
        return switch (found) {
            case OwnAccess.Found.Usable _ ->
                    unitOfWork
                            .run(() -> desk.replace(command.access()))
                            .chain(made -> finish(Optional.of(made), command));
            case OwnAccess.Found.NotReady() -> answer(new Result.NotReady());
            case OwnAccess.Found.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
        };
    }

    private Uni<Optional<LinkDesk.Made>> rotateOfOther(Command command) {
        return accesses.find(command.access())
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : replaceAndRecord(command).map(Optional::of));
    }

    private Uni<LinkDesk.Made> replaceAndRecord(Command command) {
        Entry entry =
                Entry.of(
                        command.actor(),
                        command.newKeys()
                                ? "provisioning.rotate_link_and_keys"
                                : "provisioning.rotate_link",
                        "access",
                        command.access().value());
        return audit.append(entry).chain(() -> desk.replace(command.access()));
    }

    private Uni<Result> finish(Optional<LinkDesk.Made> made, Command command) {
        return made.map(link -> finish(link, command))
                .orElseGet(() -> answer(new Result.NoSuchSubscription()));
    }

    private Uni<Result> finish(LinkDesk.Made made, Command command) {
        return evicted(made)
                .chain(() -> command.newKeys() ? renewed(command.access()) : kept())
                .map(keysNow -> new Result.Rotated(made.url(), keysNow));
    }

    /** A cache that does not answer is cleared by whoever settles changes, as soon as it does. */
    private Uni<Void> evicted(LinkDesk.Made made) {
        return made.formerHash()
                .map(hash -> cache.evict(Set.of(hash)))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithNull();
    }

    private static Uni<Keys> kept() {
        return Uni.createFrom().item(Keys.KEPT);
    }

    private Uni<Keys> renewed(AccessId access) {
        return unitOfWork
                .run(() -> accesses.find(access))
                .map(found -> found.map(Access::sight).orElseGet(Sight.Never::new))
                .chain(sight -> renewed(access, sight));
    }

    private Uni<Keys> renewed(AccessId access, Sight sight) {
        return switch (sight) {
            case Sight.Never() -> kept();
            case Sight.Seen(var _, var user) -> renewed(access, user);
        };
    }

    private Uni<Keys> renewed(AccessId access, PanelUser known) {
        return keys.renew(known)
                .chain(user -> user.map(now -> store(access, now)).orElseGet(RotateLink::kept))
                .onFailure(RotateLink::isOutage)
                .recoverWithItem(Keys.UNKNOWN);
    }

    /** What is not stored here is seen as a difference by the next sweep. */
    private Uni<Keys> store(AccessId access, PanelUser user) {
        return unitOfWork
                .run(() -> lockAndStore(access, user))
                .chain(() -> last.forget(access))
                .replaceWith(Keys.RENEWED);
    }

    private Uni<Void> lockAndStore(AccessId access, PanelUser user) {
        return accesses.lock(access)
                .chain(
                        found ->
                                found.map(
                                                known ->
                                                        accesses.save(
                                                                known.rekeyed(
                                                                        user, clock.instant()),
                                                                clock.instant()))
                                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
