package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelDevices;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The devices of 2.x and 3.x, which differ in how they name the user. */
@Singleton
class RemnawaveDevices implements PanelDevices {
    private static final String DEVICE_UNKNOWN = "A204";

    private final RemnawaveClients panels;

    @Inject
    RemnawaveDevices(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public Uni<List<Device>> of(PanelUser user) {
        return panels.call(user.panel(), api -> api.devices(user.ref()))
                .map(answer -> devices(answer.response()))
                .onFailure()
                .transform(UserRef::meaning);
    }

    private static List<Device> devices(DeviceJson.ListJson list) {
        return list.devices().stream()
                .map(DeviceJson::device)
                .sorted(Comparator.comparing(Device::lastSeenAt).reversed())
                .toList();
    }

    @Override
    public Uni<Void> remove(PanelUser user, String hwid) {
        ObjectNode body = UserRef.of(user).body().put("hwid", hwid);
        return panels.call(user.panel(), api -> api.deleteDevice(body))
                .replaceWithVoid()
                .onFailure(RemnawaveDevices::isGone)
                .recoverWithNull()
                .onFailure()
                .transform(UserRef::meaning);
    }

    @Override
    public Uni<Void> removeAll(PanelUser user) {
        ObjectNode body = UserRef.of(user).body();
        return panels.call(user.panel(), api -> api.deleteAllDevices(body))
                .replaceWithVoid()
                .onFailure(RemnawaveDevices::isGone)
                .recoverWithNull()
                .onFailure()
                .transform(UserRef::meaning);
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.is(DEVICE_UNKNOWN);
    }
}
