package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.AccessDoor.Entry;
import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.application.provisioning.port.PanelDevices;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.DeviceRemoval;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Removes devices from the panel, so that others fit in, and ends the connections of the user. A
 * customer may do so a few times a day, since who shares his link has others take turns at it;
 * staff may do so always, and it is written down.
 *
 * <p>That it is asked is stored before the panel is called. When the panel does not answer it is
 * not known whether the device is gone; asking again is harmless and does not count once more.
 */
@Singleton
public final class RemoveDevices {
    private final AccessDoor door;
    private final RemovalDesk desk;
    private final PanelDevices panel;
    private final PanelActions actions;

    @Inject
    RemoveDevices(AccessDoor door, RemovalDesk desk, PanelDevices panel, PanelActions actions) {
        this.door = door;
        this.desk = desk;
        this.panel = panel;
        this.actions = actions;
    }

    /**
     * Whose and which; staff need {@link Permission#ACCESS_WRITE}.
     *
     * @param device empty for all of them
     */
    public record Command(Actor actor, AccessId access, Optional<DeviceId> device) {}

    /** The answer. */
    public sealed interface Result {
        /** They are gone. */
        record Removed() implements Result {}

        /** The panel has no such device. */
        record NoSuchDevice() implements Result {}

        /** The customer has had too many removed. */
        record TooMany(Duration retryAfter) implements Result {}

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer: it is not known whether they are gone. Ask again. */
        record NoAnswer() implements Result {}

        /** The actor may not do it. */
        record Denied() implements Result {}
    }

    private record Work(Entry.Open open, DeviceRemoval removal, List<String> hwids) {}

    /** Removes. */
    public Uni<Result> execute(Command command) {
        return door.enter(command.actor(), command.access(), Permission.ACCESS_WRITE)
                .chain(entry -> remove(entry, command))
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(new Result.NoAnswer());
    }

    private Uni<Result> remove(Entry entry, Command command) {
        return switch (entry) {
            case Entry.Open open ->
                    panel.of(open.user()).chain(devices -> remove(open, devices, command));
            case Entry.NotReady() -> answer(new Result.NotReady());
            case Entry.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
            case Entry.Denied() -> answer(new Result.Denied());
        };
    }

    /** A device that is not there may be gone by a call whose answer got lost. */
    private Uni<Result> remove(
            Entry.Open open, List<PanelDevices.Device> devices, Command command) {
        List<String> hwids =
                devices.stream()
                        .map(PanelDevices.Device::hwid)
                        .filter(hwid -> isMeant(open.id(), hwid, command.device()))
                        .toList();
        return hwids.isEmpty()
                ? desk.settleGone(open.id(), command.device()).map(RemoveDevices::gone)
                : desk.ask(command.actor(), open.id(), command.device())
                        .chain(asked -> carryOut(asked, open, hwids));
    }

    private static Result gone(boolean known) {
        return known ? new Result.Removed() : new Result.NoSuchDevice();
    }

    private static boolean isMeant(AccessId access, String hwid, Optional<DeviceId> device) {
        return device.map(DeviceId.of(access, hwid)::equals).orElse(true);
    }

    private Uni<Result> carryOut(RemovalDesk.Asked asked, Entry.Open open, List<String> hwids) {
        return switch (asked) {
            case RemovalDesk.Asked.TooMany(var wait) -> answer(new Result.TooMany(wait));
            case RemovalDesk.Asked.Noted(var removal) -> carryOut(new Work(open, removal, hwids));
        };
    }

    private Uni<Result> carryOut(Work work) {
        return call(work)
                .chain(() -> desk.confirm(work.removal()))
                .chain(() -> drop(work.open()))
                .replaceWith(new Result.Removed());
    }

    private Uni<Void> call(Work work) {
        return work.removal().device().isEmpty()
                ? panel.removeAll(work.open().user())
                : panel.remove(work.open().user(), work.hwids().getFirst());
    }

    /** Best effort: a device that is gone cannot come back by itself once the place is taken. */
    private Uni<Void> drop(Entry.Open open) {
        return actions.dropConnections(open.user())
                .replaceWithVoid()
                .onFailure(PanelUnavailable.class)
                .recoverWithNull();
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
