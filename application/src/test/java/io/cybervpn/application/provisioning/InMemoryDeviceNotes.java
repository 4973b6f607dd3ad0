package io.cybervpn.application.provisioning;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.DeviceId;
import io.cybervpn.domain.provisioning.model.DeviceName;
import io.cybervpn.domain.provisioning.model.DeviceRemoval;
import io.cybervpn.domain.provisioning.repository.DeviceNotes;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What we know of devices, in memory. */
public final class InMemoryDeviceNotes implements DeviceNotes {
    private record Key(AccessId access, DeviceId device) {}

    private record Named(Key key, DeviceName name) {}

    private final InMemoryTable<Key, Named> names;
    private final InMemoryTable<UUID, DeviceRemoval> removals;
    private final InMemoryAccesses accesses;

    public InMemoryDeviceNotes(InMemoryUnitOfWork unitOfWork, InMemoryAccesses accesses) {
        this.names = unitOfWork.table();
        this.removals = unitOfWork.table();
        this.accesses = accesses;
    }

    @Override
    public Uni<Map<DeviceId, DeviceName>> names(AccessId access) {
        return Uni.createFrom()
                .item(
                        () ->
                                names.where(named -> named.key().access().equals(access)).stream()
                                        .collect(
                                                Collectors.toMap(
                                                        named -> named.key().device(),
                                                        Named::name)));
    }

    @Override
    public Uni<Void> name(AccessId access, DeviceId device, DeviceName name, Instant now) {
        Key key = new Key(access, device);
        return done(() -> names.put(key, new Named(key, name)));
    }

    @Override
    public Uni<List<DeviceRemoval>> removals(AccessId access, Instant after) {
        return Uni.createFrom()
                .item(
                        () ->
                                removals
                                        .where(
                                                it ->
                                                        it.access().equals(access)
                                                                && it.askedAt().isAfter(after))
                                        .stream()
                                        .sorted(Comparator.comparing(DeviceRemoval::askedAt))
                                        .toList());
    }

    @Override
    public Uni<Void> add(DeviceRemoval removal) {
        return done(() -> removals.put(removal.id(), removal));
    }

    @Override
    public Uni<Void> confirm(DeviceRemoval removal) {
        return done(
                () -> {
                    removals.get(removal.id())
                            .ifPresent(known -> removals.put(known.id(), confirmed(known)));
                    forgetNames(
                            key ->
                                    key.access().equals(removal.access())
                                            && removal.device()
                                                    .map(key.device()::equals)
                                                    .orElse(true));
                });
    }

    private static DeviceRemoval confirmed(DeviceRemoval known) {
        return new DeviceRemoval(known.id(), known.access(), known.device(), known.askedAt(), true);
    }

    private void forgetNames(Predicate<Key> which) {
        names.where(named -> which.test(named.key())).forEach(named -> names.remove(named.key()));
    }

    @Override
    public Uni<Integer> forgetRemovals(Instant before) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<DeviceRemoval> old =
                                    removals.where(it -> it.askedAt().isBefore(before));
                            old.forEach(it -> removals.remove(it.id()));
                            return old.size();
                        });
    }

    @Override
    public Uni<Void> forgetOf(AccountId account) {
        return done(
                () -> {
                    forgetNames(key -> accesses.isOf(key.access(), account));
                    removals.where(it -> accesses.isOf(it.access(), account))
                            .forEach(it -> removals.remove(it.id()));
                });
    }

    private static Uni<Void> done(Runnable act) {
        return Uni.createFrom().item(() -> act).invoke(Runnable::run).replaceWithVoid();
    }
}
