package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.AccessDoor.Entry;
import io.cybervpn.application.provisioning.port.PanelDevices;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.DeviceName;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Gives a device a name of the customer's own. The name is ours: the panel has none. */
@Singleton
public final class NameDevice {
    private final AccessDoor door;
    private final PanelDevices panel;
    private final UnitOfWork unitOfWork;
    private final DeviceNotes notes;
    private final Clock clock;

    @Inject
    NameDevice(
            AccessDoor door,
            PanelDevices panel,
            UnitOfWork unitOfWork,
            DeviceNotes notes,
            Clock clock) {
        this.door = door;
        this.panel = panel;
        this.unitOfWork = unitOfWork;
        this.notes = notes;
        this.clock = clock;
    }

    /** Whose, which and how; repeatable. */
    public record Command(Actor actor, AccessId access, DeviceId device, String name) {}

    /** The answer. */
    public sealed interface Result {
        /** It is called so. */
        record Named() implements Result {}

        /** Empty, too long, or with control characters. */
        record BadName() implements Result {}

        /** The panel has no such device. */
        record NoSuchDevice() implements Result {}

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer; nothing was named. */
        record NoAnswer() implements Result {}

        /** The actor may not do it. */
        record Denied() implements Result {}
    }

    /** Asks the panel whether it is there, and names it. */
    public Uni<Result> execute(Command command) {
        return door.enter(command.actor(), command.access(), Permission.ACCESS_WRITE)
                .chain(entry -> name(entry, command));
    }

    private Uni<Result> name(Entry entry, Command command) {
        return switch (entry) {
            case Entry.Open open ->
                    DeviceName.of(command.name())
                            .map(name -> look(open, command.device(), name))
                            .orElseGet(() -> answer(new Result.BadName()));
            case Entry.NotReady() -> answer(new Result.NotReady());
            case Entry.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
            case Entry.Denied() -> answer(new Result.Denied());
        };
    }

    private Uni<Result> look(Entry.Open open, DeviceId device, DeviceName name) {
        return panel.of(open.user())
                .chain(
                        devices ->
                                isThere(devices, open.id(), device)
                                        ? store(open.id(), device, name)
                                        : answer(new Result.NoSuchDevice()))
                .onFailure(PanelUnavailable.class)
                .recoverWithItem(new Result.NoAnswer());
    }

    private static boolean isThere(
            List<PanelDevices.Device> devices, AccessId access, DeviceId wanted) {
        return devices.stream()
                .anyMatch(device -> DeviceId.of(access, device.hwid()).equals(wanted));
    }

    private Uni<Result> store(AccessId access, DeviceId device, DeviceName name) {
        return unitOfWork
                .run(() -> notes.name(access, device, name, clock.instant()))
                .replaceWith(new Result.Named());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
