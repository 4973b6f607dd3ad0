package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelActions;
import io.cybervpn.application.provisioning.port.PanelDevices;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A panel's devices and actions in memory; it can be down, or forget to answer. */
public final class InMemoryDevices implements PanelDevices, PanelActions {
    private final InMemoryUnitOfWork unitOfWork;
    private final Map<String, List<Device>> devices = new HashMap<>();
    private boolean down;
    private boolean deaf;
    private int resets;
    private int drops;

    public InMemoryDevices(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public void down(boolean isDown) {
        this.down = isDown;
    }

    /** It removes and resets, and nobody hears of it. */
    public void deaf(boolean isDeaf) {
        this.deaf = isDeaf;
    }

    public void connect(PanelUser user, String hwid, Instant at) {
        devices.computeIfAbsent(user.ref(), _ -> new ArrayList<>())
                .addFirst(
                        new Device(
                                hwid,
                                Optional.of("iOS"),
                                Optional.empty(),
                                Optional.of("iPhone 15"),
                                Optional.empty(),
                                at,
                                at));
    }

    public int resets() {
        return resets;
    }

    public int drops() {
        return drops;
    }

    @Override
    public Uni<List<Device>> of(PanelUser user) {
        return answered(() -> List.copyOf(devices.getOrDefault(user.ref(), List.of())));
    }

    @Override
    public Uni<Void> remove(PanelUser user, String hwid) {
        return acted(
                () ->
                        devices.getOrDefault(user.ref(), new ArrayList<>())
                                .removeIf(device -> device.hwid().equals(hwid)));
    }

    @Override
    public Uni<Void> removeAll(PanelUser user) {
        return acted(() -> devices.remove(user.ref()));
    }

    @Override
    public Uni<Void> resetTraffic(PanelUser user) {
        return acted(() -> resets++);
    }

    @Override
    public Uni<Dropped> dropConnections(PanelUser user) {
        return answered(
                () -> {
                    drops++;
                    return Dropped.TOLD;
                });
    }

    private Uni<Void> acted(Runnable act) {
        return this.<Object>answered(
                        () -> {
                            act.run();
                            if (deaf) {
                                throw new PanelUnavailable("the answer got lost");
                            }
                            return "done";
                        })
                .replaceWithVoid();
    }

    private <T> Uni<T> answered(Supplier<T> work) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (unitOfWork.isOpen()) {
                                throw new IllegalStateException("remote call in a unit of work");
                            }
                            if (down) {
                                throw new PanelUnavailable("down, as it was told to be");
                            }
                            return work.get();
                        });
    }
}
