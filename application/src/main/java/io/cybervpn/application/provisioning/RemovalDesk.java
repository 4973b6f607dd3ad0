package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.DeviceRemoval;
import io.cybervpn.domain.provisioning.model.RemovalBudget;
import io.cybervpn.domain.provisioning.model.RemovalBudget.Verdict;
import io.cybervpn.domain.provisioning.repository.Accesses;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps count of removals. Whoever asks holds the access, so that two at once are two. */
@Singleton
final class RemovalDesk {
    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final DeviceNotes notes;
    private final AuditTrail audit;
    private final DeviceSettings settings;
    private final Ids ids;
    private final Clock clock;

    @Inject
    RemovalDesk(
            UnitOfWork unitOfWork,
            Accesses accesses,
            DeviceNotes notes,
            AuditTrail audit,
            DeviceSettings settings,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.notes = notes;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    sealed interface Asked {
        record Noted(DeviceRemoval removal) implements Asked {}

        record TooMany(Duration retryAfter) implements Asked {}
    }

    /** Notes that it is asked for, unless there were too many. */
    Uni<Asked> ask(Actor actor, AccessId access, Optional<DeviceId> device) {
        DeviceRemoval removal = removal(access, device);
        return unitOfWork.run(() -> isStaff(actor) ? write(actor, removal) : note(removal));
    }

    /** On the way it forgets the removals that count no more, of everybody. */
    private Uni<Asked> note(DeviceRemoval removal) {
        return accesses.lock(removal.access())
                .chain(_ -> notes.forgetRemovals(clock.instant().minus(RemovalBudget.WINDOW)))
                .chain(_ -> lately(removal.access()))
                .chain(asked -> judge(asked, removal));
    }

    private Uni<List<DeviceRemoval>> lately(AccessId access) {
        return notes.removals(access, clock.instant().minus(RemovalBudget.WINDOW));
    }

    private DeviceRemoval removal(AccessId access, Optional<DeviceId> device) {
        return new DeviceRemoval(ids.next(), access, device, clock.instant(), false);
    }

    private Uni<Asked> judge(List<DeviceRemoval> asked, DeviceRemoval removal) {
        return switch (settings.removals().judge(asked, removal.device(), clock.instant())) {
            case Verdict.Again(var before) -> Uni.createFrom().item(new Asked.Noted(before));
            case Verdict.Allowed() -> notes.add(removal).replaceWith(new Asked.Noted(removal));
            case Verdict.TooMany(var wait) -> Uni.createFrom().item(new Asked.TooMany(wait));
        };
    }

    /** What staff do does not count, and is written down before it is done. */
    private Uni<Asked> write(Actor actor, DeviceRemoval removal) {
        Entry entry =
                Entry.of(
                                actor,
                                "provisioning.remove_devices",
                                "subscription",
                                removal.access().value())
                        .with(Changes.removed(Map.of("device", described(removal))));
        return audit.append(entry).replaceWith(new Asked.Noted(removal));
    }

    private static String described(DeviceRemoval removal) {
        return removal.device().map(device -> device.value().toString()).orElse("all");
    }

    /** The panel has done it. */
    Uni<Void> confirm(DeviceRemoval removal) {
        return unitOfWork.run(() -> notes.confirm(removal));
    }

    /** Whether what is not there was asked to be removed, by a call whose answer got lost. */
    Uni<Boolean> settleGone(AccessId access, Optional<DeviceId> device) {
        return unitOfWork.run(() -> lately(access).chain(asked -> confirmOpen(asked, device)));
    }

    private Uni<Boolean> confirmOpen(List<DeviceRemoval> asked, Optional<DeviceId> device) {
        return asked.stream()
                .filter(removal -> removal.device().equals(device))
                .reduce((_, latest) -> latest)
                .map(removal -> notes.confirm(removal).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(device.isEmpty()));
    }

    private static boolean isStaff(Actor actor) {
        return switch (actor) {
            case Actor.Customer _, Actor.Guest _ -> false;
            case Actor.Staff _, Actor.Key _, Actor.System _ -> true;
        };
    }
}
