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
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the devices behind a subscription's link: to its customer, and to staff. */
@Singleton
public final class ListDevices {
    private final AccessDoor door;
    private final PanelDevices panel;
    private final UnitOfWork unitOfWork;
    private final DeviceNotes notes;

    @Inject
    ListDevices(AccessDoor door, PanelDevices panel, UnitOfWork unitOfWork, DeviceNotes notes) {
        this.door = door;
        this.panel = panel;
        this.unitOfWork = unitOfWork;
        this.notes = notes;
    }

    /** Whose and which; staff need {@link Permission#PROVISIONING_READ}. */
    public record Query(Actor actor, AccessId access) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * The devices, the one that came last first.
         *
         * @param limit how many the plan and its add-ons allow
         */
        record Listed(List<DeviceView> devices, Limit limit) implements Result {}

        /** The panel does not have the access yet; ask again in seconds. */
        record NotReady() implements Result {}

        /** The actor has no such subscription. */
        record NoSuchSubscription() implements Result {}

        /** The panel does not answer; ask again later. */
        record NoAnswer() implements Result {}

        /** The actor may not see it. */
        record Denied() implements Result {}
    }

    /** Asks the panel. */
    public Uni<Result> execute(Query query) {
        return door.enter(query.actor(), query.access(), Permission.PROVISIONING_READ)
                .chain(this::list);
    }

    private Uni<Result> list(Entry entry) {
        return switch (entry) {
            case Entry.Open open ->
                    panel.of(open.user())
                            .chain(devices -> named(open, devices))
                            .onFailure(PanelUnavailable.class)
                            .recoverWithItem(new Result.NoAnswer());
            case Entry.NotReady() -> answer(new Result.NotReady());
            case Entry.NoSuchSubscription() -> answer(new Result.NoSuchSubscription());
            case Entry.Denied() -> answer(new Result.Denied());
        };
    }

    private Uni<Result> named(Entry.Open open, List<PanelDevices.Device> devices) {
        return unitOfWork
                .run(() -> notes.names(open.id()))
                .map(names -> new Result.Listed(views(open.id(), devices, names), open.devices()));
    }

    private static List<DeviceView> views(
            AccessId access, List<PanelDevices.Device> devices, Map<DeviceId, DeviceName> names) {
        return devices.stream().map(device -> view(access, device, names)).toList();
    }

    private static DeviceView view(
            AccessId access, PanelDevices.Device device, Map<DeviceId, DeviceName> names) {
        DeviceId id = DeviceId.of(access, device.hwid());
        return new DeviceView(
                id,
                Optional.ofNullable(names.get(id)).map(DeviceName::text),
                device.platform(),
                device.osVersion(),
                device.model(),
                device.client(),
                device.firstSeenAt(),
                device.lastSeenAt());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
